"""Which files are looked at: each once, sorted, and in which of several runs."""

from hypothesis import given
from hypothesis import strategies as st

from statuslens.workspace.batches import cost_of, make_batches
from statuslens.workspace.files import SourceFile
from statuslens.workspace.plan import Shard, share

SIZES = st.lists(st.integers(0, 900_000), max_size=60)


def files_of(sizes: list[int]) -> list[SourceFile]:
    return [
        SourceFile(f"{number:03}.py", "python", is_named=False, state=(size, 0, 0, number))
        for number, size in enumerate(sizes)
    ]


@given(SIZES, st.integers(1, 9))
def test_the_shards_together_have_each_file_once_and_in_order(sizes: list[int], of: int) -> None:
    files = files_of(sizes)
    shards = [share(files, Shard(number, of)) for number in range(1, of + 1)]
    assert [file for shard in shards for file in shard] == files


@given(SIZES, st.integers(1, 9))
def test_no_shard_has_much_more_than_its_part(sizes: list[int], of: int) -> None:
    files = files_of(sizes)
    costs = [sum(map(cost_of, share(files, Shard(number, of)))) for number in range(1, of + 1)]
    assert max(costs) <= sum(costs) / of + max(map(cost_of, files), default=0)


@given(SIZES)
def test_batches_have_each_file_once_and_the_large_ones_come_first(sizes: list[int]) -> None:
    files = files_of(sizes)
    batches = make_batches(files, range(len(files)))
    assert sorted(number for batch in batches for number in batch) == list(range(len(files)))
    large = [sizes[batch[0]] for batch in batches if sizes[batch[0]] >= 400_000]
    assert [sizes[batch[0]] for batch in batches[: len(large)]] == sorted(large, reverse=True)
    small = [number for batch in batches[len(large) :] for number in batch]
    assert small == sorted(small)

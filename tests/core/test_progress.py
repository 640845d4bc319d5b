"""The bar on a terminal."""

import io

import pytest

from statuslens.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return now


def test_a_bar_is_drawn_after_a_while_and_taken_away(clock: list[float]) -> None:
    stream = Terminal()
    with Progress(200, stream) as bar:
        bar.add(50)
        assert stream.getvalue() == ""
        clock[0] = 1.0
        bar.add(50)
        clock[0] = 1.05
        bar.add(50)
        clock[0] = 1.2
        bar.add(50)
    half, full = f"\r\x1b[K{'━' * 15}{'╌' * 15}  50%", f"\r\x1b[K{'━' * 30} 100%"
    assert stream.getvalue() == f"{half}{full}\r\x1b[K"


def test_a_bar_is_hidden_before_something_else_is_printed(clock: list[float]) -> None:
    stream = Terminal()
    bar = Progress(0, stream)
    clock[0] = 1.0
    bar.add(0)
    bar.hide()
    bar.hide()
    assert stream.getvalue().count("\r\x1b[K") == 2


@pytest.mark.parametrize("variable", [("CI", "true"), ("TERM", "dumb")])
def test_nothing_is_drawn_where_nobody_looks(
    variable: tuple[str, str], clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(*variable)
    for stream in (Terminal(), io.StringIO()):
        bar = Progress(1, stream)
        clock[0] += 9.0
        if isinstance(stream, Terminal) or variable[0] == "TERM":
            bar.add(1)
        assert stream.getvalue() == ""

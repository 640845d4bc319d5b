"""The README's table of what is kept, compared with the tables themselves."""

from sqlalchemy import Table

from statuslens_slackbot.storage.tables import metadata
from tools import PROJECT

HEAD = ["| Table | What is in it | How long |", "|---|---|---|"]


def row(table: Table) -> str:
    columns = ", ".join(column.name for column in table.columns)
    return f"| {table.name.removeprefix('statuslens_')} | {columns} | {table.info['kept']} |"


def test_the_readme_tells_each_column_that_is_kept_and_how_long() -> None:
    page = (PROJECT / "slackbot" / "README.md").read_text("utf-8")
    assert "\n".join([*HEAD, *map(row, metadata.tables.values())]) in page

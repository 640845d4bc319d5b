"""What people read needs nothing to be made but the registry: no Slack, no network, no clock, no files of its own."""

import subprocess
import sys

ALLOWED = ("statuslens", "yaml", "_yaml")
PROGRAM = """
import sys
before = set(sys.modules)
from statuslens_slackbot.answers import details, home, lookup, messages, notices, preview, shortcut, warm
print(*{name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names))
print(*set(sys.modules) & {"asyncio", "socket", "sqlite3", "subprocess", "urllib.request"})
"""


def test_what_people_read_is_made_without_any_library_of_the_bots() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, encoding="utf-8")
    libraries, machinery = done.stdout.splitlines()
    assert [name for name in libraries.split() if not name.startswith(ALLOWED)] == []
    assert machinery == ""

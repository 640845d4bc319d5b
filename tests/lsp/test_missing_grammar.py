"""A language whose grammar is not installed: silence in the editor, one line in the log."""

import subprocess
import sys

PROGRAM = """
import logging, sys
sys.modules["tree_sitter_go"] = None
logging.basicConfig(format="%(message)s")
from statuslens.registry import load_registry
from statuslens_lsp.documents import Documents
documents = Documents(load_registry())
for version, name in enumerate(("a", "b")):
    analysis = documents.open(f"untitled:{name}", version, "var status = 404", language="go")
    print(analysis.scan.occurrences, analysis.findings)
print(len(documents.open("untitled:c", 1, "r.status_code = 404", language="python").scan.occurrences))
"""


def test_a_document_of_that_language_holds_nothing_and_the_log_says_so_once() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=False, encoding="utf-8")
    assert done.stdout.splitlines() == ["() ()", "() ()", "1"]
    assert done.stderr == "Go files cannot be read, their grammar is not installed: pip install tree-sitter-go\n"

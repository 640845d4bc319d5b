"""A language whose grammar is not installed: silence in the editor, one line in the log."""

import subprocess
import sys

PROGRAM = """
import logging, sys
sys.modules["tree_sitter_go"] = None
logging.basicConfig(format="%(message)s")
from statuslens_lsp.configuration import Configuration
from statuslens_lsp.documents import Documents
from statuslens_lsp.projects import Projects
documents = Documents(Projects(Configuration().of).project_of)
for version, name in enumerate(("a", "b")):
    documents.open(f"untitled:{name}", version, "var status = 404", language="go")
    view = documents.view(f"untitled:{name}")
    print(view.occurrences, view.findings)
documents.open("untitled:c", 1, "r.status_code = 404", language="python")
print(len(documents.view("untitled:c").occurrences))
"""


def test_a_document_of_that_language_holds_nothing_and_the_log_says_so_once() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=False, encoding="utf-8")
    assert done.stdout.splitlines() == ["[] []", "[] []", "1"]
    assert done.stderr == "Go files cannot be read, their grammar is not installed: pip install tree-sitter-go\n"

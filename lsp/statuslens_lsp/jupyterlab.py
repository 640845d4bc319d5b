"""What JupyterLab's jupyter-lsp is told of the server, by the entry point ``jupyter_lsp_spec_v1``."""

import sys
from typing import Any

from statuslens.source.outline import load_outlines

_VERSION = 2
"""The version of jupyter-lsp's schema that this is written in."""
_MIME_TYPES = (
    *("application/javascript", "application/json", "application/typescript", "application/x-sh"),
    *("text/html", "text/javascript", "text/python", "text/typescript", "text/x-c++src", "text/x-csrc"),
    *("text/x-dockerfile", "text/x-go", "text/x-ipython", "text/x-java", "text/x-kotlin", "text/x-log"),
    *("text/x-nginx-conf", "text/x-php", "text/x-python", "text/x-ruby", "text/x-rustsrc", "text/x-scala"),
    *("text/x-sh", "text/x-swift", "text/x-yaml", "text/yaml"),
)
"""What JupyterLab calls texts in our languages."""


def specify(_manager: object) -> dict[str, dict[str, Any]]:
    """Return how to start the server, by its name in JupyterLab's settings."""
    return {
        "statuslens": {
            "version": _VERSION,
            "display_name": "statuslens",
            # -P, or modules of the folder that JupyterLab works in would be imported.
            "argv": [sys.executable, "-P", "-m", "statuslens_lsp"],
            "languages": sorted(load_outlines()),
            "mime_types": list(_MIME_TYPES),
            "requires_documents_on_disk": False,
        }
    }

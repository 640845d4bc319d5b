"""``python -m statuslens_lsp``: the ``statuslens-lsp`` command."""

import sys

from statuslens_lsp.cli import main

sys.exit(main())

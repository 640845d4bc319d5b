"""``python -m statuslens``: the ``statuslens`` command."""

import sys

from statuslens.cli import main

sys.exit(main())

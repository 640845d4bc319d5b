"""``python -m statuslens_slackbot``: the ``statuslens-slackbot`` command."""

import sys

from statuslens_slackbot.cli import main

sys.exit(main())

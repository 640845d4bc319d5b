"""How long properties are tested: ``--hypothesis-profile=long`` for minutes rather than seconds."""

from hypothesis import settings

settings.register_profile("long", max_examples=20_000)

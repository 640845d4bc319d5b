"""Compile the data files when a wheel or an editable install is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """Hatchling's hook; pyproject.toml names this file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (Hatchling's signature)
        """Write the compiled data into the source tree, from where the build takes it."""
        sys.path.insert(0, str(Path(self.root, "core")))
        from statuslens.datafile import compile_data  # noqa: PLC0415 (found by the line above)
        from statuslens.registry.constant_index import compile_constants  # noqa: PLC0415
        from statuslens.registry.names import compile_names  # noqa: PLC0415
        from statuslens.source.outline import compile_outlines  # noqa: PLC0415

        compile_data()
        compile_constants()
        compile_names()
        compile_outlines()

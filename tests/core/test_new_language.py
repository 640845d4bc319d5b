"""A language is added by data alone: a file for its grammar, one for a library, and nothing else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import statuslens

LUA = r"""
name: Lua
variants:
  - id: lua
    extensions: [.lua]
    grammar: tree_sitter_lua.language
ecosystems: [lua]
tokens:
  number: [number]
  string: [string_content]
  comment: [comment]
  name: [identifier]
steps:
  arguments: arguments
  assignment_statement: {step: assignment, target: 0}
  binary_expression: comparison
  dot_index_expression: {step: member, object: table, property: field}
  expression_list: through
  field: {step: pair, key: name, value: value}
  function_call: {step: argument, callee: name, arguments: arguments}
  return_statement: returned
  table_constructor: through
functions: [function_declaration]
operators: {"~=": equality, ">=": order}
imports:
  - 'local[ \t]+(?P<alias>\w+)[ \t]*=[ \t]*require[ \t(]*["''](?P<module>[\w./-]+)["'']'
definition: '\bfunction[ \t]+(?:\w+[.:])?{name}\b'
"""
OPENRESTY = """
title: OpenResty
imports: [resty, ngx]
source: "openresty/lua-nginx-module README.markdown, HTTP status constants"
constants:
  - expression: "ngx.{member}"
    import: 'local ngx = require "ngx"'
    kind: int
    versions: ["0.10.27"]
    members:
      HTTP_NOT_FOUND: "404"
calls:
  - {call: ngx.exit, argument: 0, anywhere: true}
"""
APPLICATION = """local http = require("resty.http")
local names = { [404] = "Not Found", port = 443, status = 201 }
function answer(res)
  if res.status == 410 then
    return ngx.exit(ngx.HTTP_NOT_FOUND)
  end
  http:set_timeout(404)
  ngx.exit(403)
end
"""


def test_a_file_of_data_for_a_grammar_and_one_for_a_library_add_a_language(tmp_path: Path) -> None:
    package = tmp_path / "statuslens"
    shutil.copytree(Path(statuslens.__path__[0]), package, ignore=shutil.ignore_patterns("compiled", "__pycache__"))
    (package / "data" / "languages" / "lua.yaml").write_text(LUA, encoding="utf-8")
    ecosystem = package / "data" / "ecosystems" / "lua" / "openresty.yaml"
    ecosystem.parent.mkdir()
    ecosystem.write_text(OPENRESTY, encoding="utf-8")
    (tmp_path / "app.lua").write_text(APPLICATION, encoding="utf-8")
    command = [sys.executable, "-c", "from statuslens.cli import main; raise SystemExit(main())"]
    result = subprocess.run(
        [*command, "scan", "--format", "jsonl", "app.lua"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stderr == ""
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(record["line"], record["text"], record["code"], record["role"]) for record in records] == [
        (2, "404", "404", "status"),
        (2, "201", "201", "status"),
        (4, "410", "410", "status"),
        (5, "ngx.HTTP_NOT_FOUND", "404", "constant"),
        (8, "403", "403", "status"),
    ]
    assert {record["language"] for record in records} == {"lua"}

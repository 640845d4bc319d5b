#!/usr/bin/env bash
# Installs what the extension is built and tested with: Node.js and VS Code (as code-server) into .tools, the packages
# of package-lock.json into node_modules. Needs npm, on Linux; what is there already stays.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

NODE=24.21.0
CODE_SERVER=4.139.1

case $(uname -m) in
  x86_64) arch=x64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) echo "tools.sh: no Node.js for $(uname -m) is known here" >&2 && exit 2 ;;
esac

# The package with the program itself; the one called "node" would run a script to fetch it.
npm --prefix .tools/node install --silent --no-save "node-linux-$arch@$NODE"
export PATH="$PWD/.tools/node/node_modules/node-linux-$arch/bin:$PATH"

npm ci --silent --ignore-scripts
npm --prefix .tools/vscode install --silent --no-save --ignore-scripts "code-server@$CODE_SERVER"
cd .tools/vscode/node_modules/code-server/lib/vscode
[[ -d node_modules/@vscode/spdlog ]] || npm install --silent --omit=dev --omit=optional --ignore-scripts

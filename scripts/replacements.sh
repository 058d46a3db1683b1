#!/usr/bin/env bash
# Installs what the replacements of rules/task need into .tools/ and runs every
# replacement, in its three languages, on its rule's cases.
#
#   scripts/replacements.sh            check all rules
#   scripts/replacements.sh RULE…      check these rules only
#   scripts/replacements.sh --format   format the replacements in place, then check
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
lists=$root/scripts/packages
tools=$root/.tools
mkdir -p "$tools"

# Runs an installer when the lists it reads have changed since it last succeeded.
up_to_date() {
    local name=$1 installer=$2
    shift 2
    local wanted
    wanted=$(cat "$@" "$root/scripts/replacements.sh" | sha256sum | cut -d' ' -f1)
    if [ "$(cat "$tools/$name.installed" 2>/dev/null)" != "$wanted" ]; then
        echo "installing what the $name replacements need" >&2
        "$installer"
        echo "$wanted" >"$tools/$name.installed"
    fi
}

install_python() {
    python3 -m venv --clear "$tools/venv"
    "$tools/venv/bin/pip" install --quiet --disable-pip-version-check \
        -r "$lists/requirements.txt" -r "$lists/requirements-tools.txt" >&2
}

install_typescript() {
    mkdir -p "$tools/node"
    cp "$lists/package.json" "$tools/node/"
    (cd "$tools/node" && npm install --no-audit --no-fund --loglevel=error >&2)
}

install_rust() {
    mkdir -p "$tools/rust/src"
    cp "$lists/Cargo.toml" "$tools/rust/"
    echo 'fn main() {}' >"$tools/rust/src/main.rs" # the checks write the real one
    rm -f "$tools/rust/Cargo.lock"
    (cd "$tools/rust" && cargo fetch --quiet >&2)
}

# Three installers write to three folders: a lock keeps two runs apart.
exec 9>"$tools/lock"
flock 9

up_to_date python install_python "$lists/requirements.txt" "$lists/requirements-tools.txt"
up_to_date typescript install_typescript "$lists/package.json"
up_to_date rust install_rust "$lists/Cargo.toml"

exec "$tools/venv/bin/python" "$root/scripts/replacements.py" "$@"

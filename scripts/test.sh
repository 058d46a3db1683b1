#!/usr/bin/env bash
# Runs every check of the project and installs what they need (Rust, Python 3.10+ and Node 20 must be there).
# usage: scripts/test.sh [--quick]    --quick leaves out the replacements in three languages
set -euo pipefail
cd "$(dirname "$0")/.."
# What is compared only where all is merged (docs/sdks.md) is compared here.
export CI=1
start=$(date +%s)
say() { printf '\n== %s (%s s)\n' "$*" "$(($(date +%s) - start))"; }
run() { say "$*"; "$@"; }

for tool in cargo python3 node npm; do
  command -v "$tool" >/dev/null || { echo "scripts/test.sh needs '$tool' on PATH" >&2; exit 2; }
done
run cargo fmt --check
run cargo clippy --all-targets -- -D warnings
if [ "${1:-}" = --quick ]; then
  run cargo test --lib --bins --tests -- --skip replacements
else
  run scripts/replacements.sh
  run cargo test
fi
export RUSTDOCFLAGS="-D warnings"
run cargo doc --no-deps --lib
say "all checks passed"

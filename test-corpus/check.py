#!/usr/bin/env python3
"""Checks the labels of this folder, or of its held-out part, against the files and counts them.

usage: check.py [--heldout] [--list] [--follow]

--heldout the labels of heldout/, not those beside it
--list    print each labelled line
--follow  after an edit: move each label to the nearest line that holds the text it was set on (key `starts`)
Exits 1 if anything is wrong. Uses node and rustfmt, where they are installed, to check the syntax.
"""
import argparse
import ast
import collections
import json
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent
HERE = ROOT  # heldout/ with --heldout
RULES = {rule.name for rule in (ROOT.parent / "rules" / "task").iterdir()}
TECHNIQUES = """regex parser lookup arithmetic datetime string-transform sort-dedupe-count validation template constant
routing language-id sentiment other""".split()
KEYS = "id path line sdk via prompt verdict technique rule task form why starts".split()
LANGUAGES = {".py": "Python", ".rs": "Rust", ".ts": "TypeScript/JavaScript", ".tsx": "TypeScript/JavaScript",
             ".js": "TypeScript/JavaScript", ".mjs": "TypeScript/JavaScript", ".cjs": "TypeScript/JavaScript"}
# Folder names that change the scope of what is in them; they belong below toolkit/ alone.
SCOPES = {"test": "test", "tests": "test", "examples": "example", "evals": "evaluation", "eval": "evaluation", "vendor": "vendored"}

problems = []


def problem(row, text):
    problems.append(f"{row['path']}:{row['line']}: {text}")


def read(name):
    path = HERE / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def lines_of(path, cache={}):
    if path not in cache:
        file = HERE / path
        cache[path] = file.read_text(encoding="utf-8").split("\n") if file.is_file() else []
    return cache[path]


def follow(labels):
    """Moves labels whose line moved; returns how many."""
    moved = 0
    for row in labels:
        lines = lines_of(row["path"])
        if not lines or (row["line"] <= len(lines) and lines[row["line"] - 1].strip() == row["starts"]):
            continue
        found = [n for n, line in enumerate(lines, 1) if line.strip() == row["starts"]]
        if found:
            row["line"] = min(found, key=lambda n: abs(n - row["line"]))
            moved += 1
    (HERE / "labels.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in labels), encoding="utf-8")
    return moved


def python_calls(path, cache={}):
    """(first line, last line) of each call in a Python file."""
    if path not in cache:
        tree = ast.parse((HERE / path).read_text(encoding="utf-8"), path)
        cache[path] = [(n.lineno, n.end_lineno) for n in ast.walk(tree) if isinstance(n, ast.Call)]
    return cache[path]


def check_label(row):
    for key in KEYS:
        if key not in row:
            problem(row, f"has no key {key!r}")
            return
    if row["verdict"] not in ("code", "hybrid", "small-model", "llm"):
        problem(row, f"verdict {row['verdict']!r}")
    if row["prompt"] not in ("resolved", "partial", "unresolved"):
        problem(row, f"prompt {row['prompt']!r}")
    if row.get("tongue", "en") not in "en de es fr ja pt zh".split():
        problem(row, f"tongue {row['tongue']!r}")
    if row["verdict"] == "llm" and (row["rule"] or row["technique"]):
        problem(row, "llm has neither a rule nor a technique")
    if row["verdict"] != "llm" and row["technique"] not in TECHNIQUES:
        problem(row, f"technique {row['technique']!r}")
    if row["rule"] and row["rule"] not in RULES:
        problem(row, f"rule {row['rule']!r}")
    text = line_text(row)
    if text is not None and text != row["starts"]:
        problem(row, f"holds {text!r}, the label was set on {row['starts']!r} (see --follow)")
    elif text is not None and row["path"].endswith(".py") and all(first != row["line"] for first, _ in python_calls(row["path"])):
        problem(row, "no call starts here")
    scope = next((SCOPES[part] for part in pathlib.PurePath(row["path"]).parts[:-1] if part in SCOPES), "app")
    if row.get("scope", "app") != scope:
        problem(row, f"scope {row.get('scope', 'app')!r}, by its path {scope!r}")
    if scope != "app" and not row["path"].startswith("toolkit/"):
        problem(row, "a folder of this name belongs below toolkit/")


def line_text(row):
    lines = lines_of(row["path"])
    if not lines:
        problem(row, "no such file")
    elif not 1 <= row["line"] <= len(lines):
        problem(row, "no such line")
    elif not lines[row["line"] - 1].strip():
        problem(row, "blank line")
    else:
        return lines[row["line"] - 1].strip()
    return None


def check_lookalike(row, labels):
    if not row.get("why"):
        problem(row, "gives no reason (why)")
    if line_text(row) is None:
        return
    if row["path"].endswith(".py"):
        for label in labels:
            if label["path"] == row["path"] and any(f == label["line"] and f <= row["line"] <= l for f, l in python_calls(row["path"])):
                problem(row, f"lies inside the call {label['id']}")


def check_unique(rows, key, what):
    seen = collections.Counter(map(key, rows))
    for row in rows:
        if seen[key(row)] > 1:
            problem(row, f"{what} occurs {seen[key(row)]} times")


def check_syntax():
    commands = {".mjs": ["node", "--check"], ".cjs": ["node", "--check"], ".js": ["node", "--check"]}
    for file in sorted(HERE.rglob("*")):
        path = file.relative_to(HERE).as_posix()
        if path.startswith("heldout/"):
            continue
        if file.suffix == ".py":
            try:
                ast.parse(file.read_text(encoding="utf-8"), path)
            except SyntaxError as error:
                problem({"path": path, "line": error.lineno}, error.msg)
        elif file.suffix == ".rs" and shutil.which("rustfmt"):
            # From standard input, so that `mod` lines are not followed.
            run = subprocess.run(["rustfmt", "--edition", "2021", "--emit", "stdout"], input=file.read_bytes(), capture_output=True)
            if run.returncode:
                problem({"path": path, "line": 1}, run.stderr.decode().strip())
        elif file.suffix in commands and shutil.which("node"):
            run = subprocess.run([*commands[file.suffix], str(file)], capture_output=True)
            if run.returncode:
                problem({"path": path, "line": 1}, run.stderr.decode().strip())


def language(row):
    return LANGUAGES[pathlib.PurePath(row["path"]).suffix]


def print_counts(title, rows, key):
    print(f"\n{title}")
    for value, count in collections.Counter(str(key(row)) for row in rows).most_common():
        print(f"  {count:4} {value}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--heldout", action="store_true")
    arguments.add_argument("--list", action="store_true")
    arguments.add_argument("--follow", action="store_true")
    options = arguments.parse_args()
    global HERE
    if options.heldout:
        HERE = ROOT / "heldout"

    labels, lookalikes, neutral = read("labels.jsonl"), read("lookalikes.jsonl"), read("neutral.jsonl")
    if options.follow:
        print(follow(labels), "labels moved")
    check_syntax()
    for row in labels:
        check_label(row)
    for row in lookalikes + neutral:
        check_lookalike(row, labels)
    check_unique(labels, lambda row: row["id"], "id")
    check_unique(labels + lookalikes + neutral, lambda row: (row["path"], row["line"]), "line")

    if options.list:
        for row in labels:
            print(f"{row['id']:16} {row['path']}:{row['line']}  {row['starts'][:90]}")
    print(f"{len(labels)} call sites in {len({row['path'] for row in labels})} files, {len(lookalikes)} lookalikes, {len(neutral)} neutral")
    print_counts("by language", labels, language)
    print_counts("by verdict", labels, lambda row: row["verdict"])
    print_counts("by language and verdict", labels, lambda row: f"{language(row)}: {row['verdict']}")
    print_counts("by rule", [row for row in labels if row["verdict"] != "llm"], lambda row: row["rule"])
    print_counts("by form", labels, lambda row: row["form"])
    print_counts("by sdk", labels, lambda row: row["sdk"])
    print_counts("through a wrapper", labels, lambda row: "direct" if row["via"] is None else "via a function of the project")
    print_counts("by scope", labels, lambda row: row.get("scope", "app"))
    print_counts("by tongue of the prompt", labels, lambda row: row.get("tongue", "en"))
    print_counts("by state of the prompt", labels, lambda row: row["prompt"])
    for text in problems:
        print(text, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

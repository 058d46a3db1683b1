"""Checks the rules' replacements: form, formatting, types, dependencies and cases.

Run it through scripts/replacements.sh, which installs what it needs. A case may
override slots (`"slots": {"case": "kebab"}`): the default literal is then replaced
in a copy of the source, just as the engine does it for a call site.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import math
import os
import re
import subprocess
import sys
import tomllib
import traceback
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "rules" / "task"
TOOLS = ROOT / ".tools"
PACKAGES = ROOT / "scripts" / "packages"
EXTENSIONS = {"python": "py", "typescript": "ts", "rust": "rs"}

VERDICTS = {"code", "hybrid", "small-model"}
# fmt: off
TECHNIQUES = {
    "regex", "parser", "lookup", "arithmetic", "datetime", "string-transform",
    "sort-dedupe-count", "validation", "template", "constant", "routing", "language-id",
    "sentiment", "other",
}
# fmt: on
REPLY_KINDS = {"text", "boolean", "number", "date", "enum", "json", "echo"}
HOLE_TYPES = {"str", "int", "float", "bool", "list[str]", "datetime", "date"}
KEYS = {
    "frames",
    "title",
    "verdict",
    "technique",
    "why",
    "suggest",
    "does",
    "instead",
    "covers",
    "differs",
    "references",
    "reply",
    "replacement",
    "example",
    "near-miss",
}
PROMPT_KEYS = {"system", "user", "holes", "parameters"}
LEAST = {"cases": 12, "example": 8, "near-miss": 6}

SLOT = re.compile(
    r"^(?P<head>\s*(?:export |pub )?(?:const |static )?[A-Z_]+\b[^=]*= )"
    r"(?P<literal>.*?)(?P<end>;?\s*(?:#|//) slot: (?P<slot>[a-z-]+))$",
    re.MULTILINE,
)
RUST_FUNCTION = re.compile(r"^pub fn (\w+)\((.*?)\)(?: -> ([^{]+?))? \{", re.MULTILINE | re.DOTALL)


@dataclass
class Case:
    rule: str
    variant: int
    args: list[Any]
    output: Any
    line: int
    slots: dict[str, Any]


@dataclass
class Rule:
    name: str
    toml: dict[str, Any]
    cases: list[Case] = field(default_factory=list)
    variants: list[dict[str, Any]] = field(default_factory=list)

    def source(self, language: str) -> Path:
        return RULES / self.name / f"replacement.{EXTENSIONS[language]}"

    def function(self, language: str) -> str:
        return str(self.toml["replacement"][language]["function"])

    def dependencies(self, language: str) -> list[str]:
        return list(self.toml["replacement"][language]["dependencies"])

    def module(self, variant: int) -> str:
        return f"{self.name.replace('-', '_')}_{variant}"


class Problems:
    def __init__(self) -> None:
        self.count = 0

    def add(self, text: str) -> None:
        self.count += 1
        print(f"error: {text}")


def read_rule(folder: Path, problems: Problems) -> Rule:
    """Reads one rule's folder and checks its form."""
    toml = tomllib.loads((folder / "rule.toml").read_text())
    rule = Rule(folder.name, toml)

    def check(holds: bool, text: str) -> None:
        if not holds:
            problems.add(f"{folder.name}: {text}")

    check(set(toml) == KEYS, f"keys differ from those of a rule: {sorted(set(toml) ^ KEYS)}")
    check(toml["verdict"] in VERDICTS, "verdict")
    check(toml["technique"] in TECHNIQUES, "technique")
    check(toml["reply"]["kind"] in REPLY_KINDS, "reply.kind")
    check(set(toml["reply"]) == {"kind", "typical_tokens", "basis"}, "keys of reply")
    for kind, extra in (("example", {"verdict", "miss"}), ("near-miss", {"why", "miss"})):
        check(len(toml[kind]) >= LEAST[kind], f"fewer than {LEAST[kind]} of {kind}")
        for prompt in toml[kind]:
            text = f"{prompt.get('system', '')}\n{prompt.get('user', '')}"
            check(set(prompt) <= PROMPT_KEYS | extra, f"keys of {kind}: {sorted(prompt)}")
            check(bool(text.strip()), f"a {kind} without text")
            check(prompt.get("verdict", "code") in VERDICTS, f"verdict of {kind}: {text}")
            for hole, of_type in prompt.get("holes", {}).items():
                check(of_type in HOLE_TYPES, f"type of hole {hole}: {of_type}")
                check(f"{{{hole}}}" in text, f"hole {{{hole}}} is not in: {text}")
        check(kind != "near-miss" or all("why" in p for p in toml[kind]), "a near miss without why")

    for number, line in enumerate((folder / "cases.jsonl").read_text().strip().split("\n"), 1):
        raw = json.loads(line)
        check(set(raw) <= {"input", "args", "output", "slots"}, f"keys of case {number}")
        args = raw["args"] if "args" in raw else [raw["input"]]
        slots = raw.get("slots", {})
        if slots not in rule.variants:
            rule.variants.append(slots)
        variant = rule.variants.index(slots)
        rule.cases.append(Case(rule.name, variant, args, raw["output"], number, slots))
    check(len(rule.cases) >= LEAST["cases"], f"fewer than {LEAST['cases']} cases")
    return rule


def literal(value: Any, language: str) -> str:
    """Writes a slot's value in a language."""
    match value:
        case str():
            text = json.dumps(value, ensure_ascii=False)
            # JSON's \b, \f and \uXXXX are no escapes of Rust.
            return re.sub(r"\\u([0-9a-f]{4})", r"\\u{\1}", text) if language == "rust" else text
        case list():
            items = ", ".join(literal(item, language) for item in value)
            return f"&[{items}]" if language == "rust" else f"[{items}]"
        case dict():
            pairs = [(literal(k, language), literal(v, language)) for k, v in value.items()]
            if language == "rust":
                return "&[" + ", ".join(f"({k}, {v})" for k, v in pairs) + "]"
            return "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"
    raise TypeError(f"no literal for {value!r}")


def instantiate(source: str, slots: dict[str, Any], language: str) -> str:
    """Replaces the literals of the named slots."""
    seen = set()

    def put(found: re.Match[str]) -> str:
        slot = found["slot"]
        seen.add(slot)
        if slot not in slots:
            return found[0]
        return found["head"] + literal(slots[slot], language) + found["end"]

    text = SLOT.sub(put, source)
    if missing := set(slots) - seen:
        raise ValueError(f"no slot {sorted(missing)}")
    return text


def write(path: Path, text: str) -> None:
    """Writes a file unless it holds this text, so that builds stay incremental."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def generate(rules: list[Rule], language: str, folder: Path) -> None:
    """Writes every variant of every replacement into a flat folder."""
    wanted = set()
    for rule in rules:
        source = rule.source(language).read_text()
        for number, slots in enumerate(rule.variants):
            path = folder / f"{rule.module(number)}.{EXTENSIONS[language]}"
            write(path, instantiate(source, slots, language))
            wanted.add(path)
    for stale in set(folder.glob(f"*_[0-9]*.{EXTENSIONS[language]}")) - wanted:
        stale.unlink()


def run(command: list[str | Path], cwd: Path = ROOT, **extra: str) -> tuple[bool, str]:
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        cwd=cwd,
        env=os.environ | extra,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode == 0, done.stdout


def listed_packages(language: str) -> dict[str, str]:
    """The pinned packages of a language, by name."""
    if language == "python":
        lines = (PACKAGES / "requirements.txt").read_text().splitlines()
        return dict(line.split("==") for line in lines if line and not line.startswith("#"))
    if language == "typescript":
        return dict(json.loads((PACKAGES / "package.json").read_text())["dependencies"])
    listed = tomllib.loads((PACKAGES / "Cargo.toml").read_text())["dependencies"]
    return {
        name: (value if isinstance(value, str) else value["version"]).lstrip("=")
        for name, value in listed.items()
    }


def declared(text: str, language: str) -> tuple[str, str]:
    """Splits a declared dependency into its name and the version it starts from."""
    if language == "rust":
        ((name, value),) = tomllib.loads(text).items()
        return name, value if isinstance(value, str) else value["version"]
    pattern = r"(.+?)>=([\d.]+)$" if language == "python" else r"(.+)@\^([\d.]+)$"
    if not (found := re.match(pattern, text)):
        raise ValueError(f"dependency {text!r} has no version range")
    return found[1], found[2]


def like(name: str) -> str:
    """A Python package's name as the registry compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(rule: Rule, language: str, listed: dict[str, str]) -> set[str]:
    """The packages that a replacement imports."""
    source = rule.source(language).read_text()
    if language == "python":
        packages = importlib.metadata.packages_distributions()
        roots = set(re.findall(r"^(?:from|import) (\w+)", source, re.MULTILINE))
        names = {packages.get(root, [root])[0] for root in roots - sys.stdlib_module_names}
        return {next((one for one in listed if like(one) == like(n)), n) for n in names}
    if language == "typescript":
        paths = re.findall(
            r'(?:from|import|createRequire\(import\.meta\.url\))\s*\(?"([^".][^"]*)"', source
        )
        names = ("/".join(p.split("/")[: 2 if p.startswith("@") else 1]) for p in paths)
        return {name for name in names if not name.startswith("node:")}
    roots = set(re.findall(r"(?<![\w:])([a-z]\w*)::", source))
    return {name for name in listed if name.replace("-", "_") in roots}


def check_dependencies(rules: list[Rule], every: bool, problems: Problems) -> None:
    for language in EXTENSIONS:
        listed = listed_packages(language)
        used = set()
        for rule in rules:
            names = set()
            for text in rule.dependencies(language):
                name, version = declared(text, language)
                names.add(name)
                pinned = [int(n) for n in listed.get(name, "0").split("+")[0].split(".")]
                wanted = [int(n) for n in version.split(".")]
                above = pinned >= wanted and (language == "python" or pinned[0] == wanted[0])
                if not above:
                    problems.add(f"{rule.name}: {text!r} does not allow {listed.get(name)}")
            if names != (imports := imported(rule, language, listed)):
                problems.add(
                    f"{rule.name}: the {language} replacement imports {sorted(imports)}"
                    f" and declares {sorted(names)}"
                )
            used |= names
        needless = set(listed) - used - {"serde_json"}
        if every and needless:
            problems.add(f"installed for {language} and used by no rule: {sorted(needless)}")


def check_formatting(rules: list[Rule], in_place: bool, problems: Problems) -> None:
    python, typescript, rust = ([r.source(language) for r in rules] for language in EXTENSIONS)
    check = [] if in_place else ["--check"]
    ruff = TOOLS / "venv/bin/ruff"
    prettier = TOOLS / "node/node_modules/.bin/prettier"
    for command in (
        [ruff, "format", "--quiet", "--no-cache", "--isolated", *check, *python],
        [ruff, "check", "--quiet", "--no-cache", "--isolated", *python],
        [prettier, "--log-level=warn", *(check or ["--write"]), *typescript],
        ["rustfmt", "--edition=2024", *check, *rust],
    ):
        good, output = run(command)
        if not good:
            problems.add(f"formatting\n{output}")


def run_python(rules: list[Rule], cases: list[Case], problems: Problems) -> list[Any]:
    folder = TOOLS / "python"
    generate(rules, "python", folder)
    sources = [rule.source("python") for rule in rules]
    mypy = ["-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", TOOLS / "mypy"]
    mypy.append("--disable-error-code=import-untyped")  # a library's lack, not ours
    # The sources share one file name, so their flat copies are checked.
    firsts = [folder / f"{rule.module(0)}.py" for rule in rules]
    for command in (
        [sys.executable, "-m", "compileall", "-q", *sources],
        [sys.executable, *mypy, "--python-version=3.10", *firsts],
    ):
        good, output = run(command)
        if not good:
            problems.add(f"python\n{output}")

    functions: dict[tuple[str, int], Callable[..., Any]] = {}
    for rule in rules:
        for variant in range(len(rule.variants)):
            path = folder / f"{rule.module(variant)}.py"
            spec = importlib.util.spec_from_file_location(path.stem, path)
            assert spec and spec.loader
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            functions[rule.name, variant] = getattr(module, rule.function("python"))
    answers = []
    for case in cases:
        try:
            answers.append(functions[case.rule, case.variant](*case.args))
        except Exception:  # noqa: BLE001
            answers.append({"raised": traceback.format_exc(limit=-2)})
    return answers


TYPESCRIPT_CONFIG = {
    "compilerOptions": {
        "strict": True,
        "noUncheckedIndexedAccess": True,
        "noUnusedLocals": True,
        "noImplicitReturns": True,
        "target": "es2023",
        "module": "nodenext",
        "moduleResolution": "nodenext",
        "esModuleInterop": True,
        "skipLibCheck": True,
        "incremental": True,
        "tsBuildInfoFile": "out/buildinfo",
        "types": ["node"],
        "rootDir": "src",
        "outDir": "out",
    },
    "include": ["src"],
}


def run_typescript(rules: list[Rule], cases: list[Case], problems: Problems) -> list[Any]:
    folder = TOOLS / "node"
    generate(rules, "typescript", folder / "src")
    write(folder / "tsconfig.json", json.dumps(TYPESCRIPT_CONFIG, indent=2))
    good, output = run(["node_modules/.bin/tsc", "--project", "."], folder)
    if not good:
        problems.add(f"typescript\n{output}")
    lines = ['import { readFileSync } from "node:fs";', "const functions = {};"]
    for rule in rules:
        for variant in range(len(rule.variants)):
            module, function = rule.module(variant), rule.function("typescript")
            lines.append(f'import {{ {function} as {module} }} from "./out/{module}.js";')
            lines.append(f"functions.{module} = {module};")
    lines.append("""
for (const [name, args] of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  let answer;
  try {
    answer = functions[name](...args) ?? null;
  } catch (error) {
    answer = { raised: String(error?.stack ?? error) };
  }
  console.log(JSON.stringify(answer));
}""")
    write(folder / "run.mjs", "\n".join(lines))
    return answers_of(["node", "run.mjs"], folder, rules, cases, problems)


RUST_ARGUMENTS = {
    "&str": "args[{i}].as_str().unwrap()",
    "f64": "args[{i}].as_f64().unwrap()",
    "i64": "args[{i}].as_i64().unwrap()",
    "&[&str]": "&args[{i}].as_array().unwrap().iter().map(|v| v.as_str().unwrap())"
    ".collect::<Vec<&str>>()",
    "&[f64]": "&args[{i}].as_array().unwrap().iter().map(|v| v.as_f64().unwrap())"
    ".collect::<Vec<f64>>()",
    "&[(&str, &str)]": "&args[{i}].as_object().unwrap().iter()"
    ".map(|(k, v)| (k.as_str(), v.as_str().unwrap())).collect::<Vec<(&str, &str)>>()",
}


def run_rust(rules: list[Rule], cases: list[Case], problems: Problems) -> list[Any]:
    folder = TOOLS / "rust"
    generate(rules, "rust", folder / "src")
    modules, arms = [], []
    for rule in rules:
        name = rule.function("rust")
        signatures = {n: p for n, p, _ in RUST_FUNCTION.findall(rule.source("rust").read_text())}
        if set(signatures) != {name}:
            problems.add(f"{rule.name}: public functions in Rust are {sorted(signatures)}")
            continue
        types = re.findall(r"\w+: (&\[\([^)]*\)\]|[^,]+)", signatures[name])
        given = ", ".join(RUST_ARGUMENTS[t.strip()].format(i=i) for i, t in enumerate(types))
        for variant in range(len(rule.variants)):
            module = rule.module(variant)
            # The rule's own file, so that errors name it; variants are copies.
            path = rule.source("rust") if not rule.variants[variant] else f"{module}.rs"
            modules.append(f"#[path = {json.dumps(str(path))}]\nmod {module};")
            arms.append(f'        "{module}" => json!({module}::{name}({given})),')
    main = "\n".join([
        "use serde_json::{Value, json};",
        *modules,
        "fn call(name: &str, args: &[Value]) -> Value {",
        "    let _ = args;",
        "    match name {",
        *arms,
        '        _ => panic!("no such replacement"),',
        "    }",
        "}",
        "fn main() {",
        '    let file = std::env::args().nth(1).expect("a file of cases");',
        '    let text = std::fs::read_to_string(file).expect("cases");',
        '    let cases: Vec<(String, Vec<Value>)> = serde_json::from_str(&text).expect("JSON");',
        "    for (name, args) in cases {",
        "        let answer = std::panic::catch_unwind(|| call(&name, &args))",
        '            .unwrap_or_else(|_| json!({"raised": "a panic, see standard error"}));',
        '        println!("{answer}");',
        "    }",
        "}",
    ])  # fmt: skip
    write(folder / "src/main.rs", main)
    target = TOOLS / "rust-target"
    good, output = run(
        ["cargo", "build", "--quiet", "--offline"], folder, CARGO_TARGET_DIR=str(target)
    )
    if output.strip():
        problems.add(f"rust\n{output}")
    if not good:
        return [{"raised": "not built"}] * len(cases)
    return answers_of([target / "debug/replacements"], folder, rules, cases, problems)


def answers_of(
    command: list[str | Path],
    folder: Path,
    rules: list[Rule],
    cases: list[Case],
    problems: Problems,
) -> list[Any]:
    """Runs a program on all cases; it prints one answer a line."""
    by_name = {rule.name: rule for rule in rules}
    calls = [[by_name[case.rule].module(case.variant), case.args] for case in cases]
    write(folder / "cases.json", json.dumps(calls))
    done = subprocess.run(
        [*map(str, command), "cases.json"],
        check=False,
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    )
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    if done.returncode != 0 or len(answers) != len(cases):
        problems.add(f"{command[0]} answered {len(answers)} of {len(cases)} cases")
        answers += [{"raised": "no answer"}] * (len(cases) - len(answers))
    return answers


def same(answer: Any, wanted: Any) -> bool:
    """Whether two JSON values agree, numbers up to rounding."""
    if isinstance(answer, bool) or isinstance(wanted, bool):
        return answer is wanted
    if isinstance(answer, (int, float)) and isinstance(wanted, (int, float)):
        return math.isclose(answer, wanted, rel_tol=1e-12, abs_tol=1e-12)
    if isinstance(answer, (list, tuple)) and isinstance(wanted, list):
        return len(answer) == len(wanted) and all(map(same, answer, wanted))
    if isinstance(answer, dict) and isinstance(wanted, dict):
        return answer.keys() == wanted.keys() and all(same(answer[k], wanted[k]) for k in wanted)
    return type(answer) is type(wanted) and bool(answer == wanted)


def main(arguments: list[str]) -> int:
    problems = Problems()
    in_place = "--format" in arguments
    names = [a for a in arguments if not a.startswith("-")]
    folders = sorted(p for p in RULES.iterdir() if (p / "rule.toml").exists())
    if unknown := set(names) - {p.name for p in folders}:
        print(f"error: no rule {sorted(unknown)}")
        return 2
    rules = [read_rule(p, problems) for p in folders if not names or p.name in names]
    check_dependencies(rules, not names, problems)
    check_formatting(rules, in_place, problems)

    cases = [case for rule in rules for case in rule.cases]
    runners = {"python": run_python, "typescript": run_typescript, "rust": run_rust}
    totals: dict[str, int] = defaultdict(int)
    for language, runner in runners.items():
        answers = runner(rules, cases, problems)
        for rule in rules:
            good = 0
            for case, answer in zip(cases, answers, strict=True):
                if case.rule != rule.name:
                    continue
                if same(answer, case.output):
                    good += 1
                    continue
                print(f"{rule.name} {language}, line {case.line} of cases.jsonl")
                if case.slots:
                    print(f"  slots  {json.dumps(case.slots, ensure_ascii=False)}")
                print(f"  args   {json.dumps(case.args, ensure_ascii=False)}")
                print(f"  wanted {json.dumps(case.output, ensure_ascii=False)}")
                print(f"  got    {json.dumps(answer, ensure_ascii=False, default=repr)}")
            print(f"{rule.name} {language} {good}/{len(rule.cases)}")
            totals["passed"] += good
            totals["failed"] += len(rule.cases) - good
    print(f"{totals['passed']} passed, {totals['failed']} failed")
    if problems.count:
        print(f"{problems.count} problems besides the cases")
    return 1 if totals["failed"] or problems.count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

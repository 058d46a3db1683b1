#!/usr/bin/env python3
"""Fits what a judgement is weighed by to labelled prompts.

usage: fit.py FEATURES.jsonl [--folds N] [--misses N] [--write rules]

FEATURES.jsonl is what `cargo run --release --example features -- --rules PROMPTS.jsonl…` prints. For each of
N folds all is fitted on the others, and the tables say how the prompts of that fold are judged; what the
opinions are worth together is fitted on those. Then all are fitted together, and rules/weights.toml, grams.hex, phrases.hex and choice.hex are written where --write says so.

All parts are linear: the reading's features, the words and notions ('grams') and the runs of words
('phrases'), both hashed, say whether code can do the work; the grams also say which technique, which kind of verdict and which rule it is.
Prompts that belong together (a row with and without what the call tells, the members of a contrast set) are
always in the same fold; so are the prompts of one repository. Needs numpy, scipy and scikit-learn.
"""
import argparse, collections, hashlib, json, re, warnings
import numpy as np, scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

BUCKETS, PHRASE_BUCKETS = 1 << 15, 1 << 16
# A rule's examples say a thing briefly and by the dozen: they teach words, but real prompts are not like them.
RULES_COUNT = {False: 0.2, True: 0.5}  # by whether it is a near miss
# How much each file's prompts count; 1 where nothing is said. The more a file is like real code, the more.
COUNTS = {"positives": 3, "negatives": 3, "world": 3, "real": 3, "labels58": 3}
TECHNIQUE, KIND, RULE, FRAME = 2.0, 1.0, 2.0, 0.75
RULE_WEIGHTS = 200
# Beyond this a rule that speaks louder makes the work no surer.
MOST = 3.0


def load(path):
    rows = [json.loads(line) for line in open(path) if line.startswith("{")]
    return rows[0]["names"], [row for row in rows[1:] if row["covered"]]


def count(row):
    known = RULES_COUNT[row["verdict"] == "llm"] if row["lang"] == "rules" else COUNTS.get(row["source"], 1)
    return known / 2 if row["doubt"] else known


def buckets(rows, key, size):
    ends = np.cumsum([0] + [len(row[key]) for row in rows])
    columns = np.concatenate([np.array(row[key], np.int32) for row in rows])
    values = np.repeat([1 / np.sqrt(max(1, len(row[key]))) for row in rows], np.diff(ends))
    return sp.csr_matrix((values, columns, ends), shape=(len(rows), size))


def fold(row, n):
    together = row["group"] or re.sub(r"(?<=\d)[a-h]?~?$", "", row["id"])
    return int(hashlib.sha256(("fold" + together).encode()).hexdigest(), 16) % n


def side(x, g, f, y, weight, a):
    """Log-odds of the reading, of the grams and of the phrases, as functions of rows."""
    one = LogisticRegression(C=1 / a.ridge, max_iter=2000).fit(x, y, sample_weight=weight)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        words = [LogisticRegression(C=1 / a.gram_ridge, solver="liblinear", dual=True, max_iter=400).fit(m, y, sample_weight=weight) for m in (g, f)]
    return one, *words


class Choice:
    """Which technique, kind and rule: ridge regression in the dual, then what is kept of its weights."""

    def __init__(self, rows, g, weight, ridge=0.3):
        use = np.array([row["verdict"] != "llm" and row["technique"] is not None for row in rows])
        rows, g, weight = [r for r, u in zip(rows, use) if u], g[use], weight[use]
        self.techniques = sorted({row["technique"] for row in rows})
        self.kinds = ["code", "hybrid", "small-model"]
        labels = [(self.techniques, "technique"), (self.kinds, "verdict")]
        target = np.hstack([2.0 * np.array([[row[key] == name for name in names] for row in rows]) - 1 for names, key in labels])
        dense = self.solve(g, target, ridge / np.maximum(weight, 1))
        self.dense = quantised(dense, 7)
        ruled = np.array([row["rule"] is not None for row in rows])
        self.rules = sorted({row["rule"] for row in rows if row["rule"]})
        of = {r["rule"]: (r["technique"], r["verdict"]) for r in rows if r["rule"] and r["lang"] == "rules"}
        self.rules = [rule for rule in self.rules if rule in of]
        self.technique_of = np.array([self.techniques.index(of[rule][0]) for rule in self.rules])
        self.kind_of = np.array([self.kinds.index(of[rule][1]) for rule in self.rules])
        target = np.array([[row["rule"] == rule for rule in self.rules] for row, r in zip(rows, ruled) if r], float)
        own = self.solve(g[ruled], target, np.full(ruled.sum(), ridge))
        used = np.asarray((g[ruled] > 0).sum(0)).ravel()
        worth = np.abs(own) * np.sqrt(np.minimum(used, 50))[:, None]
        for j in range(own.shape[1]):
            own[worth[:, j] < np.partition(worth[:, j], -RULE_WEIGHTS)[-RULE_WEIGHTS], j] = 0
        self.own = quantised(own, 127)

    @staticmethod
    def solve(g, target, ridge):
        kernel = (g @ g.T).toarray() + np.diag(ridge)
        return g.T @ np.linalg.solve(kernel, target)

    def score(self, rows, g):
        dense = g @ self.dense
        fits = np.zeros((len(rows), len(self.rules)))
        for i, row in enumerate(rows):
            for rule, _, _, fit in row["fitting"]:
                if rule in self.rules: fits[i, self.rules.index(rule)] = fit
        fits /= np.maximum(fits.max(1, keepdims=True), 1)
        return (TECHNIQUE * dense[:, self.technique_of] + KIND * dense[:, len(self.techniques) + self.kind_of]
                + RULE * (g @ self.own) + FRAME * fits)

    def write(self, path):
        lines = []
        for j, name in enumerate(self.techniques + self.kinds):
            what = "technique" if j < len(self.techniques) else "kind"
            scale, values = scaled(self.dense[:, j], 7)
            lines.append(f"{what} {name} {scale:.8f}\n" + "".join(f"{v + 8:x}" for v in values))
        for j, rule in enumerate(self.rules):
            scale, values = scaled(self.own[:, j], 127)
            pairs = "".join(f"{i:04x}{values[i] + 128:02x}" for i in np.flatnonzero(values))
            lines.append(f"rule {rule} {scale:.8f}\n{pairs}")
        head = f"weigh {TECHNIQUE} {KIND} {RULE} {FRAME}\n"
        open(path, "w").write(head + "\n".join(lines) + "\n")


def quantised(weights, levels):
    """Each column in so many steps either way, the few largest cut."""
    scale = np.abs(weights).max(0) / levels * (0.6 if levels < 16 else 1) + 1e-12
    return np.clip(np.round(weights / scale), -levels, levels) * scale


def scaled(column, levels):
    scale = np.abs(column).max() / levels + 1e-12
    return scale, np.round(column / scale).astype(int)


def write_table(path, fitted):
    """One byte a bucket, two hexadecimal digits, 0x80 is zero; the scale and the bias stand first."""
    scale, data = scaled(fitted.coef_[0], 127)
    with open(path, "w") as out:
        out.write(f"{scale:.6f} {fitted.intercept_[0]:.6f}\n")
        for i in range(0, len(data), 64): out.write("".join(f"{d + 128:02x}" for d in data[i:i + 64]) + "\n")


def sigmoid(v): return 1 / (1 + np.exp(-v))


def matrix(rows): return np.array([row["values"] for row in rows], float)


def table(y, p, title):
    print(title)
    for t in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        hit = p >= t
        tp, fp = (hit & y).sum(), (hit & ~y).sum()
        print(f"  >= {t:.2f}: precision {tp / max(1, tp + fp):.3f} recall {tp / max(1, y.sum()):.3f} false alarms {fp / max(1, (~y).sum()):.3f} ({tp}+{fp})")


def judged(a, rows, x, g, f, y, weight):
    """How each row is judged by what is fitted on the other folds: log-odds of the three opinions, the
    claim of the rule that speaks loudest, and that rule's technique, kind and name."""
    odds, claim = np.zeros((3, len(rows))), np.zeros(len(rows))
    said = np.zeros((3, len(rows)), object)
    folds = np.array([fold(row, a.folds) for row in rows])
    for k in range(a.folds):
        train, test = folds != k, np.flatnonzero(folds == k)
        fitted = side(x[train], g[train], f[train], y[train], weight[train], a)
        for i, (part, m) in enumerate(zip(fitted, (x, g, f))): odds[i, test] = part.decision_function(m[test])
        choice = Choice([row for row, t in zip(rows, train) if t], g[train], weight[train])
        claims = choice.score([rows[i] for i in test], g[test])
        best = claims.argmax(1)
        claim[test] = np.minimum(claims.max(1), MOST)
        said[:, test] = [[choice.techniques[choice.technique_of[b]] for b in best],
                         [choice.kinds[choice.kind_of[b]] for b in best], [choice.rules[b] for b in best]]
    return odds, claim, said


def calibrated(odds, claim, y, weight):
    """The last step: what the opinions and the claim are worth together, on prompts none of them has seen."""
    return LogisticRegression().fit(np.column_stack([odds.sum(0), claim]), y, sample_weight=weight)


def report(a, rows, y, odds, claim, said, last):
    for part, title in zip(odds, ("the reading alone", "words and notions alone", "phrases alone")):
        table(y, sigmoid(part), f"{len(rows)} readings, {a.folds} folds: {title}")
    table(y, sigmoid(odds.sum(0) / 2), "the three together")
    p = last.predict_proba(np.column_stack([odds.sum(0), claim]))[:, 1]
    table(y, p, "with the rule's claim: the score")
    bare = np.array([row["id"].endswith("~") for row in rows])
    table(y[~bare], p[~bare], "the score, with all that the call tells")
    table(y[bare], p[bare], "the score, text alone")
    sure = np.array([not row["doubt"] for row in rows])
    for key in ("lang", "source"):
        parts = collections.Counter(row[key] for row in rows)
        for part, n in parts.most_common():
            m = np.array([row[key] == part for row in rows]) & ~bare & sure
            if m.sum() >= 20 and len(parts) > 1: table(y[m], p[m], f"{key} {part} ({m.sum()})")
    print("of those that code can do, from a score of 0.5 on: technique, kind and rule as labelled")
    right = [np.array([row[key] == it for row, it in zip(rows, made)]) for key, made in zip(("technique", "verdict", "rule"), said)]
    for part in ["all"] + sorted({row["source"] for row in rows}):
        m = y & ~bare & (p >= 0.5) & np.array([part in ("all", row["source"]) for row in rows])
        own = m & np.array([row["rule"] is not None for row in rows])
        if m.any(): print(f"  {part:14} {m.sum():5} technique {right[0][m].mean():.3f} kind {right[1][m].mean():.3f}" + (f" rule {right[2][own].mean():.3f}" if own.any() else ""))
    print("what each sign is worth: of those accused from a score of 0.7 on, how many are right with it and without it")
    for sign in sorted({sign for row in rows for sign in row["signs"]}):
        stands = np.array([sign in row["signs"] for row in rows])
        for part in ("all", "real", "labels58"):
            m = (p >= 0.7) & ~bare & sure & np.array([part == row["source"] or part == "all" and row["lang"] != "rules" for row in rows])
            with_, without = m & stands, m & ~stands
            if with_.any(): print(f"  {sign:14} {part:9} with {y[with_].mean():.3f} of {with_.sum():4}  without {y[without].mean():.3f} of {without.sum():4}")
    if a.keep: np.savez(a.keep, odds=odds, claim=claim, p=p, said=said.astype(str), y=y)
    if a.misses:
        for what, sel in (("false alarms", ~y & (p > .5)), ("misses", y & (p < .5))):
            order = sorted(np.where(sel)[0], key=lambda i: -abs(p[i] - .5))[: a.misses]
            print(what); [print("  ", rows[i]["id"], round(p[i], 2)) for i in order]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("features"); a.add_argument("--write", metavar="FOLDER")
    a.add_argument("--ridge", type=float, default=6.0); a.add_argument("--gram-ridge", type=float, default=0.025)
    a.add_argument("--misses", type=int, default=0); a.add_argument("--keep", metavar="FILE", help="where to put the scores of the folds"); a.add_argument("--folds", type=int, default=5)
    a = a.parse_args()
    names, rows = load(a.features)
    x, g, f, y = matrix(rows), buckets(rows, "grams", BUCKETS), buckets(rows, "phrases", PHRASE_BUCKETS), np.array([row["verdict"] != "llm" for row in rows])
    weight = np.array([count(row) for row in rows], float)
    odds, claim, said = judged(a, rows, x, g, f, y, weight)
    asked = np.array([row["lang"] != "rules" and not row["doubt"] for row in rows])
    last = calibrated(odds[:, asked], claim[asked], y[asked], weight[asked])
    report(a, rows, y, odds, claim, said, last)
    if not a.write: return
    one, two, three = side(x, g, f, y, weight, a)
    write_table(f"{a.write}/grams.hex", two)
    write_table(f"{a.write}/phrases.hex", three)
    with open(f"{a.write}/weights.toml", "w") as out:
        out.write("# The weights of a judgement, made by scripts/fit/fit.py from labelled prompts; see ARCHITECTURE.md.\n# A reading's log-odds are the bias and the sum of weight x feature; [score] says how its score is made\n# of them, of those of the words and of what speaks for the rule.\n")
        out.write(f"bias = {one.intercept_[0]:.4f}\n\n[score]\nbias = {last.intercept_[0]:.4f}\nopinions = {last.coef_[0][0]:.4f}\nclaim = {last.coef_[0][1]:.4f}\nmost = {MOST}\n\n[weights]\n")
        for n, v in zip(names, one.coef_[0]): out.write(f"{n} = {v:.4f}\n")
    Choice(rows, g, weight).write(f"{a.write}/choice.hex")


main()

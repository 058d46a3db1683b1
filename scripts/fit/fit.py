#!/usr/bin/env python3
"""Fits the weights of a judgement (rules/weights.toml) to labelled prompts.

usage: fit.py FEATURES.jsonl [--folds N] [--write rules/weights.toml --grams rules/grams.hex]

FEATURES.jsonl is what `cargo run --release --example features -- --rules PROMPTS.jsonl…` prints. For each of
N folds the weights are fitted on the others, and the tables say how the prompts of that fold are judged;
then all are fitted together, and written where --write says so.
A plain ridge logistic regression by Newton's method; needs nothing but numpy.
"""
import argparse, collections, hashlib, json, sys
import numpy as np

def load(path):
    rows = [json.loads(line) for line in open(path) if line.startswith("{")]
    names = rows[0]["names"]
    return names, rows[1:]

def fit(x, y, ridge, weight):
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge); penalty[-1] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        g = x.T @ (weight * (p - y)) + penalty * w
        h = (x.T * (weight * p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(h, g)
        w -= step
        if np.abs(step).max() < 1e-6: break
    return w

BUCKETS = 1 << 15

def gram_matrix(rows):
    m = np.zeros((len(rows), BUCKETS), np.float32)
    for i, r in enumerate(rows):
        if r["grams"]: m[i, r["grams"]] = 1 / np.sqrt(len(r["grams"]))
    return m

def fit_grams(g, y, ridge):
    """Ridge logistic regression in the dual: weights are g.T @ a."""
    k = (g @ g.T).astype(float); n = len(y); a = np.zeros(n); b = 0.0
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(k @ a + b, -30, 30)))
        s = np.maximum(p * (1 - p), 1e-5); z = k @ a + b + (y - p) / s
        top = np.hstack([k + np.diag(ridge / s), np.ones((n, 1))])
        full = np.vstack([top, np.append(np.ones(n), 0)])
        new = np.linalg.solve(full, np.append(z, 0))
        done = np.abs(new[:-1] - a).max() < 1e-5
        a, b = new[:-1], new[-1]
        if done: break
    return g.T @ a, b

def sigmoid(v): return 1 / (1 + np.exp(-v))

def matrix(rows):
    return np.hstack([np.array([r["values"] for r in rows], float), np.ones((len(rows), 1))])

def fold(row, n=10):
    return int(hashlib.sha256(("fold" + row["id"].rstrip("~")).encode()).hexdigest(), 16) % n

def table(y, p, title):
    print(title)
    for t in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        hit = p >= t
        tp, fp = (hit & y).sum(), (hit & ~y).sum()
        print(f"  >= {t:.2f}: precision {tp / max(1, tp + fp):.3f} recall {tp / max(1, y.sum()):.3f} false alarms {fp / max(1, (~y).sum()):.3f} ({tp}+{fp})")

def report(a, rows, x, y, g):
    p, q = np.zeros(len(rows)), np.zeros(len(rows))
    folds = np.array([fold(r, a.folds) for r in rows])
    for k in range(a.folds):
        train = folds != k
        w = fit(x[train], y[train].astype(float), a.ridge, np.ones(train.sum()))
        p[~train] = x[~train] @ w
        v, b = fit_grams(g[train], y[train].astype(float), a.gram_ridge)
        q[~train] = g[~train] @ v + b
    table(y, sigmoid(p), f"{len(rows)} readings, {a.folds} folds: the reading alone")
    table(y, sigmoid(q), "words and notions alone")
    p = sigmoid((p + q) / 2)
    table(y, p, "both")
    bare = np.array([r["id"].endswith("~") for r in rows])
    table(y[~bare], p[~bare], "both, with all that the call tells")
    table(y[bare], p[bare], "both, text alone")
    for name, key in (("language", lambda r: r["lang"]), ("source", lambda r: r["id"].split("-")[0])):
        parts = collections.Counter(key(r) for r in rows)
        for part, n in parts.most_common():
            if n >= 20 and len(parts) > 1:
                m = np.array([key(r) == part for r in rows]); table(y[m], p[m], f"{name} {part} ({n})")
    if a.misses:
        for what, sel in (("false alarms", ~y & (p > .5)), ("misses", y & (p < .5))):
            order = sorted(np.where(sel)[0], key=lambda i: -abs(p[i] - .5))[: a.misses]
            print(what); [print("  ", rows[i]["id"], round(p[i], 2)) for i in order]

def main():
    a = argparse.ArgumentParser()
    a.add_argument("features"); a.add_argument("--write"); a.add_argument("--ridge", type=float, default=2.0)
    a.add_argument("--gram-ridge", type=float, default=0.02); a.add_argument("--grams")
    a.add_argument("--misses", type=int, default=0); a.add_argument("--folds", type=int, default=10)
    a = a.parse_args()
    names, rows = load(a.features)
    rows = [r for r in rows if r["covered"]]
    x, y = matrix(rows), np.array([r["verdict"] != "llm" for r in rows])
    g = gram_matrix(rows)
    if a.folds: report(a, rows, x, y, g)
    w = fit(x, y.astype(float), a.ridge, np.ones(len(rows)))
    if a.grams:
        # One byte a bucket, two hexadecimal digits, 0x80 is zero; the scale and the bias stand first.
        v, b = fit_grams(g, y.astype(float), a.gram_ridge)
        scale = float(np.abs(v).max()) / 127
        data = np.clip(np.round(v / scale), -127, 127).astype(int) + 128
        with open(a.grams, "w") as out:
            out.write(f"{scale:.6f} {b:.6f}\n")
            for i in range(0, BUCKETS, 64): out.write("".join(f"{d:02x}" for d in data[i:i + 64]) + "\n")
    if a.write:
        with open(a.write, "w") as out:
            out.write("# The weights of a judgement, made by scripts/fit/fit.py from labelled prompts; see ARCHITECTURE.md.\n# A reading's score is 1 / (1 + exp(-(bias + sum of weight x feature))).\n")
            out.write(f"bias = {w[-1]:.4f}\n\n[weights]\n")
            for n, v in zip(names, w): out.write(f"{n} = {v:.4f}\n")
    elif a.folds:
        for i in np.argsort(-np.abs(w[:-1]))[:28]: print(f"  {names[i]:20} {w[i]:+.2f}")
main()

def diff_texts(old: str, new: str) -> list[str]:
    """Return the removed lines of a text with '- ' and the added ones with '+ '."""
    a, b = old.splitlines(), new.splitlines()
    # How many lines the ends from i and j have in common.
    common = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            same = a[i] == b[j]
            common[i][j] = (
                common[i + 1][j + 1] + 1
                if same
                else max(common[i + 1][j], common[i][j + 1])
            )
    out, i, j = [], 0, 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            i, j = i + 1, j + 1
        elif j == len(b) or (i < len(a) and common[i + 1][j] >= common[i][j + 1]):
            out.append(f"- {a[i]}")
            i += 1
        else:
            out.append(f"+ {b[j]}")
            j += 1
    return out

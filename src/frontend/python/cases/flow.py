def route(text):
    label = "other"
    if (answer := ask(text)) == "yes":
        label = "a"
    elif answer in ("no", "nope") and not text:
        label = "b"
    else:
        label = "c"
    for attempt in range(3):
        try:
            raw = call(text)
            parsed = json.loads(raw)
        except json.JSONDecodeError as error:
            raw = call(f"Fix this JSON: {raw} {error}")
        except (ValueError, KeyError):
            continue
        except Exception:
            raise RuntimeError("failed") from None
        else:
            break
        finally:
            close()
    else:
        raw = None
    while not done and (chunk := read()):
        done = chunk is None
    assert isinstance(label, str), f"bad {label}"
    del text, label
    if 0 < score(text) <= 10 != other:
        return int(raw)
    return label not in LABELS if strict else {"a", "b"}


def pick(reply, mode):
    match reply.strip().lower():
        case "positive" | "negative":
            result = 1
        case 'neutral' if mode:
            result = 0
        case Sentiment.MIXED | -1 | None | True:
            result = 2
        case str() as other if other != "x":
            result = other
        case {"kind": "a", "value": inner, **rest} | [inner, *rest]:
            result = inner
        case Point(x=0, y=py):
            result = py
        case _:
            result = mode
    match mode, reply:
        case "a", second:
            return second
        case anything:
            return anything
    return result


async def main():
    results = await asyncio.gather(*[run(x) async for x in source()])
    pairs = {k: v for k, v in rows.items() if v if k}
    flat = [y for x in xs for y in x.children if (last := y)]
    unique = {clean(item) for item in items}
    total = sum(score(r) for r in results)
    key = sorted(xs, key=lambda item: item.score)[0]
    value = yield from other()
    print(last, total)


if __name__ == "__main__":
    main()

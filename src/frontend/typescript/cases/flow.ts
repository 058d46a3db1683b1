async function classify(text: string, kind?: Kind): Promise<Label> {
  const messages: Msg[] = [{ role: "system", content: SYSTEM }];
  if (kind === Kind.A) {
    messages.push({ role: "user", content: "A" });
  } else if (kind) {
    let scoped = 1;
    messages.unshift(one, two);
  } else messages.push(other), more();
  debug && messages.push(extra);
  verbose ? log("a") : log("b");
  switch (kind) {
    case Kind.A:
    case "literal": {
      prompt = "one";
      break;
    }
    default:
      prompt = "other";
  }
  const options: Record<string, unknown> = { model: MODEL, "max_tokens": 5, [dynamic]: 1, ["lit"]: 2, ...rest, run() { return 1; }, go: async () => 2, text };
  options.temperature = 0;
  options["stop"] = ["\n"];
  options[key] = value;
  Object.assign(options, { n: 1 }, extra);
  try {
    const reply = await openai.chat.completions.create({ ...options, messages });
    const answer = reply.choices[0].message.content;
    if (!answer || answer === "yes" || LABELS.includes(answer)) return answer as Label;
    while (attempts < 3) { attempts += 1; }
    do { last = next(); } while (last > -1.5);
  } catch (error) {
    throw new Error(`failed: ${error}`);
  }
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const each = items.map(item => `- ${item.name}`).join("\n");
  items.forEach((item) => { prompt += item; });
  label: for (;;) { break label; }
  return cond ? "a" : b?.["c"]?.[0]?.(d) ?? (await e)!;
}
var prompt = "";
const big = [1_000, 0xff, 10n, 1e3, .5, -2, +x, ~y, void 0, typeof z, delete o.p];
const created = createJsonTranslator<Sentiment>(model, schema, "Sentiment");
const made = new Map<string, Foo>();
const bare = new Date;
const both = a && b | c, isIn = "k" in o, of = o instanceof P, ne = a != b;
const env = import.meta.env.KEY, seq = (one(), two());

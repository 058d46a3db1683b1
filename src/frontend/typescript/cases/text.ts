const plain = 'it\'s "quoted"\tand \u00e9\u{1F600}\x41\0 end \ud83d\ude00';
const continued = "one \
two";
const empty = "";
const nothing = ``;
const multi = `Zeile 1 ä
  ${name} and ${user.name.trim()}\n\`tick\` \${no} ${`inner ${deep}`}
`;
const joined = "You are a helper. " + 'Answer: ' + (text + suffix) + 1;
const list = ["a", "b", ...rest].join("\n");
const replaced = TEMPLATE.replace("{{text}}", input).replaceAll(`{{lang}}`, lang).replace(/\s+/g, " ");
const routed = router.replace("/home");
const file = path.join(dir, "prompt.md"), base = path.join(dir);
const both = history.concat(messages, [last]);
const s = String(value), t = value.toString(), u = buffer.toString("utf8"), v = n.toString(16), w = name.toLowerCase().trim();
const raw = String.raw`\d+ ${x}`;
const q = sql`select ${id}`;
const d = dedent`
    Extract the date:
      ${input}

    Answer in ISO.\nDone
  `;
const e = dedent(`
  one
    two
`);
const f = outdent(variable);
const g = stripIndent`
	tabbed ${a}
	  more`;
const h = Object.freeze({ a: `x` });
let prompt = "Start";
prompt += "\nmore";
prompt ||= fallback;
count -= 1;
count++;

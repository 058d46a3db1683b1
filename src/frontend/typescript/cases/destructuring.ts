const { text, usage } = await generateText({ model, prompt });
const { object } = await generateObject({ schema });
const { choices: [{ message: { content = "" } }] } = await client.chat.completions.create(body);
const [first, , third = "x", ...others] = text.split("\n");
const { a, b: renamed, ["c"]: literal, [key]: computed, ...rest } = props;
let x, y: number;
[x, y] = pair;
({ a: this.field, b: state.value, d = 2 } = source);
for (const [label, { score }] of Object.entries(scores)) use(label, score);
for (const key in labels) use(key);
for (index = 0; index < 3; index++) use(index);
for await (const chunk of stream) out += chunk.text;
function build({ text, lang: language = "en", options: { temperature } = {} }: { text: string; lang?: string; options?: any } = defaults, [head, tail]: string[], ...more: string[]) {
  return `${text} ${language} ${temperature} ${head} ${tail} ${more}`;
}
const Prompt = ({ question, ...props }: Props) => question;
try { risky(); } catch ({ message }) { log(message); } finally { done(); }
var { hoisted } = legacy;
const picked: Picked = (await pick()) as Other;
const parsed = JSON.parse(raw) as Recipe;
const LABELS = ["spam", "ham"] as const;

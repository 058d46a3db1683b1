import OpenAI from "openai";
interface Store<in out A> { get(): A }
const client = new OpenAI();
function after() { return client.chat.completions.create({ model: "gpt-4o" messages: [] }); }
const ok = "still read";
class Half { run() { return this.client.go("x") } @@ }

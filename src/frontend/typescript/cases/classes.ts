/** Classifies tickets. */
@Injectable({ scope: "request" })
export abstract class Classifier<T> extends Base<T> implements Runs, Stops<string> {
  private client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
  static readonly LABELS: string[] = ["bug", "question"];
  #cache?: Map<string, string>;
  declare name: string;
  @Input() prompt: string = `Classify: `;
  messages: Message[] = [];
  abstract run(): string;
  constructor(private readonly http: HttpClient, @Inject(TOKEN) public model: ChatModel = "gpt-4o", plain?: string) {
    super();
    this.#cache = new Map();
    this.system = "You are " + this.name;
    this["quoted"] = plain;
    this.messages.push({ role: "system", content: this.system }, ...defaults);
  }
  get chat() { return this.client.chat; }
  set chat(value) { this.other = value; }
  static create(): Classifier { return new this(); }
  handle = async (text: string): Promise<string> => {
    const reply = await this.client.chat.completions.create({ messages: [...this.messages, { role: "user", content: text }] });
    return reply.choices[0]!.message?.content ?? "";
  };
  async *stream(): AsyncGenerator<string> { yield "a"; const got = yield this.next; yield* this.more(got); }
  private hidden() { return super.hidden(); }
  @Tool("lookup") protected "quoted method"(@Arg() x: number) { return () => this.client; }
  static { Classifier.ready = true; }
}
const Anonymous = class extends Classifier<string> { run() { return "x"; } };
function mixin(B) { return class extends B { extra = 1; }; }
function assigned() { this.value = 1; }

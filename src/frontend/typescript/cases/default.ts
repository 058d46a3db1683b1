@Injectable()
export class Service {}
export const MODEL = "gpt-4o", { LIMIT, nested: { deep } } = config;
export async function run(input: string): Promise<string> { const inner = 1; return input; }
export default { async fetch(req: Request) { return new Response(await run(req.url)); } };
export default class extends Service {}
export default async (req) => req.body;
function local() {}
const arrow = () => 1;
export { local as renamed, arrow };
export enum Kind { A }
export namespace Inner { export const hidden = 1; export function visible() { return hidden; } }
declare module "virtual" { const injected: string; export default injected; }
declare global { interface Window { ai: unknown } }
declare function ambient(text: string): "yes" | "no";
declare const GLOBAL: string[];

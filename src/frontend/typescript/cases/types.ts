type Label = "spam" | "ham" | 1 | true | null | undefined;
type Leading =
  | "a"
  | "b";
type Shape = { kind: Label; items: string[]; readonly tags?: Array<Tag>; [key: string]: unknown; method(x: A): B };
type Both = Shape & { extra: Promise<void> };
const LABELS = ["x", "y"] as const;
type FromList = (typeof LABELS)[number];
type Keys = keyof typeof TABLE;
type Picked = Shape["kind"];
type Schema = z.infer<typeof schema>;
type Route = `/${string}/id`;
type Pair = [first: string, second?: number, ...rest: boolean[]];
type Fn = (text: string, n: number) => Promise<Label>;
type Cond<T> = T extends string ? A : B;
type Mapped = { [K in Label]: number };
type Guard = (x: unknown) => x is string;
interface Reply<T = unknown> extends Base, ns.Other<T> { label: "a" | "b"; /** score */ score?: number; run(x: string): T; new (): Reply }
enum Color { Red, Green = "green", "dark-blue", Mixed = 1 << 2 }
const enum Small { A = 1 }
function isLabel(x: any): x is Label { return true; }
function check(this: Window, x: unknown): asserts x is string {}
let value = <Label>raw, sat = { a: 1 } satisfies Shape, opt: string | undefined;

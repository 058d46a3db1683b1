import { z } from "zod";
export const Recipe = z.object({ title: z.string().trim().describe("the title"), steps: z.array(z.string()) });
export type Recipe = z.infer<typeof Recipe>;
interface Box { a: string }
interface Box { b: string }
class Shape {}
namespace Shape { export type Kind = "x"; }
const Kind = { A: "a", B: "b" } as const;
type Kind = (typeof Kind)[keyof typeof Kind];
export import Alias = Shape.Kind;
const sql = Prisma.join(ids), bytes = Buffer.concat([a, b]), line = LABELS.join(), names = Object.keys(x).join(", ");

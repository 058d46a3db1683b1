import { z } from "zod";

export const LABELS = ["food", "rent"] as const;
export enum Kind {
  Bug = "bug",
  Wish = "wish",
}
export const STATE = { Open: "open", Closed: "closed" } as const;
export const mood = z.enum(["good", "bad"]);

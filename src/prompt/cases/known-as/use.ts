import { askModel, api } from "./llm";
import { request, deflt } from "./index";
import * as all from "./index";
import anything from "./llm";
export const a = (x: string) => askModel(`Find the dates in: ${x}`);
export const b = (x: string) => request(`Find the dates in: ${x}`);
export const c = (x: string) => deflt(`Find the dates in: ${x}`);
export const d = (x: string) => api.send(`Find the dates in: ${x}`);
export const e = (x: string) => api.go(`Find the dates in: ${x}`);
export const f = (x: string) => all.request(`Find the dates in: ${x}`);
export const g = (x: string) => anything(`Find the dates in: ${x}`);

const mail = { send: (text: string) => text };
export const nearMiss = (x: string) => mail.send(`Not sent: ${x}`);

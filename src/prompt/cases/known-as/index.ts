export { askModel as request, api } from "./llm";
export { default as deflt } from "./llm";

import { GoogleGenAI } from "@google/genai";

export const google = new GoogleGenAI({});

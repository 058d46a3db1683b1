type Fields = Record<string, unknown>;

function write(level: string, fields: Fields, text: string) {
  process.stderr.write(JSON.stringify({ level, time: new Date().toISOString(), text, ...fields }) + "\n");
}

export const logger = {
  debug: (fields: Fields, text: string) => write("debug", fields, text),
  info: (fields: Fields, text: string) => write("info", fields, text),
  error: (fields: Fields, text: string) => write("error", fields, text),
};

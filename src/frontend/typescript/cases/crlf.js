const crlf = `one
two ${x}
  three`;
const t = dedent`
    a
      b
  `;

interface Changed {
  file: string;
  added: number;
  removed: number;
}

/** Returns the files of a unified diff with the numbers of lines added and removed. */
export function parseDiff(diff: string): Changed[] {
  const files: Changed[] = [];
  let [oldLeft, newLeft, oldName] = [0, 0, ""];
  for (const line of diff.split(/\r?\n/)) {
    const last = files.at(-1);
    if (last && (oldLeft > 0 || newLeft > 0)) {
      const sign = line.charAt(0);
      oldLeft -= Number(["-", " ", ""].includes(sign));
      newLeft -= Number(["+", " ", ""].includes(sign));
      last.added += Number(sign === "+");
      last.removed += Number(sign === "-");
      continue;
    }
    const hunk = /^@@ -[0-9]+(?:,([0-9]+))? \+[0-9]+(?:,([0-9]+))? @@/.exec(
      line,
    );
    const git = /^diff --git "?a\/.*? "?b\/(.*?)"?$/.exec(line);
    if (git) {
      files.push({ file: git[1] ?? "", added: 0, removed: 0 });
      oldName = "";
    } else if (line.startsWith("--- ")) {
      oldName = nameOf(line);
      // Without git's own line, this one begins another file.
      if (!last || last.added + last.removed > 0) {
        files.push({ file: "", added: 0, removed: 0 });
      }
    } else if (line.startsWith("+++ ") && last) {
      const name = nameOf(line);
      last.file = name === "/dev/null" ? oldName : name;
    } else if (hunk && last) {
      [oldLeft, newLeft] = [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)];
    }
  }
  return files.filter(({ file }) => file);
}

/** Returns the path of a '---' or '+++' line without 'a/' or 'b/' and time. */
function nameOf(line: string): string {
  const [path = ""] = line.slice(4).split("\t", 1);
  return path.replace(/^"+|"+$/g, "").replace(/^[ab]\//, "");
}

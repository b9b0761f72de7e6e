import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Most files of a plugin that are looked at. */
const mostFiles = 1000;

const relativeImports =
  /(?:\bfrom\s{0,9}|\bimport\s{0,9}\(?\s{0,9}|\brequire\s{0,9}\(\s{0,9})["'](\.{1,2}\/[^"'\n]{1,300})["']/g;
const endings = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".json", "/index.js", "/index.mjs", "/index.ts"];

/**
 * Names what a module's code says, with that of the files that it imports by relative paths, in twelve hexadecimal digits.
 * What comes from other packages is not looked at. The same on every machine.
 */
export function codeDigest(entry: string): string {
  const files = new Set([entry]);
  const hash = createHash("sha256");
  // A set that grows is walked to its new end.
  for (const file of files) {
    const code = readFileSync(file, "utf8");
    hash.update(String(code.length)).update(code);
    for (const [, path = ""] of code.matchAll(relativeImports)) {
      const found = files.size < mostFiles ? fileAt(resolve(dirname(file), path)) : undefined;
      if (found !== undefined) files.add(found);
    }
  }
  return hash.digest("hex").slice(0, 12);
}

const fileAt = (path: string): string | undefined =>
  endings.map((ending) => path + ending).find((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Most files of a plugin that are looked at. */
const mostFiles = 1000;

const relativeImports =
  /(?:\bfrom\s{0,9}|\bimport\s{0,9}\(?\s{0,9}|\brequire\s{0,9}\(\s{0,9})["'](\.{1,2}\/[^"'\n]{1,300})["']/g;
const endings = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".json", "/index.js", "/index.mjs", "/index.ts"];

/** What a module's code says. */
export interface CodeDigest {
  /** Twelve hexadecimal digits, the same on every machine. */
  readonly digest: string;
  /** Whether the module imports no files by relative paths. */
  readonly isAlone: boolean;
}

/**
 * Names what a module's code says, with that of the files that it imports by relative paths. What comes from other packages
 * is not looked at.
 */
export function codeDigest(entry: string): CodeDigest {
  const files = new Set([entry]);
  const hash = createHash("sha256");
  // A set that grows is walked to its new end.
  for (const file of files) {
    const code = textOf(file);
    hash.update(String(code.length)).update(code);
    for (const [, path = ""] of code.matchAll(relativeImports)) {
      const found = files.size < mostFiles ? fileAt(resolve(dirname(file), path)) : undefined;
      if (found !== undefined) files.add(found);
    }
  }
  return { digest: hash.digest("hex").slice(0, 12), isAlone: files.size === 1 };
}

/** What can't be read is left to Node, which says so when it runs the module. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const fileAt = (path: string): string | undefined =>
  endings.map((ending) => path + ending).find((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);

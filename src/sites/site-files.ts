import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join, sep } from "node:path";

/** Most files that are listed of a site, so that a folder without an end can't hold up a run. */
const mostFiles = 500_000;
/** Deepest folder that is looked into. */
const mostLevels = 40;
/** Largest config or redirects file, in bytes. */
const largestText = 2_000_000;

const leftOut = new Set(["node_modules", "bower_components", ".git"]);

/** Names a folder of packages that stands beside one of these. Elsewhere it is a name like any other. */
const packages = "vendor";
const manifests = new Set(["composer.json", "Gemfile", "go.mod", "package.json", "bower.json", "Cargo.toml"]);

/** What `listFiles` leaves out beside what no site has content in. */
export interface ListOptions {
  /** Whether a folder, by its name and the path of the one that it is in, is looked into. */
  readonly enters?: (name: string, around: string) => boolean;
}

/**
 * The files below a folder, POSIX paths relative to it, sorted. Symbolic links are not followed: what a pull request
 * links to is not part of the site.
 */
export function listFiles(folder: string, { enters = () => true }: ListOptions = {}): string[] {
  const files: string[] = [];
  const open = [{ prefix: "", level: 0 }];
  for (let next = open.pop(); next !== undefined && files.length < mostFiles; next = open.pop()) {
    const items = entriesOf(join(folder, next.prefix));
    const isEntered = (name: string) =>
      !leftOut.has(name) && !(name === packages && items.some(isManifest)) && enters(name, next.prefix);
    for (const item of items) {
      const path = `${next.prefix}${item.name}`;
      if (item.isFile()) files.push(path);
      else if (item.isDirectory() && next.level < mostLevels && isEntered(item.name)) {
        open.push({ prefix: `${path}/`, level: next.level + 1 });
      }
    }
  }
  return files.toSorted();
}

const isManifest = ({ name }: { readonly name: string }) => manifests.has(name);

/** The folders directly in a folder. */
export const foldersIn = (folder: string): string[] =>
  entriesOf(folder)
    .filter((item) => item.isDirectory())
    .map(({ name }) => name)
    .toSorted();

/** The files directly in a folder. */
export const filesIn = (folder: string): string[] =>
  entriesOf(folder)
    .filter((item) => item.isFile())
    .map(({ name }) => name)
    .toSorted();

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not there, or not ours to read: it has no files then.
    return [];
  }
}

/** A small text file without its byte order mark; undefined where it is not there, no file, or too large. */
export function readSmallText(file: string): string | undefined {
  try {
    const stats = lstatSync(file);
    if (!stats.isFile() || stats.size > largestText) return undefined;
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}

/** The first bytes of a file as text, without a byte order mark; undefined where there is no such file. */
export function readStart(file: string, bytes: number): string | undefined {
  try {
    if (!lstatSync(file).isFile()) return undefined;
    const buffer = Buffer.alloc(bytes);
    const handle = openSync(file, "r");
    try {
      return buffer.toString("utf8", 0, readSync(handle, buffer, 0, bytes, 0)).replace(/^\uFEFF/, "");
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** Joins POSIX paths without "." and empty parts; ".." goes up, though never above the start. */
export function joinPath(...parts: readonly string[]): string {
  const steps: string[] = [];
  for (const step of parts.join("/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** A path of this machine in POSIX form. Where the separator is a slash, a backslash is a part of a name. */
export const slashed = (path: string): string => (sep === "\\" ? path.replaceAll("\\", "/") : path);

import { resolve } from "node:path";
import type { Field } from "#model/field";
import type { RedirectFile, RedirectRule } from "#model/site";
import { readNetlifyRedirects } from "./netlify-redirects.ts";
import { joinPath, readSmallText } from "./site-files.ts";
import { readFirebaseRedirects, readVercelRedirects } from "./vercel-redirects.ts";

/** Longest line that is read, in UTF-16 units; both hosts that read such files allow less. */
const longestLine = 4000;
/** Most rules that are read: Cloudflare takes 2,100 and Netlify warns above 10,000. */
const mostRules = 20_000;

/**
 * Reads a `_redirects` file as Netlify and Cloudflare Pages do: a source, perhaps query parameters, a target, perhaps a
 * status and conditions, one rule a line. Lines that are no rule are left out.
 */
export function readRedirects(path: string, text: string): RedirectFile {
  const rules: RedirectRule[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (rules.length >= mostRules) break;
    const rule = line.length > longestLine ? undefined : readRule(path, line, index);
    if (rule !== undefined) rules.push(rule);
  }
  return { path, text, rules };
}

function readRule(path: string, line: string, at: number): RedirectRule | undefined {
  const words = wordsOf(line, at);
  const [source, ...rest] = words;
  if (source === undefined) return undefined;
  const targetAt = rest.findIndex(({ value }) => /^(?:\/|[a-z][a-z0-9+.-]*:\/\/)/i.test(value));
  const target = rest[targetAt];
  const last = words.at(-1);
  if (target === undefined || last === undefined || hasHost(source.value)) return undefined;
  const after = rest.slice(targetAt + 1);
  const status = after.find(({ value }) => /^\d{3}!?$/.test(value));
  const conditional = targetAt > 0 || after.some((word) => word.value.includes("="));
  return {
    path,
    source,
    target,
    ...(status !== undefined && { status }),
    conditional,
    span: { start: source.span.start, end: last.span.end },
  };
}

/** A source with a host is for another name of the site: of paths on the site it says nothing. */
const hasHost = (source: string) => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(source);

/** What reads each file of redirects, by its name: those that may lie among static files too, then the configs of hosts. */
const readers: ReadonlyMap<string, (path: string, text: string) => RedirectFile | undefined> = new Map([
  ["_redirects", readRedirects],
  ["netlify.toml", readNetlifyRedirects],
  ["vercel.json", readVercelRedirects],
  ["firebase.json", readFirebaseRedirects],
]);

const readerOf = (path: string) => readers.get(path.slice(path.lastIndexOf("/") + 1));

/** Whether a file has redirects, by its name. */
export const isRedirects = (path: string): boolean => readerOf(path) !== undefined;

/** Reads a file of redirects of any form; undefined where it has none. */
export function readRedirectFile(path: string, text: string): RedirectFile | undefined {
  const read = readerOf(path)?.(path, text);
  return read === undefined || read.rules.length === 0 ? undefined : read;
}

/** The redirect files of a site's folder: those among its static files and in the folder itself, then the host's config. */
export function redirectFilesIn(file: string, folder: string, statics: readonly string[]): RedirectFile[] {
  const among = [...new Set([...statics, ""])].map((one) => joinPath(one, "_redirects"));
  return [...among, "netlify.toml", "vercel.json", "firebase.json"].flatMap((name) => {
    const text = readSmallText(`${file}/${name}`);
    return text === undefined ? [] : (readRedirectFile(joinPath(folder, name), text) ?? []);
  });
}

/**
 * The redirect files of the nearest folder above that of a site which has any: hosts build a site that lies in a folder of
 * a repository by files at its root. None where the site's folder has such files itself, or they are for another one.
 *
 * @param file absolute path of the site's folder
 * @param folder the same, relative to the root of the run: a path for each folder above it
 */
export function redirectFilesAbove(file: string, folder: string): RedirectFile[] {
  if (redirectFilesIn(file, folder, []).length > 0) return [];
  const steps = folder.split("/").filter((step) => step !== "");
  for (let up = 1; up <= steps.length; up++) {
    const outer = resolve(file, ...steps.slice(0, up).map(() => ".."));
    const found = redirectFilesIn(outer, steps.slice(0, -up).join("/"), []);
    const inside = steps.slice(-up).join("/");
    if (found.length > 0) return found.filter(({ path, text }) => !path.endsWith(".toml") || builds(text, inside));
  }
  return [];
}

/** Whether a `netlify.toml` builds a folder below its own, as far as it says which one. */
function builds(text: string, inside: string): boolean {
  const written = Array.from(
    text.matchAll(/^[ \t]*(?:base|publish)[ \t]*=[ \t]*["']([^"'\n]+)["']/gm),
    ([, path = ""]) => joinPath(path),
  );
  return written.every((path) => path === "") || written.some((path) => `${path}/`.startsWith(`${inside}/`));
}

/** The words of a line as far as it is no comment. */
function wordsOf(line: string, at: number): Field[] {
  const words: Field[] = [];
  for (const { 0: value, index } of line.matchAll(/\S+/g)) {
    if (value.startsWith("#")) break;
    words.push({ value, span: { start: at + index, end: at + index + value.length } });
  }
  return words;
}

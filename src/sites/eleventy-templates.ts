import type { EleventyData } from "./eleventy-data.ts";
import { headOf, type Layouts } from "./eleventy-folders.ts";
import { permalinkFor } from "./eleventy-permalink.ts";
import { nameParts, urlPath } from "./placement.ts";
import { joinPath, readSmallText } from "./site-files.ts";

/** The texts of a permalink between the parts that only the build knows: "/tags/" and "/" of `/tags/{{ tag }}/`. */
export type PermalinkPattern = readonly string[];

/** What the templates that are no Markdown put where. */
export interface TemplatePages {
  readonly urls: readonly string[];
  readonly patterns: readonly PermalinkPattern[];
}

/** That of a permalink which may be anything. */
export const anywhere: PermalinkPattern = ["", ""];

const templates = /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug|html|11ty\.[cm]?[jt]s)$/i;

/**
 * Reads where templates are served, from their front matter and the data of their folders.
 *
 * @param input absolute path of the input folder, which the paths start from
 * @param assets paths of files below it, without those that only templates use
 */
export function templatePages(
  input: string,
  assets: readonly string[],
  data: EleventyData,
  layouts: Layouts,
): TemplatePages {
  const all = assets
    .filter((path) => templates.test(path))
    .map((path) => pagesOf(path, readSmallText(`${input}/${path}`), data, layouts));
  return { urls: all.flatMap(({ urls }) => urls), patterns: all.flatMap(({ patterns }) => patterns) };
}

function pagesOf(path: string, text: string | undefined, data: EleventyData, layouts: Layouts): TemplatePages {
  const stem = path.replace(templates, "");
  const url = defaultUrl(stem);
  const isCode = /\.11ty\.[cm]?[jt]s$/i.test(path) || /^---\s{0,9}(?:js|javascript)\b/.test(text ?? "");
  const head = isCode ? text : headOf(text ?? "");
  if (text === undefined || head === undefined) return { urls: [url], patterns: [anywhere] };
  const permalinks = permalinksOf(head, isCode, stem, data);
  const known = permalinks.filter((one) => typeof one === "string");
  if (known.length > 0) return placesOf(known);
  const isOpen = permalinks.includes(null) || (!isCode && mayBePlaced(head, data, layouts));
  if (isOpen) return { urls: [url], patterns: [anywhere] };
  return { urls: [url], patterns: /\bpagination\b["']?\s{0,9}:/.test(head) ? [[url, ""]] : [] };
}

/** The permalinks of a template; null where only the build knows it, undefined where nothing says it. */
function permalinksOf(head: string, isCode: boolean, stem: string, data: EleventyData): (string | null | undefined)[] {
  if (!/\bpermalink\b/.test(head)) return [permalinkFor({}, stem, data)];
  return isCode ? [null] : writtenIn(head);
}

/** The permalinks that front matter has; null for one that goes on in further lines. */
function writtenIn(head: string): (string | null)[] {
  const found = head.matchAll(/^[ \t]{0,20}["']?permalink["']?[ \t]{0,9}:[ \t]{0,9}([^\n]{0,500})$/gm);
  const values = Array.from(found, ([, value = ""]) => plainText(value.trim()));
  return values.length === 0 ? [null] : values;
}

function plainText(value: string): string | null {
  if (value === "" || /^[|>{[&*]/.test(value)) return null;
  const quoted = /^(["'])(.*)\1\s{0,9},?$/.exec(value)?.[2];
  return quoted ?? value.replace(/\s#.*$/, "").trim();
}

function placesOf(permalinks: readonly string[]): TemplatePages {
  const served = permalinks.filter((one) => one !== "false" && one !== "");
  const patterns = served.map(patternOf);
  return {
    urls: patterns.flatMap((pattern) => (pattern.length === 1 ? (pattern[0] ?? "") : [])),
    patterns: patterns.filter(({ length }) => length > 1),
  };
}

/** Reads a permalink; one that has no unknown part is a pattern of one text. What conditions make of it may be anything. */
export function patternOf(permalink: string): PermalinkPattern {
  const [before = "", ...more] = permalink.split("{%");
  const texts = (more.length > 0 ? `${before}{{}}` : before).split(/\{\{[^{}]{0,300}\}\}/);
  const isWhole = texts.length === 1;
  const [first = "", ...rest] = texts.map((text, at) =>
    at === texts.length - 1 ? text.replace(/(^|\/)index\.html$/, "$1") : text,
  );
  if (isWhole) return [urlPath([first], /\/(?:index\.html)?$/.test(permalink) ? "/" : "")];
  return [first === "" || first.startsWith("/") ? first : `/${first}`, ...rest];
}

/** Whether a URL path may be one of a pattern's. */
export function fits(pattern: PermalinkPattern, url: string): boolean {
  const last = pattern.at(-1) ?? "";
  let from = 0;
  for (const [at, text] of pattern.slice(0, -1).entries()) {
    const found = at === 0 ? (url.startsWith(text) ? 0 : -1) : url.indexOf(text, from);
    if (found < 0) return false;
    from = found + text.length;
  }
  return url.length - last.length >= from && url.endsWith(last);
}

/** Whether a layout may have the permalink of a template. */
function mayBePlaced(head: string, { giveLayouts }: EleventyData, { havePermalinks, plain }: Layouts): boolean {
  const own = /^layout\s{0,9}:\s{0,9}["']?([^"'\s]{1,300})/m.exec(head)?.[1];
  return havePermalinks && (own === undefined ? giveLayouts : !plain.includes(own));
}

/** `salt/salt` and `salt/index` are both at the folder of their name. */
export function defaultUrl(stem: string): string {
  const { dir, name } = nameParts(`${stem}.md`);
  return name === "index" || name === dir.split("/").at(-1) ? urlPath([dir], "/") : urlPath([joinPath(dir, name)], "/");
}

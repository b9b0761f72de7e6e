import type { Entry } from "#model/entry";
import { instantOf, parseDate } from "#text/dates";
import type { EleventyData, PermalinkData } from "./eleventy-data.ts";
import { nameParts } from "./placement.ts";
import { joinPath } from "./site-files.ts";
import { eleventySlug } from "./urlize.ts";

/**
 * The permalink of a document by the order of Eleventy's data: front matter, data of the template, of its folder, of the
 * folders above, global data; computed data where none of them has one (https://www.11ty.dev/docs/data-cascade/, read on
 * 2026-11-23). "false" for no page, null where code makes it, undefined where nothing says it.
 *
 * @param stem path below the input folder, without its ending
 */
export function permalinkFor(
  { meta = {} }: Pick<Entry, "meta">,
  stem: string,
  data: EleventyData,
): string | null | undefined {
  const isMapOnly = Object.keys(meta).some((key) => key.startsWith("permalink."));
  const written: PermalinkData = {
    ...textFor("own", meta["permalink"]?.value ?? meta["permalink.build"]?.value ?? (isMapOnly ? "false" : undefined)),
    ...textFor("computed", meta["eleventycomputed.permalink"]?.value),
  };
  const levels = [written, data.files[stem], ...foldersAbove(stem).map((folder) => data.folders[folder]), data.global];
  const own = levels.find((one) => one?.own !== undefined)?.own;
  return own === undefined ? levels.find((one) => one?.computed !== undefined)?.computed : own;
}

const textFor = (key: keyof PermalinkData, value: string | undefined): PermalinkData =>
  value === undefined ? {} : { [key]: value };

/** The folders that a path is in, the nearest first, and "" last. */
function foldersAbove(path: string): string[] {
  const steps = path.split("/").slice(0, -1);
  return [...steps.map((_step, index) => steps.slice(0, steps.length - index).join("/")), ""];
}

/** Names lose the date before them: `2026-06-12-salt` is `salt`. */
const slugOf = (name: string): string => /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;

/**
 * Fills a permalink in Liquid, or what Nunjucks has in common with it: values of the page and of the front matter, with
 * the filters that permalinks are usually made with. Undefined where anything else stands in it.
 */
export function fillPermalink(permalink: string, entry: Entry, stem: string): string | undefined {
  let isKnown = true;
  const path = permalink.replace(/\{\{-?([^{}]{0,300})\}\}/g, (_written, inner: string) => {
    const value = expression(inner.replace(/-$/, ""), entry, stem);
    if (value === undefined) isKnown = false;
    return value ?? "";
  });
  return isKnown && !/\{[{%]/.test(path) ? path : undefined;
}

function expression(text: string, entry: Entry, stem: string): string | undefined {
  const [name = "", ...filters] = text.split("|").map((part) => part.trim());
  let value = name === "page.date" || name === "date" ? dateOf(entry) : valueOf(name, entry, stem);
  for (const filter of filters) {
    if (value === undefined) return undefined;
    value = filtered(value, filter);
  }
  return typeof value === "string" ? value : undefined;
}

function valueOf(name: string, { meta }: Entry, stem: string): string | undefined {
  const { dir, name: file } = nameParts(`${stem}.md`);
  const slug = slugOf(file);
  if (name === "page.fileSlug") return slug === "index" ? slugOf(dir.split("/").at(-1) ?? "") : slug;
  if (name === "page.filePathStem") return `/${joinPath(dir, slug)}`;
  return /^[\w-]+$/.test(name) ? meta?.[name.toLowerCase()]?.value : undefined;
}

/** The date of the front matter, else the first in the path; what asks git or the file system is not known. */
function dateOf({ meta, path }: Entry): Date | undefined {
  const date = parseDate(meta?.["date"]?.value ?? /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ?? "");
  return date === undefined ? undefined : new Date(instantOf(date));
}

const textFilters = new Map<string, (text: string) => string | undefined>([
  ["url", (text) => text],
  ["slugify", eleventySlug],
  // Another library, which treats signs otherwise.
  ["slug", (text) => (/^[a-z0-9 -]*$/i.test(text) ? eleventySlug(text) : undefined)],
  ["downcase", (text) => text.toLowerCase()],
  ["lower", (text) => text.toLowerCase()],
]);

function filtered(value: string | Date, filter: string): string | undefined {
  const [, name = "", format] = /^(\w{1,30})(?:\s?:\s?["']([^"']{1,100})["'])?$/.exec(filter) ?? [];
  if (value instanceof Date) return name === "date" && format !== undefined ? formatted(value, format) : undefined;
  return textFilters.get(name)?.(value);
}

const padded = (number: number) => String(number).padStart(2, "0");

/** Liquid's `date` for the parts that URLs have; a build in another time zone than UTC may differ by a day. */
function formatted(date: Date, format: string): string | undefined {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const parts = new Map([
    ["%Y", String(year)],
    ["%y", padded(year % 100)],
    ["%m", padded(month)],
    ["%-m", String(month)],
    ["%d", padded(day)],
    ["%-d", String(day)],
    ["%B", date.toLocaleString("en-US", { month: "long", timeZone: "UTC" })],
    ["%b", date.toLocaleString("en-US", { month: "short", timeZone: "UTC" })],
  ]);
  const text = format.replace(/%-?\w/g, (part) => parts.get(part) ?? part);
  return text.includes("%") ? undefined : text;
}

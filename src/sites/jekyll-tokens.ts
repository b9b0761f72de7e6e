import { dayOf, parseDate, type WrittenDate } from "#text/dates";
import type { BuildClock } from "./jekyll-date.ts";
import { urlPath } from "./placement.ts";
import { jekyllSlug, jekyllTitle } from "./urlize.ts";

/** A document or page with what its URL is made of. */
export interface JekyllFile {
  /** The folder, below that of the source, or for documents below that of the collections. */
  readonly dir: string;
  readonly name: string;
  readonly end: string;
  /** The collection that it is of; "pages" for none. */
  readonly type: string;
  readonly isDraft: boolean;
  readonly clock: BuildClock;
  /** A value of the front matter, or the default for it. */
  own(key: string): string | undefined;
  list(key: string): readonly string[];
}

/** A date of a file name: 2026-06-12-title. */
const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.+)$/;

/** The date of a post: that of its front matter, of which Ruby makes out the day whatever follows, or else of its name. */
export function dateOf({ own, name }: Pick<JekyllFile, "own" | "name">): WrittenDate | undefined {
  const written = own("date") ?? "";
  const day = /^\d{4}-\d\d-\d\d(?= )/.exec(written)?.[0] ?? dated.exec(name)?.[1] ?? "";
  return parseDate(written) ?? parseDate(day);
}

/** Fills the tokens of a permalink; undefined where it has one that is not known. */
export function filled(pattern: string, file: JekyllFile, day = dayIn(file)): string | undefined {
  const values = { ...nameTokens(file), ...dateTokens(day) };
  let known = pattern !== "";
  const path = pattern.replace(/:([a-z_]+)/g, (written, token: string) => {
    const value = Object.hasOwn(values, token) ? values[token]?.() : undefined;
    if (value === undefined) known = false;
    return value ?? written;
  });
  if (!known || /\{\{|\{%/.test(path)) return undefined;
  return urlPath([path.replace(/\/index\.html$/, "/")], /\/(?:index\.html)?$/.test(path) ? "/" : "");
}

type Day = Pick<WrittenDate, "year" | "month" | "day">;

function dayIn(file: JekyllFile): Day | undefined {
  const date = dateOf(file);
  return date === undefined ? undefined : file.clock.dayAt(date);
}

type Tokens = Readonly<Record<string, () => string | undefined>>;

const number = (part: number, width = 2) => String(part).padStart(width, "0");

function dateTokens(day: Day | undefined): Tokens {
  if (day === undefined) return {};
  const { year, month } = day;
  const start: WrittenDate = { ...day, month: 1, day: 1, precision: "day", form: "iso", ambiguous: false };
  return {
    year: () => number(year, 4),
    short_year: () => number(year % 100),
    month: () => number(month),
    i_month: () => number(month, 1),
    short_month: () => monthName(day, "short"),
    long_month: () => monthName(day, "long"),
    day: () => number(day.day),
    i_day: () => number(day.day, 1),
    y_day: () => number(dayOf({ ...start, ...day }) - dayOf(start) + 1, 3),
  };
}

const monthName = ({ month }: Day, style: "short" | "long") =>
  new Date(Date.UTC(2000, month - 1, 1)).toLocaleString("en-US", { month: style, timeZone: "UTC" });

function nameTokens(file: JekyllFile): Tokens {
  const { own, name, dir, type } = file;
  const base = (dated.exec(name)?.[2] ?? name).replace(/\.+$/, "");
  const inside = dir.replace(/^(?:.*\/)?_[\w.-]+(?:\/|$)/, "");
  return {
    title: () => jekyllTitle(own("slug") ?? base),
    slug: () => jekyllSlug(own("slug") ?? base),
    name: () => jekyllSlug(name),
    path: () => (type === "pages" ? dir : [inside, name].filter((part) => part !== "").join("/")),
    basename: () => name,
    collection: () => type,
    output_ext: () => `.${outputEnd(file.end)}`,
    categories: () => joined(categoriesOf(file).map((one) => one.toLowerCase())),
    slugified_categories: () => joined(categoriesOf(file).map((one) => jekyllSlug(one))),
  };
}

const joined = (parts: readonly string[]) => [...new Set(parts)].join("/");

/** The ending of what is made of a file. */
export function outputEnd(end: string): string {
  if (/^(?:md|markdown|mkdn?)$/i.test(end)) return "html";
  return /^s[ac]ss$/.test(end) ? "css" : end.replace(/^coffee$/, "js");
}

/**
 * The categories of a post: the folders above `_posts`, then those of the front matter, where one text is split at spaces,
 * then the one category (`Document#populate_categories` of Jekyll 4.3).
 */
function categoriesOf({ dir, own, list }: JekyllFile): string[] {
  const above = dir.replace(/(?:^|\/)_[\w-]+(?:\/.*)?$/, "").split("/");
  const single = own("categories");
  const category = own("category");
  const listed = single === undefined ? list("categories") : single.split(/\s+/);
  return [...above, ...listed, ...(category === undefined ? [] : [category])].filter((one) => one !== "");
}

/** Where a post is served if the machine that builds the site takes its date as it is written. */
export function urlOnOtherDay(pattern: string, file: JekyllFile): string | undefined {
  const date = dateOf(file);
  const other = date === undefined ? undefined : file.clock.otherDay(date);
  return other === undefined ? undefined : filled(pattern, file, other);
}

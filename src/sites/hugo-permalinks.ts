import { dateIn } from "#text/entry-dates";
import { dayOf, type WrittenDate } from "#text/dates";
import type { HugoSettings } from "./hugo-config.ts";
import type { HugoDocument } from "./hugo-documents.ts";
import { pageGlob } from "./page-glob.ts";
import { hugoPath } from "./urlize.ts";

/** What permalinks need to know beside the document. */
export interface HugoSections {
  /** The folder of the section that a document is in: the deepest one with an `_index.md`, else the top folder. */
  sectionOf(document: HugoDocument): string;
  /** The document of a section, where it has one. */
  documentOf(section: string): HugoDocument | undefined;
}

const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** The permalink pattern that the config has for a document; undefined where it has none. */
export function patternFor(settings: HugoSettings, { kind, section, dir, base }: HugoDocument): string | undefined {
  const path = `/${[dir, base].filter((part) => part !== "" && part !== "_index").join("/")}`;
  return settings.permalinks.find(
    (one) =>
      (one.kind === "any" || one.kind === kind) &&
      (one.section === undefined || one.section === section) &&
      (one.path === undefined || pageGlob(one.path)(path)),
  )?.pattern;
}

/**
 * Fills the tokens of a permalink pattern, or of a `url` in front matter.
 *
 * @returns undefined where a token is not known or the document lacks what it stands for
 */
export function expandPermalink(
  pattern: string,
  document: HugoDocument,
  settings: HugoSettings,
  sections: HugoSections,
): string | undefined {
  let known = true;
  const path = pattern.replace(/\\:|:(\w+)(\[[^\]]{1,20}\])?/g, (written, name: string | undefined, cut: string) => {
    if (name === undefined) return ":";
    const value = tokenValue(name, cut, document, settings, sections);
    if (value === undefined) known = false;
    return value ?? written;
  });
  return known ? path : undefined;
}

function tokenValue(
  name: string,
  cut: string | undefined,
  document: HugoDocument,
  settings: HugoSettings,
  sections: HugoSections,
): string | undefined {
  const make = (text: string) => tokenText(text, settings);
  const folders = sections.sectionOf(document).split("/").filter(Boolean);
  const slug = document.value("slug");
  const title = document.entry.title?.value ?? "";
  const file = document.base === "_index" ? "" : document.base;
  const tokens: Readonly<Record<string, () => string>> = {
    title: () => make(title),
    slug: () => make(slug ?? title),
    filename: () => make(file),
    contentbasename: () => make(file),
    slugorfilename: () => make(slug ?? file),
    slugorcontentbasename: () => make(slug ?? file),
    section: () => document.section,
    sections: () => cutOf(folders, cut).join("/"),
    sectionslug: () => slugOfSection(folders.slice(0, 1), sections, make),
    sectionslugs: () => {
      const slugs = folders.map((_, index) => slugOfSection(folders.slice(0, index + 1), sections, make));
      return cutOf(slugs, cut).join("/");
    },
  };
  return Object.hasOwn(tokens, name) ? tokens[name]?.() : dateValue(name, dateIn(document.entry.published));
}

/** A slug or a title as a part of a path. */
const tokenText = (text: string, { removePathAccents, keepsCapitals, slashesInTokens }: HugoSettings) =>
  hugoPath(slashesInTokens ? text : text.replaceAll("/", "-"), { removeAccents: removePathAccents, keepsCapitals });

function slugOfSection(folders: readonly string[], sections: HugoSections, make: (text: string) => string): string {
  const document = sections.documentOf(folders.join("/"));
  return make(document?.value("slug") ?? document?.entry.title?.value ?? folders.at(-1) ?? "");
}

/** `[1:]`, `[:2]`, `[0]`, `[last]` of a list. */
function cutOf(list: readonly string[], cut: string | undefined): readonly string[] {
  if (cut === undefined) return list;
  const inner = cut.slice(1, -1);
  if (inner === "last") return list.slice(-1);
  const [from = "", to] = inner.split(":");
  const at = (text: string) => (text === "last" ? list.length - 1 : Number(text));
  if (to === undefined) return list.slice(at(from), at(from) + 1);
  return list.slice(from === "" ? 0 : at(from), to === "" ? undefined : at(to));
}

const two = (part: number) => String(part).padStart(2, "0");

function dateValue(name: string, date: WrittenDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  const weekday = (((dayOf(date) + 4) % 7) + 7) % 7;
  const values: Readonly<Record<string, string>> = {
    year: String(date.year),
    month: two(date.month),
    monthname: months[date.month - 1] ?? "",
    day: two(date.day),
    weekday: String(weekday),
    weekdayname: weekdays[weekday] ?? "",
    yearday: String(dayOf(date) - dayOf({ ...date, month: 1, day: 1 }) + 1),
    // Layouts of Go's clock, as far as they are one token.
    "2006": String(date.year),
    "01": two(date.month),
    "02": two(date.day),
    "1": String(date.month),
    "2": String(date.day),
  };
  return values[name];
}

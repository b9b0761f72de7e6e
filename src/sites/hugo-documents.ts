import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import type { ContentFolder, SiteModel } from "#model/site";
import { byKey } from "#text/groups";
import { isMap } from "./config-values.ts";
import type { HugoSettings } from "./hugo-config.ts";
import { pageGlob } from "./page-glob.ts";
import { below, nameParts } from "./placement.ts";
import { joinPath } from "./site-files.ts";

/** A content file as Hugo sees it. */
export interface HugoDocument {
  readonly entry: Entry;
  readonly kind: "page" | "home" | "section" | "taxonomy" | "term" | "resource";
  /** Folder below the content folder, with its capitals; of a bundle the folder that it is in. */
  readonly dir: string;
  /** Name without endings and language; of a bundle its folder's name. */
  readonly base: string;
  /** Folder whose other files belong to the document; undefined where it has none. */
  readonly bundle?: string;
  readonly language: string;
  /** A value of the front matter, else what the sections above or the config give to it. */
  value(key: string): string | undefined;
  /** Top folder below the content folder, "" for none. */
  readonly section: string;
}

interface Located {
  readonly entry: Entry;
  readonly dir: string;
  readonly name: string;
  readonly language: string;
}

/** Sorts the content files of a site out: pages, sections, lists of terms, and parts of bundles. */
export function hugoDocuments(model: SiteModel, settings: HugoSettings, entries: readonly Entry[]): HugoDocument[] {
  const located = entries.flatMap((entry) => locate(model, settings, entry));
  const bundles = new Set(located.filter(({ name }) => name === "index").map(({ dir }) => dir));
  const cascades = cascadesOf(located, settings);
  return located.map((one) => {
    const kind = kindOf(one, bundles, settings.taxonomies);
    const isBundle = one.name === "index" || one.name === "_index";
    const place = isBundle ? nameParts(`${one.dir}/`.slice(0, -1)) : undefined;
    const section = one.dir.split("/")[0] ?? "";
    const path = isBundle ? one.dir : [one.dir, one.name].filter((part) => part !== "").join("/");
    const base = one.name === "index" ? (one.dir.split("/").at(-1) ?? "") : one.name;
    const valueOf = (key: string) => ownValue(one.entry, key) ?? cascades(one.dir, path, kind, key);
    return {
      entry: one.entry,
      kind,
      dir: one.name === "index" ? (place?.dir ?? "") : one.dir,
      base,
      ...(isBundle && { bundle: one.dir }),
      language: one.language,
      section,
      value: (key) =>
        key === "slug"
          ? (valueOf(key)?.replace(/^-+|(?<!-)-+$/g, "") ?? slugOfName(base, settings, valueOf))
          : valueOf(key),
    };
  });
}

/** What follows the date that a name starts with, where Hugo takes the date of the document from there. */
function slugOfName(
  base: string,
  { datesBeforeName }: HugoSettings,
  valueOf: (key: string) => string | undefined,
): string | undefined {
  const rest = datesBeforeName === undefined ? undefined : /^\d{4}-\d\d-\d\d(.*)$/.exec(base)?.[1];
  if (rest === undefined || datesBeforeName?.some((key) => valueOf(key) !== undefined)) return undefined;
  return rest.replace(/^[ _-]+|(?<![ _-])[ _-]+$/g, "");
}

function locate(model: SiteModel, settings: HugoSettings, entry: Entry): Located[] {
  for (const mount of model.content) {
    const path = mountedPath(mount, entry.path);
    if (path === undefined) continue;
    const { language } = mount;
    const { dir, name } = nameParts(path);
    const suffix = name.slice(name.lastIndexOf(".") + 1);
    const isSuffix = name.includes(".") && settings.languages.includes(suffix.toLowerCase());
    return [
      {
        entry,
        dir,
        name: isSuffix ? name.slice(0, -suffix.length - 1) : name,
        language: isSuffix ? suffix.toLowerCase() : (language ?? settings.defaultLanguage),
      },
    ];
  }
  return [];
}

/** The path of a file in the content that Hugo sees; undefined where it is not in what is mounted. */
export function mountedPath({ folder, at }: ContentFolder, path: string): string | undefined {
  if (folder === path) return joinPath(at);
  const inside = below(folder, path);
  // Hugo passes over names with a dot at the start, unless the file itself is mounted.
  return inside === undefined || /(?:^|\/)\./.test(inside) ? undefined : joinPath(at, inside);
}

function kindOf({ dir, name }: Located, bundles: ReadonlySet<string>, taxonomies: readonly string[]) {
  if (name === "_index") {
    if (dir === "") return "home";
    const [top = "", ...rest] = dir.split("/");
    if (taxonomies.includes(top)) return rest.length === 0 ? "taxonomy" : "term";
    return "section";
  }
  return isInBundle(dir, name, bundles) ? "resource" : "page";
}

/** Whether a file is a part of a leaf bundle, and not the bundle itself. */
function isInBundle(dir: string, name: string, bundles: ReadonlySet<string>): boolean {
  if (name !== "index" && bundles.has(dir)) return true;
  for (let end = dir.lastIndexOf("/"); end > 0; end = dir.lastIndexOf("/", end - 1)) {
    if (bundles.has(dir.slice(0, end))) return true;
  }
  return false;
}

const ownValue = ({ meta }: Entry, key: string): string | undefined => (meta?.[key] ?? meta?.[`_${key}`])?.value;

/** What one cascade gives, and to whom. */
interface Cascade {
  readonly values: ReadonlyMap<string, string>;
  matches(path: string, kind: string): boolean;
}

/** Looks up what sections and config give to the documents below them; the nearest section counts. */
function cascadesOf(located: readonly Located[], settings: HugoSettings) {
  const sections = located.filter(({ name }) => name === "_index");
  const cascading = sections.flatMap(({ entry, dir }) =>
    cascadesIn(entry.meta ?? {}).map((cascade) => ({ dir, cascade })),
  );
  const bySection = byKey(cascading, ({ dir }) => dir);
  const ofSite = cascadesIn(flattened(settings.cascade));
  if (bySection.size === 0 && ofSite.length === 0) return () => undefined;
  return (dir: string, path: string, kind: string, key: string): string | undefined => {
    for (let at: string | undefined = dir; at !== undefined; at = parentOf(at)) {
      for (const { cascade } of bySection.get(at) ?? []) {
        const value = cascade.values.get(key);
        if (value !== undefined && cascade.matches(path, kind)) return value;
      }
    }
    return ofSite.find(({ values, matches }) => values.has(key) && matches(path, kind))?.values.get(key);
  };
}

const parentOf = (dir: string): string | undefined =>
  dir === "" ? undefined : dir.slice(0, Math.max(0, dir.lastIndexOf("/")));

/** Reads `cascade`, `cascade.0`, … out of a flat list of values. */
function cascadesIn(meta: Readonly<Record<string, Pick<Field, "value">>>): Cascade[] {
  const parts = new Map<string, Map<string, string>>();
  for (const [path, { value }] of Object.entries(meta)) {
    const found = /^cascade(?:\.(\d+))?\.(.+)$/.exec(path);
    if (found === null) continue;
    const [, index = "", key = ""] = found;
    const values = parts.get(index) ?? new Map<string, string>();
    parts.set(index, values.set(key.replace(/^_(?=target\.|build\.)/, ""), value));
  }
  return [...parts.values()].map((values) => {
    const [glob, kind] = [values.get("target.path"), values.get("target.kind")];
    const matchesPath = pageGlob(glob ?? "**");
    return {
      values,
      matches: (path, ofKind) =>
        (kind === undefined || kind.replace(/[{}]/g, "").split(",").includes(ofKind)) && matchesPath(`/${path}`),
    };
  });
}

/** The cascade of a config as front matter would have it: key paths in small letters, values as text. */
function flattened(cascade: unknown, path = "cascade"): Record<string, { value: string }> {
  if (Array.isArray(cascade)) {
    return Object.assign({}, ...cascade.map((item, index) => flattened(item, `${path}.${index}`))) as Record<
      string,
      { value: string }
    >;
  }
  if (isMap(cascade)) {
    return Object.assign(
      {},
      ...Object.entries(cascade).map(([key, inner]) => flattened(inner, `${path}.${key.toLowerCase()}`)),
    ) as Record<string, { value: string }>;
  }
  return cascade === undefined || cascade === null ? {} : { [path]: { value: String(cascade as string) } };
}

import type { Entry } from "#model/entry";
import type { SitePage, StaticFile } from "#model/site";

/** Where a generator puts one document. */
export interface PlacedEntry {
  readonly entry: Entry;
  /** URL path, decoded, without the base path; undefined where there is no page, or none that can be told. */
  readonly url?: string | undefined;
  /** Whether the build leaves it out: a draft, a future or an expired document. */
  readonly unpublished?: boolean;
  /** Whether the build passes over it, although it lies where posts are, as its name is not that of a post. */
  readonly passedOver?: boolean;
  /** URL paths that lead to it. */
  readonly aliases?: readonly string[];
  /** Where the generator tells translations of one document apart: its language, and the path by which links name it. */
  readonly language?: string;
  readonly logical?: string;
}

/** Everything that a build serves, as far as the source tells. */
export interface Placement {
  readonly entries: readonly PlacedEntry[];
  /** Pages that come from no document: lists, terms, feeds. */
  readonly pages: readonly SitePage[];
  /** Files beside the documents that are served with them. */
  readonly resources: readonly StaticFile[];
  /** Prefixes of URL paths below which only the built site knows what there is. */
  readonly open: readonly string[];
  /** Whether something that the source does not show may be served at a URL path, beside what is below those prefixes. */
  readonly mayServe?: (url: string) => boolean;
  /** The part of a list's URL that stands before the number of one of its further pages, such as "page". */
  readonly pagerPath?: string;
  /** Whether folders of files may be served that are not there to be seen: those of a theme that is fetched for the build. */
  readonly opensFiles?: boolean;
  /** URL paths of documents that are not read, by language, a space, and the path by which links name them. */
  readonly others?: ReadonlyMap<string, string>;
  /** Names, without their endings, of files that are written beside each page; "index" is always one. */
  readonly outputNames?: readonly string[];
}

/** The path of a file below a folder; undefined where it lies elsewhere. */
export function below(folder: string, path: string): string | undefined {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The parts of a POSIX path: folder, and name without its last ending. */
export function nameParts(path: string): { readonly dir: string; readonly name: string; readonly end: string } {
  const slash = path.lastIndexOf("/");
  const dir = slash < 0 ? "" : path.slice(0, slash);
  const file = path.slice(slash + 1);
  const dot = file.lastIndexOf(".");
  return dot <= 0 ? { dir, name: file, end: "" } : { dir, name: file.slice(0, dot), end: file.slice(dot + 1) };
}

/** A URL path of parts: one slash between them and at the start; at the end as asked. */
export function urlPath(parts: readonly string[], end: "/" | "" = ""): string {
  const path = parts
    .join("/")
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
  return path === "" ? "/" : `/${path}${end}`;
}

/** A URL path without its last slash and without the name of an index file. */
export const slashless = (url: string): string => url.replace(/\/index\.html?$/, "/").replace(/(?<=.)\/$/, "");

/** The folder of a URL path, with its slash; a path that ends in one is its own. */
export const folderOf = (url: string): string => url.replace(/[^/]*$/, "");

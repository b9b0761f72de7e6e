import type { Entry } from "#model/entry";
import type { ContentFolder } from "#model/site";
import { below, nameParts } from "./placement.ts";
import type { SiteLookup } from "./site-lookup.ts";
import { joinPath } from "./site-files.ts";
import { VaultNames } from "./vault-names.ts";

/** Finds documents by the paths of their files, as links in the source name them. */
export class SourcePaths {
  readonly #site: SiteLookup;
  readonly #vaults: VaultNames;
  #logical: Map<string, Entry | undefined> | undefined;
  #names: Map<string, Entry | undefined> | undefined;
  #assets: Set<string> | undefined;

  constructor(site: SiteLookup) {
    this.#site = site;
    this.#vaults = new VaultNames(site.model);
  }

  /** A document by a link to its file: from the folder of the linking one, or from the content folder. */
  file(from: Entry, path: string): Entry | undefined {
    const own = this.#site.model.content.filter(({ folder }) => below(folder, from.path) !== undefined);
    const roots = [...own.flatMap(({ folder, standIn }) => [folder, standIn ?? folder]), ...this.#roots()];
    const beside = path.startsWith("/") ? [] : [from.path, ...own.flatMap((one) => originalOf(one, from.path))];
    const folders = [...beside.map((file) => nameParts(file).dir), ...roots];
    for (const place of folders.map((one) => joinPath(one, path))) {
      const entry = this.#site.entryAt(place);
      if (entry !== undefined) return entry;
    }
    const named = this.#vaults.find(from.path, path);
    return named === undefined ? undefined : this.#site.entryAt(named);
  }

  /** A document as `ref` and `link` name it: with or without its ending, from the root, from here, or by its name alone. */
  reference(from: Entry, path: string): Entry | undefined {
    const language = this.#site.placedAt(from.path)?.language ?? "";
    const [here, plain] = [this.#folderOf(from), withoutEnd(path)];
    const found = path.startsWith("/")
      ? this.#at(language, joinPath(plain))
      : (this.#at(language, joinPath(here, plain)) ?? this.#at(language, joinPath(plain)));
    return found ?? this.file(from, path) ?? this.#byName().get(plain.split("/").at(-1) ?? "");
  }

  /**
   * A document by its path in the content folder, in the language of the linking one: from its folder, or from the root.
   * Of one that is no Markdown the URL path.
   */
  document(from: Entry, path: string): Entry | string | undefined {
    const language = this.#site.placedAt(from.path)?.language ?? "";
    const at = (...parts: string[]) => {
      const key = `${language} ${this.#normal(joinPath(...parts))}`;
      return this.#byLogical().get(key) ?? this.#site.placement.others?.get(key);
    };
    const plain = withoutEnd(path);
    return path.startsWith("/") ? at(plain) : (at(this.#folderOf(from), plain) ?? at(plain));
  }

  /** A Jekyll post by its date and name. */
  post(name: string): Entry | undefined {
    return this.#byName().get(name.split("/").at(-1) ?? "");
  }

  /** The document whose file name stands where its slug should: the last part of a URL path, in the same folder. */
  byFileName(url: string): Entry | undefined {
    const { language = "", languages } = this.#site.model;
    const path = joinPath(url.replace(/\.html?$/, ""));
    const [first = "", ...rest] = path.split("/");
    const byLanguage = languages.includes(first) ? this.#byLogical().get(`${first} ${rest.join("/")}`) : undefined;
    const found = byLanguage ?? this.#at(language, path);
    // The page of another language has a URL of its own, which is not meant.
    const its = found === undefined ? undefined : this.#site.placedAt(found.path)?.language;
    return byLanguage !== undefined || its === undefined || its === language ? found : undefined;
  }

  /** Whether a file that is no document lies at a path beside the document. */
  hasAsset(from: Entry, path: string): boolean {
    const { contentAssets, staticFiles, generator, folder } = this.#site.model;
    // Hugo and Jekyll serve files by URL alone; the others take them from beside the source.
    if (generator === "hugo" || generator === "jekyll") return false;
    this.#assets ??= new Set([...contentAssets, ...staticFiles.map((file) => file.path)]);
    if (this.#assets.has(joinPath(nameParts(from.path).dir, path))) return true;
    // In a plain folder, as in the wiki of a repository, paths may count from its root.
    const isPlain = generator === "plain" && !path.startsWith("../") && !path.startsWith("./");
    return isPlain && (this.#assets.has(joinPath(folder, path)) || this.#vaults.find(from.path, path) !== undefined);
  }

  /** Whether a path leads to a file elsewhere in the project, of which nothing is known: Docusaurus takes it in, or stops. */
  leadsOut(from: Entry, path: string): boolean {
    const { content, generator } = this.#site.model;
    if (generator !== "docusaurus" || path.startsWith("/") || !/\.(?!mdx?$|html?$)\w{1,8}$/i.test(path)) return false;
    const place = joinPath(nameParts(from.path).dir, path);
    return content.every(({ folder }) => below(folder, place) === undefined);
  }

  #roots(): string[] {
    const { content, folder } = this.#site.model;
    return [...content.map((one) => one.folder), folder];
  }

  #below(path: string): string | undefined {
    const { content, generator } = this.#site.model;
    for (const { folder, at } of content) {
      const inside = below(folder, path);
      // Hugo's mounts put folders of content into one another, and Docusaurus has several beside each other.
      if (inside !== undefined)
        return generator === "hugo" || generator === "docusaurus" ? joinPath(at, inside) : inside;
    }
    return undefined;
  }

  /** A document by the path that links name it by: in a language, else in the site's own, else in any. */
  #at(language: string, path: string): Entry | undefined {
    const logical = this.#byLogical();
    const { language: main = "" } = this.#site.model;
    const name = this.#normal(path);
    return logical.get(`${language} ${name}`) ?? logical.get(`${main} ${name}`) ?? logical.get(` ${name}`);
  }

  /** The path that links name a document by. Hugo takes names in any case, and hyphens for spaces. */
  #logicalOf = (path: string, logical?: string): string =>
    this.#normal(logical ?? withoutEnd(this.#below(path) ?? path));

  #normal = (path: string): string =>
    this.#site.model.generator === "hugo" ? path.toLowerCase().replaceAll(" ", "-") : path;

  /** The folder that links to documents count from: a section's own, else the one that the document is in. */
  #folderOf({ path }: Entry): string {
    const logical = this.#logicalOf(path, this.#site.placedAt(path)?.logical);
    return /(?:^|\/)_index\.[^/]+$/.test(path) ? logical : nameParts(logical).dir;
  }

  #byLogical(): Map<string, Entry | undefined> {
    if (this.#logical !== undefined) return this.#logical;
    const paths = new Map<string, Entry | undefined>();
    for (const { entry, language, logical } of this.#site.placement.entries) {
      const path = this.#logicalOf(entry.path, logical);
      if (language !== undefined) paths.set(`${language} ${path}`, entry);
      // Where only a translation has the path, a link that names it is taken for one to it.
      if (language === undefined || !paths.has(` ${path}`)) paths.set(` ${path}`, entry);
    }
    return (this.#logical = paths);
  }

  /** Undefined for a name that two documents have, other than translations of each other. */
  #byName(): Map<string, Entry | undefined> {
    if (this.#names !== undefined) return this.#names;
    const names = new Map<string, Entry | undefined>();
    for (const [key, entry] of this.#byLogical()) {
      if (!key.startsWith(" ")) continue;
      const name = key.split("/").at(-1)?.trim() ?? "";
      names.set(name, names.has(name) ? undefined : entry);
    }
    return (this.#names = names);
  }
}

/** The path of the document that a translation translates. */
function originalOf({ folder, standIn }: ContentFolder, path: string): string[] {
  const inside = standIn === undefined ? undefined : below(folder, path);
  return standIn === undefined || inside === undefined ? [] : [joinPath(standIn, inside)];
}

/** A path without its ending and without the name of a bundle's file. */
const withoutEnd = (path: string): string =>
  path.replace(/\.(?:md|mdx|markdown|html)$/i, "").replace(/(?:^|\/)_?index$/, "");

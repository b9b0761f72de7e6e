import type { Entry } from "#model/entry";
import type { ContentFolder } from "#model/site";
import { below, folderOf, slashless } from "./placement.ts";
import type { SiteLookup } from "./site-lookup.ts";

/** Tells what may be there though the source does not show it: what a theme, a plugin, the build or the host adds. */
export class UnseenPaths {
  readonly #site: SiteLookup;
  #endings: ReadonlySet<string> | undefined;
  #folders: ReadonlySet<string> | undefined;

  constructor(site: SiteLookup) {
    this.#site = site;
  }

  /** Whether a page or file may be at a URL path that a document links to, with a query or without one. */
  mayHave({ path }: Entry, url: string, query: string): boolean {
    const { complete, model, placement } = this.#site;
    if (!complete || this.#makesOwnLinks(path, query)) return true;
    if (placement.open.some((prefix) => url.startsWith(prefix)) || placement.mayServe?.(url) === true) return true;
    if (this.#isIgnored(url) || this.#site.isAnswered(url)) return true;
    if (model.generator === "plain" && (isHidden(url) || !this.#keepsFilesLike(url))) return true;
    return this.#mayBeFile(url);
  }

  /** Whether code of the site makes a link of a document, or the template of a theme may. */
  #makesOwnLinks(path: string, query: string): boolean {
    const { content, customLinks: all } = this.#site.model;
    const isIn = ({ folder, customLinks }: ContentFolder) => customLinks === true && below(folder, path) !== undefined;
    return all || content.some(isIn) || this.#namesLanguage(query);
  }

  /** Whether a link says in its query which translation it means, as templates of a theme that is not there may have it. */
  #namesLanguage(query: string): boolean {
    const { model, placement } = this.#site;
    const wanted = /[?&]lang=([\w-]{2,20})/.exec(query)?.[1];
    return wanted !== undefined && placement.opensFiles === true && model.languages.includes(wanted.toLowerCase());
  }

  /** Whether the build writes what is at a URL path, or in that folder. */
  #isIgnored(url: string): boolean {
    const folder = `${slashless(url)}/`;
    return this.#site.model.ignoredPaths?.some((prefix) => folder.startsWith(prefix)) === true;
  }

  /** Whether a file may be at a URL path that no folder shows: one of a theme, or one that is written beside a page. */
  #mayBeFile(url: string): boolean {
    const { placement, pages, model } = this.#site;
    const [, name = "", end] = /\/([^/.]+)\.(\w{1,12})$/.exec(url) ?? [];
    if (end === undefined || /^html?$/.test(end)) return false;
    // Eleventy makes pages of all Markdown.
    if (model.generator === "eleventy" && /^mdx?$/i.test(end)) return false;
    const isOutput = name === "index" || placement.outputNames?.includes(name) === true;
    if (isOutput && pages.has(folderOf(url))) return true;
    return placement.opensFiles === true && !this.#ownFolders().has(topOf(url));
  }

  /** Top folders that the site keeps files in itself: what is not there is not in a theme either. */
  #ownFolders(): ReadonlySet<string> {
    return (this.#folders ??= new Set(this.#site.model.staticFiles.map(({ url }) => topOf(url))));
  }

  /** Whether a URL path is that of a page which is made of a document of a plain folder. */
  isPlainPage = (url: string): boolean => this.#site.model.generator === "plain" && /\.html?$/i.test(url);

  /** Whether a plain folder holds files of this type: where it has none, they are kept elsewhere. */
  #keepsFilesLike(url: string): boolean {
    const end = /\.(\w{1,8})$/.exec(url)?.[1]?.toLowerCase();
    if (end === undefined || this.isPlainPage(url)) return false;
    const { contentFiles, contentAssets } = this.#site.model;
    this.#endings ??= new Set(
      [...contentFiles, ...contentAssets].map((path) => path.replace(/^.*\./s, "").toLowerCase()),
    );
    return this.#endings.has(end);
  }
}

/** Whether a path leads into a folder such as `.github`, which is not looked into. */
const isHidden = (url: string) => url.includes("/.");

const topOf = (url: string) => /^\/[^/]*\//.exec(url)?.[0] ?? "/";

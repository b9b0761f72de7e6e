import type { Entry } from "#model/entry";
import type { LinkTarget, SiteModel, SitePage } from "#model/site";
import { slashless, type PlacedEntry, type Placement } from "./placement.ts";
import { answerTable, redirectTable, type RedirectTable } from "./redirect-table.ts";
import { LinkResolver } from "./resolve-link.ts";
import type { SiteLookup } from "./site-lookup.ts";
import { servedAt } from "./written-link.ts";

/** All that a build serves, by URL path, and what stays out of it. */
export class SiteMap implements SiteLookup {
  readonly model: SiteModel;
  readonly complete: boolean;
  readonly pages: ReadonlyMap<string, SitePage>;
  readonly placement: Placement;
  readonly redirects: RedirectTable;
  readonly #answers: RedirectTable;
  readonly #placed: ReadonlyMap<string, PlacedEntry>;
  readonly #bySlashless: ReadonlyMap<string, string>;
  readonly #unpublished: ReadonlyMap<string, Entry>;
  readonly #basePath: string;
  readonly #resolver: LinkResolver;

  constructor(model: SiteModel, placement: Placement) {
    this.model = model;
    this.placement = placement;
    this.#placed = new Map(placement.entries.map((one) => [one.entry.path, one]));
    this.complete = model.contentFiles.every((path) => this.#placed.has(path));
    this.pages = pagesOf(model, placement);
    this.#unpublished = new Map(
      placement.entries.flatMap(({ url, unpublished, entry }) =>
        unpublished === true && url !== undefined ? [[slashless(url), entry] as const] : [],
      ),
    );
    this.#bySlashless = new Map(Array.from(this.pages.keys(), (url) => [slashless(url), url]));
    const rules = model.redirects.flatMap((file) => file.rules);
    this.redirects = redirectTable(rules);
    this.#answers = answerTable(rules);
    this.#basePath = servedAt(model.baseUrl).basePath;
    this.#resolver = new LinkResolver(this);
  }

  urlOf({ path }: Entry): string | undefined {
    const placed = this.#placed.get(path);
    if (placed?.url === undefined || placed.unpublished === true) return undefined;
    return this.#basePath + placed.url;
  }

  placeOf({ path }: Entry): string | undefined {
    return this.#placed.get(path)?.url;
  }

  isUnpublished({ path }: Entry): boolean {
    return this.#placed.get(path)?.unpublished === true;
  }

  isPassedOver({ path }: Entry): boolean {
    return this.#placed.get(path)?.passedOver === true;
  }

  unpublishedAt(path: string): Entry | undefined {
    return this.#unpublished.get(slashless(path));
  }

  isAnswered(path: string): boolean {
    return this.#byHost(path, (one) => this.#answers.find(one)) !== undefined;
  }

  entryAt(path: string): Entry | undefined {
    return this.#placed.get(path)?.entry;
  }

  placedAt(path: string): PlacedEntry | undefined {
    return this.#placed.get(path);
  }

  resolve(from: Entry, href: string): LinkTarget {
    return this.#resolver.resolve(from, href);
  }

  lookUp(path: string): SitePage | undefined {
    const own = this.pages.get(path) ?? this.pages.get(this.#bySlashless.get(slashless(path)) ?? "");
    const page = own ?? this.#byHost(path, (one) => this.redirects.find(one))?.page;
    return page === undefined || page === own ? page : { ...page, url: path };
  }

  /** What is said of a path with the base path, as hosts do, or without it, as configs do. */
  #byHost<T>(path: string, find: (path: string) => T | undefined): T | undefined {
    return (this.#basePath === "" ? undefined : find(this.#basePath + path)) ?? find(path);
  }
}

/** Later ones win: what documents are served at is more certain than what folders suggest. */
function pagesOf(model: SiteModel, { entries, pages, resources }: Placement): Map<string, SitePage> {
  const published = entries.filter(({ unpublished }) => unpublished !== true);
  const all = aliasPages(published);
  for (const { url, path } of [...resources, ...model.staticFiles])
    if (url !== "") all.set(url, { url, kind: "static", file: path });
  for (const page of pages) all.set(page.url, page);
  for (const { entry, url } of published) {
    const uses = url === undefined ? undefined : all.get(url)?.uses;
    if (url !== undefined) all.set(url, { url, kind: "entry", entry, ...(uses !== undefined && { uses }) });
  }
  return all;
}

function aliasPages(published: Placement["entries"]): Map<string, SitePage> {
  const all = new Map<string, SitePage>();
  for (const { entry, aliases = [], url: target } of published) {
    if (target === undefined) continue;
    for (const url of aliases) {
      const other = all.get(url);
      const isShared = other !== undefined && (other.isShared === true || other.entry !== entry);
      all.set(url, { url, kind: "alias", target, entry, ...(isShared && { isShared }) });
    }
  }
  return all;
}

import type { Entry } from "#model/entry";
import type { LinkTarget, SitePage } from "#model/site";
import { withoutLiquid, withoutUrlFilter } from "./liquid-link.ts";
import { folderOf, slashless } from "./placement.ts";
import { joinPath } from "./site-files.ts";
import type { SiteLookup } from "./site-lookup.ts";
import { SourcePaths } from "./source-paths.ts";
import { UnseenPaths } from "./unseen-paths.ts";
import { linkPath, readLink, resolvePath, servedAt, type Served, type WrittenLink } from "./written-link.ts";

type PathLink = Extract<WrittenLink, { kind: "path" }>;

/** Longest chain of aliases and redirects that is followed. */
const mostHops = 20;

/** Says what links lead to, by the map of the site. */
export class LinkResolver {
  readonly #site: SiteLookup;
  readonly #served: Served;
  readonly #sources: SourcePaths;
  readonly #unseen: UnseenPaths;
  readonly #folded: () => ReadonlyMap<string, string>;

  constructor(site: SiteLookup) {
    this.#site = site;
    this.#served = servedAt(site.model.baseUrl);
    this.#sources = new SourcePaths(site);
    this.#unseen = new UnseenPaths(site);
    let folded: Map<string, string> | undefined;
    this.#folded = () =>
      (folded ??= new Map(Array.from(site.pages.keys(), (url) => [slashless(url).toLowerCase(), url])));
  }

  resolve(from: Entry, href: string): LinkTarget {
    const link = readLink(href.includes("{{") ? this.#withoutTemplate(href) : href, this.#served);
    switch (link.kind) {
      case "empty":
        return { kind: "self", url: this.#site.placeOf(from) ?? "", entry: from };
      case "template":
        return { kind: "unknown", url: href };
      case "external":
        return { kind: "external", url: href };
      case "document":
        return this.#document(from, link);
      case "path":
        return { ...this.#path(from, link), ...(link.origin !== "" && { absolute: true }) };
    }
  }

  #withoutTemplate(href: string): string {
    const { generator } = this.#site.model;
    if (generator === "eleventy") return withoutUrlFilter(href);
    return generator === "jekyll" ? withoutLiquid(href, this.#served.basePath) : href;
  }

  /** A call that names a document: the generator makes the right URL of it, or ends the build. */
  #document(from: Entry, { path: written, fragment, by }: Extract<WrittenLink, { kind: "document" }>): LinkTarget {
    const { generator } = this.#site.model;
    // Eleventy has no such calls of its own: they are the site's, which takes texts in quotes.
    const path = generator === "eleventy" ? written.replace(/^(["'])(.*)\1$/, "$2") : written;
    if (path === "") return { kind: "self", url: this.#site.placeOf(from) ?? "", fragment, entry: from };
    const entry = by === "post" ? this.#sources.post(path) : this.#sources.reference(from, path);
    if (entry !== undefined) return { ...this.#toEntry(entry), fragment };
    const other = by === "post" ? undefined : this.#sources.document(from, path);
    if (typeof other === "string") return { kind: "page", url: other, fragment };
    // Which folder such a call counts from is the generator's affair.
    const isCertain = this.#site.complete && generator !== "plain" && generator !== "eleventy";
    return { kind: isCertain ? "missing" : "unknown", url: path, fragment };
  }

  #toEntry(entry: Entry): LinkTarget {
    const url = this.#site.placeOf(entry);
    if (url === undefined) return { kind: "unknown", url: entry.path, entry };
    return { kind: this.#site.isUnpublished(entry) ? "unpublished" : "page", url, entry };
  }

  #path(from: Entry, link: PathLink): LinkTarget {
    const { path, fragment } = link;
    const here = this.#site.placeOf(from);
    if (path === "" && link.origin === "") return { kind: "self", url: here ?? "", fragment, entry: from };
    // From its root a plain folder may be served anywhere.
    if (path.startsWith("/") && this.#site.model.generator === "plain") return this.#fromRoot(from, link);
    return this.#inSource(from, link) ?? this.#byUrl(from, link, this.#urlPath(here, path));
  }

  /** What a link names by its place in the source. */
  #inSource(from: Entry, link: PathLink): LinkTarget | undefined {
    if (link.path.startsWith("@site/")) return this.#inProject(link.path, link.fragment);
    // An alias of the bundler for some folder.
    if (this.#site.model.generator === "astro" && /^[@~#][\w-]*\//.test(link.path)) return unknownTo(link);
    return this.#named(from, link) ?? this.#sourceFile(from, link);
  }

  #byUrl(from: Entry, link: PathLink, url: string | undefined): LinkTarget {
    const { path, fragment } = link;
    if (url === undefined) return { kind: "unknown", url: path, fragment };
    const page = this.#at(url);
    if (page !== undefined) return this.#found(page, url, link);
    if (this.#countsFromElsewhere(from, path)) return { kind: "unknown", url, fragment };
    const hidden = this.#site.unpublishedAt(url);
    if (hidden !== undefined) return { kind: "unpublished", url, fragment, entry: hidden };
    return this.#notFound(from, url, link);
  }

  /** A file by the alias that Docusaurus has for the folder of the site. Of most of that folder nothing is known here. */
  #inProject(path: string, fragment: string): LinkTarget {
    const place = joinPath(this.#site.model.folder, path.slice("@site/".length));
    const entry = this.#site.entryAt(place);
    return entry === undefined ? { kind: "unknown", url: path, fragment } : { ...this.#toEntry(entry), fragment };
  }

  /** Whether a document of a plain folder says itself where it is served: links to what is no document may count from there. */
  #countsFromElsewhere({ meta }: Entry, path: string): boolean {
    if (this.#site.model.generator !== "plain" || /\.mdx?$/i.test(path)) return false;
    return ["path", "permalink", "url"].some((key) => meta?.[key] !== undefined);
  }

  #fromRoot(from: Entry, link: PathLink): LinkTarget {
    const source = this.#sourceFile(from, link);
    const page = this.#site.lookUp(resolvePath("/", link.path));
    if (source !== undefined) return source;
    const { fragment, path } = link;
    return page === undefined ? { kind: "unknown", url: path, fragment } : this.#found(page, page.url, link);
  }

  /** A link that the generator takes for the path of a document. */
  #named(from: Entry, { path, fragment, origin }: PathLink): LinkTarget | undefined {
    if (this.#site.model.findsDocuments !== true || origin !== "") return undefined;
    const found = this.#sources.document(from, path);
    if (typeof found === "string") return { kind: "page", url: found, fragment };
    return found && { ...this.#toEntry(found), fragment };
  }

  /** A link to a Markdown file, or to another file beside the document. */
  #sourceFile(from: Entry, { path, fragment, query, origin }: PathLink): LinkTarget | undefined {
    if (path.startsWith("@/") && this.#site.model.generator === "plain")
      return this.#inContent(path.slice(2), fragment);
    if (/\.(?:md|mdx|markdown)$/i.test(path)) {
      const entry = this.#sources.file(from, path);
      if (entry === undefined) return undefined;
      const target = { ...this.#toEntry(entry), fragment };
      const { model } = this.#site;
      if (target.kind !== "page" || model.rewritesSourceLinks || model.customLinks) return target;
      return { ...target, form: "source-file", canonical: this.#canonical(target.url, query, fragment, origin) };
    }
    if (path.startsWith("/") || !this.#sources.hasAsset(from, path)) return undefined;
    return { kind: "static", url: path, fragment };
  }

  /** A link as Zola writes it, from the folder of the content. */
  #inContent(path: string, fragment: string): LinkTarget {
    const entry = this.#site.entryAt(joinPath(this.#site.model.folder, "content", path));
    return { ...(entry === undefined ? { kind: "unknown", url: path } : this.#toEntry(entry)), fragment };
  }

  /** The URL path that a link means, without the base path; undefined where it leads out of the site or can't be told. */
  #urlPath(here: string | undefined, path: string): string | undefined {
    const { basePath } = this.#served;
    if (here === undefined && !path.startsWith("/")) return undefined;
    const url = resolvePath(`${basePath}${folderOf(here ?? "/")}`, path);
    if (basePath === "" || url === basePath) return basePath === "" ? url : "/";
    return url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : undefined;
  }

  #at(url: string): SitePage | undefined {
    return this.#site.lookUp(url) ?? this.#pagination(url) ?? this.#htmlFile(url);
  }

  /** A further page of a list; how many there are depends on the theme. */
  #pagination(url: string): SitePage | undefined {
    const { pagerPath } = this.#site.placement;
    if (pagerPath === undefined) return undefined;
    const found = /^(.*\/)([^/]+)\/\d{1,5}\/?$/.exec(url);
    if (found === null || found[2] !== pagerPath) return undefined;
    const kind = this.#site.lookUp(found[1] ?? "/")?.kind;
    return kind === undefined || kind === "static" || kind === "redirect" ? undefined : { url, kind: "pagination" };
  }

  /** Hosts serve `/a.html` also as `/a`, and some `/a/` as `/a.html`. */
  #htmlFile(url: string): SitePage | undefined {
    return this.#site.pages.get(`${slashless(url)}.html`) ?? this.#site.pages.get(url.replace(/\.html?$/, ""));
  }

  #found(page: SitePage, written: string, link: PathLink): LinkTarget {
    const { kind, url, entry } = page;
    if (kind === "alias" || kind === "redirect") return this.#moved(page, kind, link);
    const { path, query, fragment, origin } = link;
    const base = { kind: kindOf(page), url, fragment, ...(entry !== undefined && { entry }) };
    const form = this.#formOf(written, page);
    if (form === undefined) return base;
    // A link that counts from its page goes on doing so, as in a folder that is copied for the next version.
    const isRelative = form === "slash" && origin === "" && !path.startsWith("/");
    const canonical = isRelative
      ? `${linkPath(path)}/${query}${hashOf(fragment)}`
      : this.#canonical(url, query, fragment, origin);
    return { ...base, form, canonical };
  }

  /** What is found at an alias or a redirect. */
  #moved(page: SitePage, kind: "alias" | "redirect", { query, fragment, origin }: PathLink): LinkTarget {
    if (page.isShared === true) return { kind, url: page.target ?? page.url, fragment, isShared: true };
    const last = this.#follow(page);
    if (last === undefined) return { kind, url: page.target ?? page.url, fragment };
    const canonical = this.#canonical(last.url, query, fragment, origin);
    return { kind, url: page.url, fragment, ...(last.entry !== undefined && { entry: last.entry }), canonical };
  }

  /** In what a written path departs from the one that is served. */
  #formOf(written: string, { url, kind }: SitePage): LinkTarget["form"] {
    if (written === url || kind === "static" || kind === "file" || kind === "pagination") return undefined;
    if (/\/index\.html?$/.test(written)) return "index-file";
    const { trailingSlash, generator, findsDocuments, customLinks } = this.#site.model;
    if (slashless(written) !== slashless(url) || trailingSlash === "either" || customLinks) return undefined;
    // Docusaurus writes all links in its own form; where documents are found by their paths, lists are too.
    return generator === "docusaurus" || (findsDocuments === true && kind !== "entry") ? undefined : "slash";
  }

  /** The page at the end of a chain; undefined where it leads out of the site, in a circle, or nowhere. */
  #follow(start: SitePage): SitePage | undefined {
    let page: SitePage | undefined = start;
    for (let hop = 0; hop < mostHops && page !== undefined; hop++) {
      if (page.kind !== "alias" && page.kind !== "redirect") return page;
      const link = readLink(page.target ?? "", this.#served);
      if (link.kind !== "path") return undefined;
      // Targets of aliases have no base path; those of redirects do.
      const url: string | undefined = page.kind === "alias" ? link.path : this.#urlPath("/", link.path);
      page = url === undefined ? undefined : this.#at(url);
    }
    return undefined;
  }

  #notFound(from: Entry, url: string, { path, fragment, query }: PathLink): LinkTarget {
    const entry = this.#sources.byFileName(url);
    // What makes pages of a plain folder nobody knows; most generators serve `a.md` as `a.html`, some elsewhere.
    if (entry !== undefined && this.#unseen.isPlainPage(url)) return { ...this.#toEntry(entry), fragment };
    if (this.#unseen.mayHave(from, url, query) || this.#sources.leadsOut(from, path))
      return { kind: "unknown", url, fragment };
    const missing = { kind: "missing", url, fragment } as const;
    const place = entry === undefined ? undefined : this.#site.placeOf(entry);
    const isOther = place !== undefined && slashless(place).toLowerCase() !== slashless(url).toLowerCase();
    if (entry !== undefined && isOther && !this.#site.isUnpublished(entry)) {
      return { ...missing, entry, form: "file-name", canonical: this.#canonical(place, query, fragment, "") };
    }
    const other = this.#folded().get(slashless(url).toLowerCase());
    if (other === undefined) return missing;
    return { ...missing, form: "case", canonical: this.#canonical(other, query, fragment, "") };
  }

  #canonical(url: string, query: string, fragment: string, origin: string): string {
    return `${origin}${linkPath(this.#served.basePath + url)}${query}${hashOf(fragment)}`;
  }
}

const unknownTo = ({ path, fragment }: PathLink): LinkTarget => ({ kind: "unknown", url: path, fragment });

const hashOf = (fragment: string) => (fragment === "" ? "" : `#${fragment}`);

function kindOf({ kind }: SitePage): LinkTarget["kind"] {
  return kind === "static" || kind === "file" ? "static" : "page";
}

import type { Entry } from "./entry.ts";
import type { Field } from "./field.ts";
import type { ShortcodeSyntax } from "./shortcode.ts";
import type { Span } from "./span.ts";

/** The site generators that are known. `plain` is a folder of Markdown without one. */
type Generator = "hugo" | "jekyll" | "astro" | "docusaurus" | "eleventy" | "plain";

/** A folder whose Markdown files become pages. */
export interface ContentFolder {
  /** POSIX, relative to the root of the run; "" for the root itself. */
  readonly folder: string;
  /** What the generator takes its documents for; the name of a collection, where it has them. */
  readonly kind: string;
  /** Where the folder's pages are served, below the base path: "/" or "/blog/". */
  readonly at: string;
  readonly language?: string;
  /** The folder whose documents are served where this one has none of the name: the originals of a translation. */
  readonly standIn?: string;
  /** The folder of the newest version, where this one keeps an older version of its documents under the same names. */
  readonly versionOf?: string;
  /** Whether code of the site makes links of its documents its own way, as with the model's `customLinks`. */
  readonly customLinks?: boolean;
}

/** A file that is served as it is. */
export interface StaticFile {
  /** The path at which it is served, decoded, starting with "/". */
  readonly url: string;
  /** POSIX, relative to the root of the run. */
  readonly path: string;
}

/** One line of a redirects file. */
export interface RedirectRule {
  readonly path: string;
  readonly source: Field;
  readonly target: Field;
  /** The status as it was written; undefined where none was. */
  readonly status?: Field;
  /** Whether conditions (countries, languages, query parameters) decide if it applies. */
  readonly conditional: boolean;
  /** The whole line. */
  readonly span: Span;
}

/** A file of redirects, read. */
export interface RedirectFile {
  readonly path: string;
  readonly text: string;
  readonly rules: readonly RedirectRule[];
}

/** How a generator turns words into minutes of reading. */
interface ReadingTimeFormula {
  readonly wordsPerMinute: number;
  readonly countsCode: boolean;
  readonly rounding: "up" | "nearest" | "down";
}

/** Which documents a build leaves out. */
interface PublishPolicy {
  readonly drafts: boolean;
  readonly future: boolean;
  readonly expired: boolean;
}

/** Names of the front-matter keys that hold the fields of an entry, where they are others than usual. The first that is there counts. */
type SiteFieldNames = Partial<
  Readonly<
    Record<
      "title" | "summary" | "published" | "modified" | "expiry" | "author" | "tags" | "image" | "draft" | "language",
      readonly string[]
    >
  >
>;

/** What is known of a site from its config and its folders. Plain JSON. */
export interface SiteModel {
  readonly generator: Generator;
  /** POSIX, relative to the root of the run; "" for the root itself. */
  readonly folder: string;
  /** The file that the site was recognised by; undefined for a plain folder. */
  readonly configFile?: string;
  readonly content: readonly ContentFolder[];
  /** The Markdown files below the content folders, POSIX, relative to the root of the run. */
  readonly contentFiles: readonly string[];
  /** Other files below the content folders, which may be served beside the pages. */
  readonly contentAssets: readonly string[];
  readonly staticFiles: readonly StaticFile[];
  readonly redirects: readonly RedirectFile[];
  /** Where the built site lands; POSIX, relative to the root of the run. */
  readonly output: string;
  /** Scheme, host and path that the site is served at, as the config has it. */
  readonly baseUrl?: string;
  readonly title?: string;
  /** What the theme adds to every `<title>`, with its separator, where that is known. */
  readonly titleSuffix?: string;
  readonly language?: string;
  readonly languages: readonly string[];
  readonly fieldNames: SiteFieldNames;
  /** Whether a text of tags is split at its spaces. */
  readonly splitsTags?: boolean;
  readonly readingTime?: ReadingTimeFormula;
  readonly publish: PublishPolicy;
  readonly shortcodes: readonly ShortcodeSyntax[];
  /** Whether all Markdown is read as MDX, not only what is called so. */
  readonly readsMdx?: boolean;
  /** Whether version 1 reads MDX, which takes much that later versions end the build at. */
  readonly hasFirstMdx?: boolean;
  /** The form of page URLs: with the last slash, without it, or both alike. */
  readonly trailingSlash: "always" | "never" | "either";
  /** Another way to make the ids of headings that the config asks for; some versions do not know the key, and keep their own. */
  readonly headingIds?: "blackfriday";
  /** Whether links to Markdown files become links to their pages. */
  readonly rewritesSourceLinks: boolean;
  /** Whether a template of the site makes links its own way, so that what looks like a broken one may not be. */
  readonly customLinks: boolean;
  /** Whether pictures are found among the assets too, or made by a template of the site, so that nothing can be told. */
  readonly pictures?: "found" | "custom";
  /** Whether links may name documents by their paths in the content folder: where there is one, the page is linked. */
  readonly findsDocuments?: boolean;
  /** Paths of the assets: files in a folder that is not served as it is. */
  readonly assets?: readonly string[];
  /** Bytes of the pictures that are served as they are, by path; only there where a rule that is on asks for it. */
  readonly pictureSizes?: Readonly<Record<string, number>>;
  /** Whether a template of the site or of a theme makes the figures of Markdown its own way. */
  readonly ownFigures?: boolean;
  /** URL paths below which the build writes pages itself, by what git leaves out of the content. */
  readonly ignoredPaths?: readonly string[];
  /** What only the generator's own file knows. */
  readonly settings: unknown;
  /** For people: what could not be read, and what is assumed in its place. */
  readonly notices: readonly string[];
}

/** What is served at a URL path. */
type PageKind = "entry" | "list" | "taxonomy" | "term" | "pagination" | "file" | "static" | "alias" | "redirect";

/** A term in the front matter of a document that is published. */
export interface TermUse {
  readonly entry: Entry;
  readonly field: Field;
}

/** One URL path of the built site. */
export interface SitePage {
  /** Decoded, starting with "/", without the base path. */
  readonly url: string;
  readonly kind: PageKind;
  readonly entry?: Entry;
  /** Path of the file that is served as it is; POSIX, relative to the root of the run. */
  readonly file?: string;
  /** Where an alias or a redirect leads. */
  readonly target?: string;
  /** Of the list of a term: the values of front matter that put documents on it. */
  readonly uses?: readonly TermUse[];
  /** Several documents have the alias, and the build decides to which of them it leads. */
  readonly isShared?: true;
}

/** What a link in a document leads to. */
export interface LinkTarget {
  readonly kind:
    | "page"
    | "static"
    | "alias"
    | "redirect"
    /** A document that the build leaves out: a draft, a future or an expired one. */
    | "unpublished"
    | "external"
    /** Only a fragment, or nothing: the document itself. */
    | "self"
    | "missing"
    /** What a template decides, or what only the built site can tell. */
    | "unknown";
  /** URL path, decoded, without the base path; for external links the link as written. */
  readonly url: string;
  readonly fragment?: string;
  /** The document behind the page, where there is one. */
  readonly entry?: Entry;
  /** What a link should be written as: the final target in the form that the site serves. With query and fragment. */
  readonly canonical?: string;
  /** In what the written form departs from the canonical one. */
  readonly form?: "slash" | "source-file" | "index-file" | "case" | "file-name";
  /** It was written with the site's own origin. */
  readonly absolute?: true;
  /** It is an alias that several documents have; `url` is that of one of them. */
  readonly isShared?: true;
}

/** The URL of every document of a site, and what its links lead to. */
export interface SitePages {
  readonly model: SiteModel;
  /** Whether every content file of the site was read: only then a page that is not there is missing. */
  readonly complete: boolean;
  /** By URL path, as `SitePage.url`. */
  readonly pages: ReadonlyMap<string, SitePage>;
  /** The URL path of an entry, with the base path; undefined where the build makes no page of it or it can't be told. */
  urlOf(entry: Entry): string | undefined;
  /** Whether the build leaves an entry out. */
  isUnpublished(entry: Entry): boolean;
  /** Whether the build passes over an entry that lies where its posts are, as its name is not that of a post. */
  isPassedOver(entry: Entry): boolean;
  /** What a link or an image in an entry leads to. */
  resolve(from: Entry, href: string): LinkTarget;
  /** The same for a URL path that stands in no document: that of a redirect. */
  lookUp(path: string): SitePage | undefined;
}

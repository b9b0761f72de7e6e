import type { Entry } from "#model/entry";
import { metaList } from "#model/meta";
import type { SitePage, TermUse } from "#model/site";
import { decoded } from "#text/urls";
import type { HugoSettings } from "./hugo-config.ts";
import type { HugoDocument } from "./hugo-documents.ts";
import { expandPermalink, patternFor, type HugoSections } from "./hugo-permalinks.ts";
import { urlPath, type PlacedEntry } from "./placement.ts";
import { hugoPath } from "./urlize.ts";

/** A document with its place. */
type PlacedDocument = PlacedEntry & { readonly document: HugoDocument };

/** The folder of a language's pages; "" where they have none. */
export const prefixOf = (language: string, { defaultLanguage, defaultInFolder }: HugoSettings): string =>
  language !== defaultLanguage || defaultInFolder ? language : "";

/** What the root of a site with several languages redirects to, or what redirects to it. */
export function languageRoots({ languages, defaultLanguage, defaultInFolder, redirectsDefaultLanguage }: HugoSettings) {
  if (languages.length < 2 || !redirectsDefaultLanguage) return [];
  const [root, folder] = ["/", urlPath([defaultLanguage], "/")];
  const page: SitePage = {
    url: defaultInFolder ? root : folder,
    kind: "alias",
    target: defaultInFolder ? folder : root,
  };
  return [page];
}

/** Pages that come from no document: home, the lists of top folders, of terms and of each term's pages, sitemaps. */
export function listPages(
  placed: readonly PlacedDocument[],
  settings: HugoSettings,
  sections: HugoSections,
): SitePage[] {
  const languages = new Set([...placed.map(({ document }) => document.language), ...settings.languages]);
  const isOn = (kind: string) => !settings.disabledKinds.includes(kind);
  const pages = [...languages].flatMap((language): SitePage[] => {
    const prefix = prefixOf(language, settings);
    const lists = isOn("taxonomy") && isOn("taxonomyterm") ? settings.taxonomies : [];
    return [
      { url: urlPath([prefix], "/"), kind: "list" },
      ...lists.map((name): SitePage => ({ url: urlPath([prefix, name], "/"), kind: "taxonomy" })),
      ...(languages.size > 1 ? ["", language] : [""]).flatMap((folder) =>
        filesOfSite.map((name): SitePage => ({ url: urlPath([folder, name]), kind: "file" })),
      ),
    ];
  });
  const ofSections = isOn("section") ? sectionPages(placed, settings) : [];
  return [...pages, ...ofSections, ...(isOn("term") ? termPages(placed, settings, sections) : [])];
}

const filesOfSite = ["sitemap.xml", "404.html", "robots.txt"];

/** The lists of top folders, which need no document of their own. */
const sectionPages = (placed: readonly PlacedDocument[], settings: HugoSettings): SitePage[] =>
  placed.flatMap(({ document: { section, language } }) =>
    section === "" ? [] : [{ url: urlPath([prefixOf(language, settings), section.toLowerCase()], "/"), kind: "list" }],
  );

/** The lists of each term's pages. */
function termPages(placed: readonly PlacedDocument[], settings: HugoSettings, sections: HugoSections): SitePage[] {
  const usesByUrl = new Map<string, TermUse[]>();
  for (const { document, url, unpublished } of placed) {
    if (url === undefined || unpublished === true) continue;
    for (const taxonomy of settings.taxonomies) {
      for (const field of metaList(document.entry.meta, taxonomy)) {
        const term = termUrl(termOf(document, taxonomy, field.value), settings, sections);
        if (term === undefined) continue;
        const uses = usesByUrl.get(term) ?? [];
        uses.push({ entry: document.entry, field });
        usesByUrl.set(term, uses);
      }
    }
  }
  return Array.from(usesByUrl, ([url, uses]): SitePage => ({ url, kind: "term", uses }));
}

/** A term as the document that Hugo makes for it where there is none. */
function termOf({ language, entry }: HugoDocument, taxonomy: string, value: string): HugoDocument {
  const title = { value, span: entry.span };
  const document: Entry = { edition: "source", path: "", ordinal: 0, span: entry.span, title };
  const dir = `${taxonomy}/${value}`;
  return { entry: document, kind: "term", dir, base: "_index", language, section: taxonomy, value: () => undefined };
}

function termUrl(term: HugoDocument, settings: HugoSettings, sections: HugoSections): string | undefined {
  const make = (path: string) => hugoPath(path, { removeAccents: settings.removePathAccents });
  const pattern = patternFor(settings, term);
  const path = pattern === undefined ? term.dir : expandPermalink(pattern, term, settings, sections);
  return path === undefined ? undefined : urlPath([prefixOf(term.language, settings), make(decoded(path))], "/");
}

import type { Entry } from "#model/entry";
import type { SiteModel, SitePage } from "#model/site";
import { instantOf, parseDate } from "#text/dates";
import { filesOf, type AstroCollection } from "./astro-collections.ts";
import type { AstroSettings } from "./astro.ts";
import { fillRoute, mayServe, pageUrl, type AstroRoute } from "./astro-routes.ts";
import { below, nameParts, urlPath, type PlacedEntry, type Placement } from "./placement.ts";
import type { Starlight } from "./starlight.ts";
import { githubSlug } from "./urlize.ts";

/** Puts the Markdown of an Astro site where pages, routes of collections and Starlight serve it. */
export function placeAstro(model: SiteModel, entries: readonly Entry[], now: number): Placement {
  const settings = model.settings as AstroSettings;
  const place = placerOf(settings);
  const placed = entries.map((entry): PlacedEntry => {
    const one = place(entry);
    return { ...one, unpublished: one.unpublished === true || (!model.publish.future && isLater(entry, now)) };
  });
  const { routes, pages, starlight, computesRedirects, last } = settings;
  return {
    entries: placed,
    pages: [
      ...fallbackPages(settings, placed),
      ...pages.map((url): SitePage => ({ url: withEnd(url, last), kind: /\.\w+$/.test(url) ? "file" : "list" })),
      ...routes.flatMap((route) => firstPage(route, last)),
      ...(starlight === undefined ? [] : [{ url: "/404.html", kind: "file" as const }]),
    ],
    resources: [],
    open: starlight?.isOpen === true || computesRedirects ? ["/"] : ["/_astro/", "/pagefind/"],
    // Integrations add files such as `/robots.txt` beside the pages.
    mayServe: (url) =>
      /^\/[^/]+\.(?:xml|txt|json|webmanifest)$/.test(url) || routes.some((route) => mayServe(route, url)),
  };
}

const withEnd = (url: string, last: "/" | "") => (url.endsWith("/") ? urlPath([url], last) : url);

const isLater = ({ published }: Entry, now: number): boolean => {
  const date = parseDate(published?.value ?? "");
  return date !== undefined && instantOf(date) > now;
};

/** Where the first page of a list is. */
const firstPage = ({ kind, parts }: AstroRoute, last: "/" | ""): SitePage[] =>
  kind === "list" && parts.at(-1)?.startsWith("[...") === true
    ? [{ url: urlPath(parts.slice(0, -1), last), kind: "list" }]
    : [];

/** Says of one entry after the other where it is served. */
function placerOf({ pagesFolder, collections, routes, starlight, last }: AstroSettings): (entry: Entry) => PlacedEntry {
  const known = collections.map((one) => ({
    ...one,
    isFile: filesOf(one),
    urls: urlsOf(one, routes, starlight, last),
  }));
  return (entry) => {
    const page = below(pagesFolder, entry.path);
    // Drafts among the pages are built like all others.
    if (page !== undefined) return { entry, url: pageUrl(page, last) };
    for (const { base, isFile, urls } of known) {
      const path = below(base, entry.path);
      if (path !== undefined && isFile(path)) return { entry, ...urls(path, entry) };
    }
    return { entry };
  };
}

/** Says where the entries of a collection are served, by their paths below its base. */
function urlsOf(
  { name, hasUsualIds }: AstroCollection,
  routes: readonly AstroRoute[],
  starlight: Starlight | undefined,
  last: "/" | "",
): (path: string, entry: Entry) => Omit<PlacedEntry, "entry"> {
  const own = routesOf(name, routes);
  const isStarlight = starlight !== undefined && name === "docs";
  const leavesDraftsOut = isStarlight || own.length === 0 || own.some(({ asksForDrafts }) => asksForDrafts);
  return (path, entry) => {
    const unpublished = entry.draft?.value === true && leavesDraftsOut;
    if (!hasUsualIds) return { unpublished };
    const id = idOf(path, entry);
    if (isStarlight) return { url: urlPath([id === "index" ? "" : id], last), unpublished };
    const [url, ...others] = new Set(own.map((route) => fillRoute(route, id, last)));
    return { url: others.length === 0 ? url : undefined, unpublished };
  };
}

/** The routes that have a page for each entry of a collection; of several those that serve the fewest collections. */
function routesOf(name: string, routes: readonly AstroRoute[]): readonly AstroRoute[] {
  const all = routes.filter(({ kind, collections }) => kind === "documents" && collections.includes(name));
  const ending = all.filter(({ parts }) => parts.at(-1)?.startsWith("[") === true);
  const wanted = ending.length > 0 ? ending : all;
  const fewest = Math.min(...wanted.map(({ collections }) => collections.length));
  return wanted.filter(({ collections }) => collections.length === fewest);
}

/** What Astro calls an entry: its `slug`, or the path of its file in small letters. */
function idOf(path: string, { slug }: Entry): string {
  if (slug !== undefined) return slug.value;
  const { dir, name } = nameParts(path);
  const steps = dir === "" ? [name] : [...dir.split("/"), name];
  return steps
    .map(githubSlug)
    .join("/")
    .replace(/\/index$/, "");
}

/** Starlight has a page for each document in every language: the original, where there is no translation. */
function fallbackPages({ starlight, last }: AstroSettings, placed: readonly PlacedEntry[]): SitePage[] {
  if (starlight === undefined || starlight.others.length === 0) return [];
  const { own, others } = starlight;
  return placed.flatMap(({ entry, url, unpublished }) => {
    const path = url === undefined || unpublished === true ? undefined : localPath(url, own, others);
    if (path === undefined) return [];
    return others.map((folder): SitePage => ({ url: urlPath([folder, path], last), kind: "entry", entry }));
  });
}

/** The path of a page below that of its language; undefined where it is of another language. */
function localPath(url: string, own: string, others: readonly string[]): string | undefined {
  const [first = "", ...rest] = url.split("/").filter((part) => part !== "");
  if (own === "") return others.includes(first) ? undefined : url;
  return first === own ? rest.join("/") : undefined;
}

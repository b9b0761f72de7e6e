import type { Entry } from "#model/entry";
import type { SiteModel } from "#model/site";
import { below, urlPath, type Placement } from "./placement.ts";
import { joinPath, listFiles } from "./site-files.ts";

/** A folder of Markdown without a generator: links lead from file to file. Undefined where it has no Markdown. */
export function findPlain(file: string, folder: string): SiteModel | undefined {
  const files = listFiles(file, { enters: (name) => !name.startsWith(".") }).map((path) => joinPath(folder, path));
  const contentFiles = files.filter((path) => /\.(?:md|mdx|markdown)$/i.test(path));
  if (contentFiles.length === 0) return undefined;
  return plainModel(folder, contentFiles, files);
}

/** A plain folder by the paths of its files, those of documents and all. */
const plainModel = (folder: string, contentFiles: readonly string[], files: readonly string[]): SiteModel => ({
  generator: "plain",
  folder,
  content: [{ folder, kind: "content", at: "/" }],
  contentFiles,
  contentAssets: withoutAll(files, contentFiles),
  staticFiles: [],
  redirects: [],
  output: joinPath(folder, "public"),
  languages: [],
  fieldNames: {},
  publish: { drafts: false, future: true, expired: true },
  // Which generator will build the folder nobody knows.
  shortcodes: ["hugo", "liquid", "directive"],
  trailingSlash: "either",
  rewritesSourceLinks: true,
  customLinks: false,
  settings: undefined,
  notices: [],
});

/** Whether a file is a part of pages and none itself: it lies in a folder such as `_common`, as not all files do. */
function partsOf(entries: readonly Entry[]): (path: string) => boolean {
  const inParts = /\/_[^/]+\//;
  return entries.every(({ path }) => inParts.test(`/${path}`)) ? () => false : (path) => inParts.test(`/${path}`);
}

/** Every file is served under its own path. */
export function placePlain({ folder, contentAssets }: SiteModel, entries: readonly Entry[]): Placement {
  const isPart = partsOf(entries);
  return {
    entries: entries.map((entry) => {
      const path = below(folder, entry.path);
      return {
        entry,
        ...(path !== undefined && !isPart(path) && { url: urlPath([path]) }),
        unpublished: entry.draft?.value === true,
      };
    }),
    pages: [],
    resources: contentAssets.map((path) => ({ url: urlPath([below(folder, path) ?? path]), path })),
    open: [],
  };
}

function withoutAll(all: readonly string[], some: readonly string[]): string[] {
  const left = new Set(some);
  return all.filter((path) => !left.has(path));
}

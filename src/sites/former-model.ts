import type { RedirectFile, SiteModel, StaticFile } from "#model/site";
import { below } from "./placement.ts";
import { readRedirectFile } from "./redirects.ts";

/** A file as it was before a change. */
interface FormerText {
  /** POSIX, relative to the root of the run. */
  readonly path: string;
  /** Undefined where it is not known, as for what is no text. */
  readonly text: string | undefined;
}

/**
 * The model of a site before a change, as far as its files make it: with those that were there then. The config is that
 * of today, so a change of permalinks is not seen.
 *
 * @param former what the change touched, as it was before
 */
export function formerModel(model: SiteModel, former: readonly FormerText[]): SiteModel {
  const inContent = former.flatMap(({ path }) => (isContent(model, path) ? path : []));
  const documents = inContent.filter(isMarkdown);
  const assets = inContent.filter((path) => !isMarkdown(path));
  const roots = staticRoots(model.staticFiles);
  return {
    ...model,
    contentFiles: [...new Set([...model.contentFiles, ...documents])],
    contentAssets: [...new Set([...model.contentAssets, ...assets])],
    staticFiles: [...model.staticFiles, ...former.flatMap(({ path }) => servedFrom(roots, path))],
    redirects: formerRedirects(model, former),
  };
}

/** Whether a file is Markdown by its name. */
export const isMarkdown = (path: string): boolean => /\.(?:md|mdx|markdown|mdown|mkdn?)$/i.test(path);

const isContent = ({ content, folder }: SiteModel, path: string) =>
  content.length === 0
    ? below(folder, path) !== undefined
    : content.some((one) => below(one.folder, path) !== undefined);

/** Folders whose files are served as they are, with the URL path that each is served at, as the files that are left show them. */
function staticRoots(files: readonly StaticFile[]): Map<string, string> {
  const roots = new Map<string, string>();
  for (const { path, url } of files) {
    const [parts, names] = [path.split("/"), url.split("/")];
    while (names.length > 1 && parts.length > 0 && parts.at(-1) === names.at(-1)) {
      parts.pop();
      names.pop();
    }
    roots.set(parts.join("/"), names.join("/"));
  }
  return roots;
}

const servedFrom = (roots: ReadonlyMap<string, string>, path: string): StaticFile[] =>
  Array.from(roots).flatMap(([folder, at]) => {
    const inner = below(folder, path);
    return inner === undefined ? [] : { path, url: `${at}/${inner}` };
  });

/** The redirects files, those that the change touched as they were. */
function formerRedirects({ redirects }: SiteModel, former: readonly FormerText[]): RedirectFile[] {
  const touched = new Set(former.map(({ path }) => path));
  const then = former.flatMap(({ path, text }) => (text === undefined ? [] : (readRedirectFile(path, text) ?? [])));
  return [...redirects.filter(({ path }) => !touched.has(path)), ...then];
}

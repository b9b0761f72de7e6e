import { posix } from "node:path";
import type { ContentFolder, SiteModel, StaticFile } from "#model/site";
import { redirectFilesIn } from "./redirects.ts";
import { joinPath, listFiles } from "./site-files.ts";

/** What every generator's model starts from. */
export const baseModel = (folder: string): Omit<SiteModel, "generator" | "output" | "settings"> => ({
  folder,
  content: [],
  contentFiles: [],
  contentAssets: [],
  staticFiles: [],
  redirects: [],
  languages: [],
  fieldNames: {},
  publish: { drafts: false, future: true, expired: true },
  shortcodes: [],
  trailingSlash: "either",
  rewritesSourceLinks: false,
  customLinks: false,
  notices: [],
});

/** The files of content folders, documents and others apart, relative to the root of the run. */
export function contentOf(
  file: string,
  folder: string,
  content: readonly ContentFolder[],
  isDocument: (path: string) => boolean,
): Pick<SiteModel, "content" | "contentFiles" | "contentAssets"> {
  const all = new Set<string>();
  for (const one of content) {
    // A folder of content may lie beside that of the site.
    const inner = posix.relative(`/${folder}`, `/${one.folder}`);
    for (const path of listFiles(`${file}/${inner}`)) all.add(joinPath(one.folder, path));
  }
  const paths = [...all];
  return {
    content,
    contentFiles: paths.filter(isDocument),
    contentAssets: paths.filter((path) => !isDocument(path)),
  };
}

/** A folder of files that are served as they are, and the redirects file in it. */
export function staticOf(
  file: string,
  folder: string,
  statics: readonly string[],
): Pick<SiteModel, "staticFiles" | "redirects"> {
  return {
    staticFiles: statics.flatMap((one) =>
      listFiles(`${file}/${one}`).map((path): StaticFile => ({ url: `/${path}`, path: joinPath(folder, one, path) })),
    ),
    redirects: redirectFilesIn(file, folder, statics),
  };
}

import { posix } from "node:path";
import type { SiteModel } from "#model/site";
import { below, urlPath } from "./placement.ts";
import { filesIn, readSmallText } from "./site-files.ts";

const categoryFile = /(?:^|\/)_category_\.(?:json|ya?ml)$/;
const sidebarFile = /^sidebars?\b.*\.(?:[cm]?[jt]s|json)$/i;
const slug = /["']?\bslug["']?\s{0,20}:\s{0,20}(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"',{}]{1,300}))/g;

/**
 * URL paths of the lists that Docusaurus makes of categories, where these name their own: in a category's file, or in the
 * code of a sidebar, which may be that of any version (https://docusaurus.io/docs/sidebar/items, read on 2026-11-26).
 *
 * @param file absolute path of the site's folder
 * @param folder the same, relative to the root of the run
 */
export function categoryPages(
  file: string,
  folder: string,
  { content, contentAssets }: Pick<SiteModel, "content" | "contentAssets">,
): string[] {
  const docs = content.filter(({ kind }) => kind === "docs");
  const ofFolders = contentAssets.flatMap((path) => {
    if (!categoryFile.test(path)) return [];
    const text = readSmallText(`${file}/${posix.relative(`/${folder}`, `/${path}`)}`) ?? "";
    const own = docs.filter((one) =>
      [one.folder, one.standIn ?? one.folder].some((place) => below(place, path) !== undefined),
    );
    return slugsIn(text).flatMap((name) => own.map(({ at }) => urlPath([at, name])));
  });
  const ofSidebars = filesIn(file)
    .filter((name) => sidebarFile.test(name))
    .flatMap((name) => slugsIn(readSmallText(`${file}/${name}`) ?? ""));
  return [...ofFolders, ...docs.flatMap(({ at }) => ofSidebars.map((name) => urlPath([at, name])))];
}

const slugsIn = (text: string): string[] =>
  Array.from(text.matchAll(slug), ([, double, single, bare]) => double ?? single ?? bare ?? "");

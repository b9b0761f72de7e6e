import { relative, resolve } from "node:path";
import type { SiteModel } from "#model/site";
import { below } from "./placement.ts";
import { joinPath, readSmallText, slashed } from "./site-files.ts";

/** Most folders that are taken from ignore files, and most of these in the content. */
const most = { folders: 500, files: 200 } as const;

/**
 * URL paths below which the build writes pages itself: those of folders of content that git leaves out, by a `.gitignore`
 * in them that leaves all out, or by their path in that of the site or of the root; there the start of a name with a star
 * will do. What is in them is not in the source.
 *
 * @param file absolute path of the site's folder
 * @param root absolute path of the folder that paths of the model are relative to
 */
export function ignoredPaths({ content, contentAssets }: SiteModel, file: string, root: string): string[] {
  const inside = contentAssets
    .filter((path) => path.endsWith("/.gitignore"))
    .slice(0, most.files)
    .filter((path) => linesOf(resolve(root, path)).some((line) => /^(?:\/?\*{1,2}|\*\.mdx?)$/.test(line)))
    .map((path) => path.slice(0, -"/.gitignore".length));
  const named = [...new Set([resolve(file), resolve(root)])].flatMap((folder) =>
    linesOf(`${folder}/.gitignore`)
      .filter((line) => /^\/?[^*?[\]!\\/]+(?:\/[^*?[\]!\\/]+)+(?:\/?|\*(?:\.mdx?)?)$/.test(line))
      .map((line) => joinPath(slashed(relative(root, folder)), line.replace(/\*\.mdx?$/, "*"))),
  );
  return [...inside, ...named]
    .slice(0, most.folders)
    .flatMap((folder) => content.flatMap((one) => pathOf(below(one.folder, folder), one.at)));
}

/** Where only the start of a name is told, what starts so. */
const pathOf = (inside: string | undefined, at: string): string[] =>
  inside === undefined || inside === "" ? [] : [`/${joinPath(at, inside)}/`.replace(/\*\/$/, "")];

const linesOf = (file: string): string[] => (readSmallText(file) ?? "").split(/\r?\n/).map((line) => line.trim());

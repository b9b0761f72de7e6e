import { relative, resolve } from "node:path";
import type { SiteModel } from "#model/site";
import { below } from "./placement.ts";
import { joinPath, readSmallText, slashed } from "./site-files.ts";

/** Most folders that are taken from ignore files, and most of these in the content. */
const most = { folders: 500, files: 200 } as const;

/**
 * URL paths at and below which the build writes pages itself: those of folders and documents of content that git leaves
 * out, by a `.gitignore` in that content or by their path in that of the site or of the root, of which the start of a name
 * with a star will do. They are not in the source.
 *
 * @param file absolute path of the site's folder
 * @param root absolute path of the folder that paths of the model are relative to
 */
export function ignoredPaths({ content, contentAssets }: SiteModel, file: string, root: string): string[] {
  const inside = contentAssets
    .filter((path) => path.endsWith("/.gitignore"))
    .slice(0, most.files)
    .flatMap((path) =>
      linesOf(resolve(root, path)).flatMap((line) => leftOut(path.slice(0, -"/.gitignore".length), line)),
    );
  const named = [...new Set([resolve(file), resolve(root)])].flatMap((folder) =>
    linesOf(`${folder}/.gitignore`)
      // A name alone is left out in all folders, such as `build`.
      .filter((line) => /[^/]\/[^/]/.test(line))
      .flatMap((line) => leftOut(slashed(relative(root, folder)), line)),
  );
  return [...inside, ...named]
    .slice(0, most.folders)
    .flatMap((path) => content.flatMap((one) => pathOf(below(one.folder, path), one.at)));
}

/** What a line of an ignore file leaves out: a document, a folder, or all that is written in one or starts with a name. */
function leftOut(folder: string, line: string): string[] {
  const path = line.replace(/(?:^|\/)(?:\*{1,2}|\*(?:\.\w{1,40})?\.mdx?)$/, "").replace(/\/$/, "");
  const name = path.replace(/\.mdx?$/, "");
  return /[*?[\]!\\#]/.test(name.replace(/\*$/, "")) || line === "" ? [] : [joinPath(folder, name)];
}

/** Where only the start of a name is told, what starts so. */
const pathOf = (inside: string | undefined, at: string): string[] =>
  inside === undefined || inside === "" ? [] : [`/${joinPath(at, inside)}/`.replace(/\*\/$/, "")];

const linesOf = (file: string): string[] => (readSmallText(file) ?? "").split(/\r?\n/).map((line) => line.trim());

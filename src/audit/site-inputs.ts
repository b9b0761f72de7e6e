import { dirname, extname, isAbsolute, join, posix } from "node:path";
import type { SiteModel } from "#model/site";
import { findSite, generatedSite, recogniseSite } from "#sites/index";
import { leadsOut, type FoundInputs, type Input } from "#sources/find-inputs";
import { compareStrings } from "#text/compare";

/** The site that inputs belong to, and what must be read for it. */
export interface SiteInputs {
  readonly site: SiteModel | undefined;
  readonly found: FoundInputs;
  /** Paths that findings are wanted for, where more is read than was asked for; undefined for all. */
  readonly selected: ReadonlySet<string> | undefined;
}

const markdown = new Set([".md", ".markdown", ".mdx"]);

/** The folder of a Markdown document: of standard input, that of the file that it is called after. Empty for others. */
function folderOf({ path, file }: Input, root: string): string | [] {
  if (!markdown.has(extname(path).toLowerCase())) return [];
  if (file !== undefined) return dirname(file);
  return isAbsolute(path) || path.startsWith("../") ? [] : dirname(join(root, path));
}

/**
 * Brings in the site of the Markdown documents among the inputs. What links lead to and what posts share can only be
 * told over the whole site, so all of its documents are read; the findings are those of the inputs.
 *
 * @param root absolute path of the folder that paths start from
 */
export async function withSite(found: FoundInputs, root: string): Promise<SiteInputs> {
  const folders = found.inputs.flatMap((input) => folderOf(input, root));
  const [first, ...others] = folders;
  if (first === undefined) return { site: undefined, found, selected: undefined };
  const site = await findSite(others.reduce(commonFolder, first), root);
  if (site === undefined || site.generator === "plain") return { site, found, selected: undefined };
  const named = new Set(found.inputs.map(({ path }) => path));
  const all = siteInputs(site, root);
  const rest = all.inputs.filter(({ path }) => !named.has(path));
  if (rest.length === 0) return { site, found, selected: undefined };
  const inputs = [...found.inputs, ...rest].toSorted((a, b) => compareStrings(a.path, b.path));
  return { site, found: { inputs, skipped: [...found.skipped, ...all.skipped] }, selected: named };
}

/** The documents of a site as inputs. Folders that lead out of the root through a symbolic link are left out. */
export function siteInputs({ contentFiles }: SiteModel, root: string): FoundInputs {
  const outside = [...new Set(contentFiles.map((path) => posix.dirname(path)))].filter((folder) =>
    leadsOut(join(root, folder), root),
  );
  const isOutside = new Set(outside);
  const why = "is out of the folder that is checked, through a symbolic link";
  return {
    inputs: contentFiles
      .filter((path) => !isOutside.has(posix.dirname(path)))
      .map((path) => ({ path, file: join(root, path) })),
    skipped: outside.map((path) => ({ path, why })),
  };
}

/**
 * The documents of the site whose generator's config file is in a folder, absolute paths; undefined where there is none.
 * Such a folder is named for its site: robots.txt, built pages and package.json beside it are no lists of posts.
 */
export async function documentsOfSite(folder: string): Promise<readonly string[] | undefined> {
  const files = (await generatedSite(folder, folder))?.contentFiles ?? [];
  return files.length === 0 ? undefined : files.map((path) => join(folder, path));
}

/** How far above its content the config of a site is looked for, outside of a repository. */
const mostLevels = 6;

/** The folder of the site that a folder is in, by the config file of a generator; undefined where there is none near. */
export async function siteFolderAbove(folder: string): Promise<string | undefined> {
  for (let at = folder, level = 0; level < mostLevels; at = dirname(at), level++) {
    if ((await recogniseSite(at, at)) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
  return undefined;
}

function commonFolder(a: string, b: string): string {
  const [steps, others] = [a.split("/"), b.split("/")];
  const length = steps.findIndex((step, index) => step !== others[index]);
  return length < 0 ? a : steps.slice(0, length).join("/") || "/";
}

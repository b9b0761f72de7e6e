import { relative, resolve } from "node:path";
import type { SiteModel } from "#model/site";
import { below } from "./placement.ts";
import { foldersIn, listFiles, slashed } from "./site-files.ts";

/** Most folders that are looked into for the config of a generator. A folder with more of them is one of content. */
const mostFolders = 60;

/** Folders that hold one folder for each part of a repository. */
const ofParts = new Set(["packages", "apps", "sites"]);

/** Folders whose Markdown is what tests read, and nobody else. */
const ofTests = new Set(["test", "tests", "__tests__", "fixtures", "__fixtures__", "testdata"]);

/**
 * Recognises the site whose config is not above a folder but beside or below it, as with `website/` and `docs/` in a
 * repository: the one that the folder is content of, or that has the most of the Markdown in the folder.
 *
 * @param folder absolute; `root` is it, or above it
 * @param recognise looks one folder over
 */
export async function neighbourSite(
  folder: string,
  root: string,
  recognise: (folder: string) => Promise<SiteModel | undefined>,
): Promise<SiteModel | undefined> {
  const inside = slashed(relative(root, folder));
  for (let at = resolve(folder); ; at = resolve(at, "..")) {
    const models = await sitesIn(at, recognise);
    const fitting = models.find((model) => (at === resolve(folder) ? hasMost(model, at, root) : holds(model, inside)));
    if (fitting !== undefined) return at === resolve(folder) ? withOthers(fitting, models) : fitting;
    if (relative(root, at) === "" || relative(root, at).startsWith("..") || at === resolve(at, "..")) return undefined;
  }
}

/** The site, with word of the others in the folder: they are not read, and nobody should take them for checked. */
function withOthers(site: SiteModel, models: readonly SiteModel[]): SiteModel {
  const own = new Set(site.contentFiles);
  const others = models.filter(
    ({ contentFiles }) => contentFiles.length > 0 && !contentFiles.some((path) => own.has(path)),
  );
  if (others.length === 0) return site;
  const names = others.map(({ folder }) => folder).join(", ");
  return {
    ...site,
    notices: [
      ...site.notices,
      `Of the sites here, ${site.folder} is the one that is read as a site; check ${names} in a run of its own.`,
    ],
  };
}

async function sitesIn(folder: string, recognise: (folder: string) => Promise<SiteModel | undefined>) {
  const names = namesIn(folder);
  const inner = names.filter((name) => ofParts.has(name));
  const all = [...names, ...inner.flatMap((name) => namesIn(`${folder}/${name}`).map((part) => `${name}/${part}`))];
  const models: SiteModel[] = [];
  for (const name of all) {
    const model = await recognise(`${folder}/${name}`);
    if (model !== undefined) models.push(model);
  }
  return models;
}

function namesIn(folder: string): string[] {
  const names = foldersIn(folder).filter((name) => !name.startsWith(".") && name !== "node_modules");
  return names.length > mostFolders ? [] : names;
}

const holds = ({ content }: SiteModel, inside: string) =>
  content.some(({ folder }) => folder !== "" && (folder === inside || below(folder, inside) !== undefined));

const holdsContent = (name: string) => !name.startsWith(".") && !ofTests.has(name);

function hasMost({ contentFiles }: SiteModel, folder: string, root: string): boolean {
  const prefix = slashed(relative(root, folder));
  const all = listFiles(folder, { enters: holdsContent }).filter((path) => /\.mdx?$/i.test(path));
  const own = contentFiles.filter((path) => below(prefix, path) !== undefined);
  return own.length > 0 && own.length * 2 >= all.length;
}

import { posix } from "node:path";
import type { ContentFolder } from "#model/site";
import { isMap, listAt, mapAt, textAt, textsAt, withSmallKeys, type ConfigMap } from "./config-values.ts";
import { pageGlob } from "./page-glob.ts";
import { filesIn, foldersIn, joinPath } from "./site-files.ts";

/** A folder or a file, and where it stands in the files that Hugo sees. */
export interface HugoMount {
  /** POSIX, relative to the site's folder; it may start with "..". */
  readonly source: string;
  /** Below the folder of the component, such as "blog" for `content/blog`; "" for the folder itself. */
  readonly target: string;
  /** Languages that it is for; none where that is not said. */
  readonly languages: readonly string[];
  /** Whether a file below the source is mounted, by its path below it. */
  takes(path: string): boolean;
}

/**
 * What `module.mounts` says of a component. Where it says anything, the folder that is usual for the component counts no
 * more (https://gohugo.io/configuration/module/#mounts, read on 2026-11-23).
 *
 * @param config with keys in small letters
 */
export function mountsOf(config: ConfigMap, component: "content" | "static"): HugoMount[] {
  return listAt(mapAt(config, "module"), "mounts").flatMap((item): HugoMount[] => {
    if (!isMap(item)) return [];
    const mount = withSmallKeys(item);
    const [source, target] = [textAt(mount, "source"), joinPath(textAt(mount, "target") ?? "")];
    const isOther = target !== component && !target.startsWith(`${component}/`);
    if (source === undefined || source.startsWith("/") || isOther) return [];
    const matrix = mapAt(mapAt(mount, "sites"), "matrix");
    return [
      {
        source: posix.normalize(source).replace(/\/$/, ""),
        target: target.slice(component.length + 1),
        languages: textsAt(mount, "lang") ?? textsAt(matrix, "languages")?.filter(isLanguage) ?? [],
        takes: fileTest(mount),
      },
    ];
  });
}

/** A matrix may have globs, which stand for what the languages of the site are. */
const isLanguage = (name: string) => /^[\w-]+$/.test(name);

function fileTest(mount: ConfigMap): (path: string) => boolean {
  const files = textsAt(mount, "files") ?? [];
  const isIn = anyOf([...(textsAt(mount, "includefiles") ?? []), ...files.filter((glob) => !glob.startsWith("!"))]);
  const isOut = anyOf([
    ...(textsAt(mount, "excludefiles") ?? []),
    ...files.flatMap((glob) => (glob.startsWith("!") ? [glob.slice(1).trim()] : [])),
  ]);
  // A folder that is left out is not looked into.
  return (path) => isIn?.(`/${path}`) !== false && (isOut === undefined || !withFolders(path).some(isOut));
}

/** A path and those of the folders around it, each with a slash at its start. */
const withFolders = (path: string): string[] =>
  Array.from(path.matchAll(/\/|$/g), ({ index }) => `/${path.slice(0, index)}`);

/** Globs of mounts start at the source, with a slash or without. */
function anyOf(globs: readonly string[]): ((path: string) => boolean) | undefined {
  if (globs.length === 0) return undefined;
  const tests = globs.map((glob) => pageGlob(`/${glob.replace(/^\//, "")}`));
  return (path) => tests.some((test) => test(path));
}

/** A content folder of a Hugo site, and which of its files count. */
export interface MountedFolder extends ContentFolder {
  takes(path: string): boolean;
}

const takesAll = () => true;

/**
 * The content folders of a Hugo site: those that are mounted, else those of `contentDir`. The more special come first, and
 * single documents last.
 *
 * @param file absolute path of the site's folder
 * @param folder the same, relative to the root of the run
 */
export function mountedContent(config: ConfigMap, file: string, folder: string): MountedFolder[] {
  const mounts = mountsOf(config, "content");
  if (mounts.length === 0) return foldersOfLanguages(config, file, folder) ?? contentDirs(config, folder);
  const folders = mounts.flatMap(({ source, target, languages, takes }) => {
    // What lies above the root of the run has no path in reports.
    if (posix.join(folder, source).startsWith("..")) return [];
    const one = { folder: joinPath(folder, source), kind: "content", at: `/${target}`, takes };
    return languages.length === 0 ? [one] : languages.map((language) => ({ ...one, language: language.toLowerCase() }));
  });
  return folders.toSorted((a, b) => Number(isFile(a)) - Number(isFile(b)) || b.folder.length - a.folder.length);
}

/** Whether what is mounted is one document, which stands in the folder around it as well. */
export const isFile = ({ folder }: Pick<ContentFolder, "folder">): boolean => /\.(?:md|markdown|mdown)$/i.test(folder);

/**
 * The folders of a content folder that holds nothing but one for each language, the main one too, where the config does not
 * speak of them: what mounts them is written for the build, or stands in a module.
 */
function foldersOfLanguages(config: ConfigMap, file: string, folder: string): MountedFolder[] | undefined {
  const languages = new Set(Object.keys(mapAt(config, "languages")));
  const main = textAt(config, "contentdir") ?? "content";
  const isSaid = Object.values(mapAt(config, "languages")).some((inner) => textAt(inner, "contentdir") !== undefined);
  if (languages.size < 2 || isSaid || filesIn(`${file}/${main}`).some((name) => !name.startsWith(".")))
    return undefined;
  const names = foldersIn(`${file}/${main}`);
  const own = textAt(config, "defaultcontentlanguage") ?? "en";
  if (!names.includes(own) || names.length < 2 || !names.every((name) => languages.has(name))) return undefined;
  return names.map((language) => ({
    folder: joinPath(folder, main, language),
    kind: "content",
    at: "/",
    language,
    takes: takesAll,
  }));
}

/** Where each language has a folder of its own, the main one holds no content: what lies in it is no page. */
function contentDirs(config: ConfigMap, folder: string): MountedFolder[] {
  const main = { folder: joinPath(folder, textAt(config, "contentdir") ?? "content"), kind: "content", at: "/" };
  const languages = Object.entries(mapAt(config, "languages"));
  const byLanguage = languages.flatMap(([language, inner]) => {
    const dir = textAt(inner, "contentdir");
    return dir === undefined
      ? []
      : [{ folder: joinPath(folder, dir), kind: "content", at: "/", language, takes: takesAll }];
  });
  const isAll = languages.length > 0 && byLanguage.length === languages.length;
  // A language's folder may lie in the main one.
  return isAll || byLanguage.some((one) => one.folder === main.folder)
    ? byLanguage
    : [...byLanguage, { ...main, takes: takesAll }];
}

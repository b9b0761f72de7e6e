import type { Entry } from "#model/entry";
import { rememberingFor } from "./remember.ts";

/** Which version of a document a path is. */
export interface VersionPlace {
  /** The path that the document has in the newest version, whether it is still there or not. */
  readonly newest: string;
  /** What the folder of the version is called, and that of the newest one. */
  readonly name: string;
  readonly newestName: string;
  /** 0 for the newest version, more for each older one. */
  readonly age: number;
}

/** What is asked of a corpus: the paths of its documents. */
interface CorpusPaths {
  readonly posts: readonly { readonly entries: readonly Pick<Entry, "path">[] }[];
}

/**
 * Which versions of a document the folders of a site hold: folders that lie side by side, are named like versions ("3.4",
 * "v2", "latest", "archive/1.0") and have documents of the same paths. The one that is written now may be called otherwise.
 */
export const versionFolders: (corpus: CorpusPaths) => (path: string) => VersionPlace | undefined = rememberingFor(
  ({ posts }) => {
    const paths = [...new Set(posts.flatMap(({ entries }) => entries.map(({ path }) => path)))];
    const families = familiesOf(paths);
    if (families.size === 0) return () => undefined;
    addUnnamed(families, paths);
    const ages = new Map([...families].map(([parent, family]) => [parent, agesIn(family)] as const));
    return (path) => {
      for (const { parent, name, inside } of [...candidatesIn(path), ...unnamedIn(path)]) {
        const known = ages.get(parent);
        const age = known?.get(name);
        if (known === undefined || age === undefined) continue;
        const [newestName = name] = known.keys();
        return { newest: joined(parent, newestName, inside), name, newestName, age };
      }
      return undefined;
    };
  },
);

const joined = (parent: string, name: string, inside: string) => `${parent}${name === "" ? "" : `${name}/`}${inside}`;

/** Words for what is not, or no more, released: "2.1.0-rc1", "2-edge". */
const stage = "alpha|beta|rc|pre|preview|dev|edge|snapshot|nightly|canary|next|lts|stable|final|release";
/** A bare number is a year, a month or a chapter; "2026.04" is a month too. */
const numbered = new RegExp(
  `^(?!(?:19|20)\\d\\d\\.(?:0\\d|1[0-2])(?:\\.|$))(?:(?:v|version|release)[-_]?\\d{1,5}(?:[._-](?:\\d{1,5}|x)(?![a-z\\d]))*|\\d{1,5}(?:\\.(?:\\d{1,5}|x))+|\\d{1,5}(?=-(?:${stage})))(?:[-._]?(?:${stage})[-._]?[\\d.]*)?$`,
  "i",
);
const major = /^(?:v|version|release)[-_]?\d{1,5}$/i;
const current = /^_?(?:latest|stable|current)$/i;
const coming =
  /^_?(?:next|next-release|dev|devel|develop|development|main|master|trunk|nightly|edge|canary|unreleased|upcoming|preview)$/i;
/** Folders that hold the folders of versions that are not kept up. */
const archive = /^_?(?:archived?|archives|old|legacy|previous|obsolete|(?:(?:old|previous|past)[-_])?versions)$/i;

const isVersion = (name: string) => numbered.test(name) || current.test(name) || coming.test(name);
const isIndex = (path: string) => /^(?:_?index|readme)\.\w+$/i.test(path);

/** A folder of a path that may be that of a version. */
interface Candidate {
  /** The path of the folder around it, with its last slash. */
  readonly parent: string;
  readonly name: string;
  /** The path below it. */
  readonly inside: string;
}

/** Versions lie near the top; paths are of any depth. */
const deepest = 8;

/** The folders of a path that are named like a version, the outermost first: "2.0", "v2/2.0", "archive/2.0". */
function candidatesIn(path: string): Candidate[] {
  const folders = path.split("/", deepest + 1).slice(0, -1);
  const candidates: Candidate[] = [];
  let start = 0;
  for (let index = 0; index < folders.length;) {
    const length = versionAt(folders, index);
    const name = folders.slice(index, index + Math.max(length, 1)).join("/");
    const end = start + name.length;
    if (length > 0) candidates.push({ parent: path.slice(0, start), name, inside: path.slice(end + 1) });
    start = end + 1;
    index += Math.max(length, 1);
  }
  return candidates;
}

/** How many folders from one on name a version together; 0 where they don't. */
function versionAt(folders: readonly string[], index: number): number {
  const first = folders[index] ?? "";
  const second = folders[index + 1] ?? "";
  if (archive.test(first)) return numbered.test(second) ? 2 : 0;
  if (!isVersion(first)) return 0;
  return major.test(first) && isVersion(second) ? 2 : 1;
}

/** A version may lie beside the others under another name ("docs"), or around them. */
function unnamedIn(path: string): Candidate[] {
  const candidates: Candidate[] = [];
  let start = 0;
  for (const folder of path.split("/", deepest + 1)) {
    const parent = path.slice(0, start);
    const end = start + folder.length;
    candidates.push({ parent, name: "", inside: path.slice(start) });
    if (end < path.length) candidates.push({ parent, name: folder, inside: path.slice(end + 1) });
    start = end + 1;
  }
  return candidates;
}

/** The paths below the folders of versions, by the names of these. */
type Family = Map<string, Set<string>>;

/** The families of versions, by the folder around them. */
function familiesOf(paths: readonly string[]): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const path of paths) for (const candidate of candidatesIn(path)) put(families, candidate);
  for (const [parent, family] of families)
    if (![...family.keys()].some((name) => numbered.test(lastOf(name)))) families.delete(parent);
  return families;
}

function put(families: Map<string, Family>, { parent, name, inside }: Candidate): void {
  const family = families.get(parent) ?? new Map<string, Set<string>>();
  families.set(parent, family);
  family.set(name, (family.get(name) ?? new Set()).add(inside));
}

/** Fewest documents that a folder which is not named like a version has of those that a version has. */
const fewestShared = 3;

/** A folder of translations has the same documents too. */
const language = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/** Adds to each family what is a version by its documents alone: most of those that the newest numbered one has. */
function addUnnamed(families: ReadonlyMap<string, Family>, paths: readonly string[]): void {
  const others = new Map<string, Family>();
  for (const path of paths)
    for (const candidate of unnamedIn(path))
      if (families.get(candidate.parent)?.has(candidate.name) === false && !language.test(candidate.name))
        put(others, candidate);
  for (const [parent, family] of families) {
    const [newest] = [...family].filter(([name]) => numbered.test(lastOf(name))).toSorted(byAge);
    for (const [name, inside] of others.get(parent) ?? [])
      if (newest !== undefined && hasMost(inside, newest[1])) family.set(name, inside);
  }
}

function hasMost(paths: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  const shared = [...of].filter((one) => paths.has(one) && !isIndex(one)).length;
  return shared >= fewestShared && shared * 2 >= of.size;
}

/** The versions of a family from the newest on: those that have a document of another one, which is more than an index. */
function agesIn(family: Family): Map<string, number> {
  const counts = new Map<string, number>();
  for (const inside of family.values()) for (const path of inside) counts.set(path, (counts.get(path) ?? 0) + 1);
  const members = [...family].filter(([, inside]) =>
    [...inside].some((path) => !isIndex(path) && (counts.get(path) ?? 0) > 1),
  );
  return new Map(members.toSorted(byAge).map(([name], age) => [name, age]));
}

const lastOf = (name: string) => name.slice(name.lastIndexOf("/") + 1);

/** The version that readers get first, then the numbered ones from the newest, what is not released, and archives. */
function byAge([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return rankOf(a) - rankOf(b) || numberIn(b).localeCompare(numberIn(a), "en", { numeric: true });
}

const numberIn = (name: string) => name.replace(/^\D+/, "");

function rankOf(name: string): number {
  if (archive.test(name.split("/", 1)[0] ?? "")) return 3;
  const last = lastOf(name);
  if (coming.test(last) || /-(?:edge|dev|next|snapshot|nightly|canary)$/i.test(last)) return 2;
  return numbered.test(last) ? 1 : 0;
}

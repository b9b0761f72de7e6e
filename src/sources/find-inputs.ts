import { realpathSync, statSync, type Stats } from "node:fs";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { compareStrings } from "#text/compare";
import { globFlaw } from "#text/globs";
import { leavesOut, searchFolders } from "./search-folders.ts";

/** Input that was asked for and is not there. The message is for people. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A document to read. */
export interface Input {
  /** What reports call it: POSIX, relative to the root of the run; with `..` where it lies outside. */
  readonly path: string;
  /** The file's absolute path; undefined for standard input. */
  readonly file: string | undefined;
}

/** A file that was found and is left out. */
interface SkippedInput {
  readonly path: string;
  /** For people: a clause such as "is of a type that is not read". */
  readonly why: string;
}

/** What arguments lead to, each sorted by path. */
export interface FoundInputs {
  readonly inputs: readonly Input[];
  readonly skipped: readonly SkippedInput[];
}

/** What the search needs to know beside the arguments. */
export interface FindOptions {
  /** Folder that reported paths are relative to, absolute. */
  readonly root: string;
  /** Folder that arguments are relative to, absolute. */
  readonly cwd: string;
  /** What standard input is called in reports. */
  readonly stdinFilename?: string | undefined;
  /** Takes named files of any type: the form is forced. */
  readonly anyType?: boolean | undefined;
  /** Lets a folder or a glob match nothing. */
  readonly allowEmpty?: boolean | undefined;
  /** The files that a folder stands for, absolute, where they are others than all that are read: the documents of a site. */
  readonly filesOf?: ((folder: string) => Promise<readonly string[] | undefined>) | undefined;
}

const readExtensions = ["txt", "html", "htm", "json", "xml", "rss", "atom", "md", "markdown", "mdx"] as const;
const inFolders = `**/*.{${readExtensions.join(",")}}`;
const isReadType = new RegExp(`(?:\\.(?:${readExtensions.join("|")})|(?:^|[\\\\/])[^.\\\\/]+)$`, "i");

/**
 * Finds the files that arguments name: files, folders (what has a known extension in them, without dot folders and
 * node_modules and symbolic links), globs, globs to leave out ("!drafts/**"), and "-" for standard input. Each file is taken once.
 *
 * @throws InputError when a named path does not exist, a folder or glob matches nothing, or a glob is one that is not read
 */
export async function findInputs(args: readonly string[], options: FindOptions): Promise<FoundInputs> {
  const ignored = args.filter((arg) => arg.startsWith("!")).map((arg) => slashed(arg.slice(1)));
  for (const pattern of ignored) requireGood(pattern);
  const search = new Search(options, leavesOut(ignored, options.cwd));
  for (const arg of args) if (!arg.startsWith("!")) await search.add(arg);
  return search.result();
}

/** Names of JSON and text files that are for tools and crawlers: in a folder that is named they are no lists of posts. */
const ofTools =
  /^(?:(?:package|package-lock|npm-shrinkwrap|tsconfig(?:\..+)?|jsconfig|composer|manifest|vercel|renovate|deno|biome)\.json|.+\.config\.json|(?:robots|ads|app-ads|humans|security|llms|llms-full|licen[cs]e|requirements|cmakelists)\.txt)$/i;

const byPath = (a: { readonly path: string }, b: { readonly path: string }) => compareStrings(a.path, b.path);

class Search {
  readonly #options: FindOptions;
  readonly #isLeftOut: (file: string) => boolean;
  readonly #inputs = new Map<string, Input>();
  readonly #skipped = new Map<string, SkippedInput>();

  constructor(options: FindOptions, isLeftOut: (file: string) => boolean) {
    this.#options = options;
    this.#isLeftOut = isLeftOut;
  }

  async add(arg: string): Promise<void> {
    if (arg === "-") {
      this.#inputs.set("-", { path: this.#pathOfStdin(), file: undefined });
      return;
    }
    const file = resolve(this.#options.cwd, arg);
    const found = statOf(file);
    if (found?.isDirectory() === true) await this.#addFolder(arg, file);
    else if (found !== undefined) this.#addNamed(arg, file, found);
    else if (isGlob(arg)) await this.#addMatches(arg, slashed(arg), this.#options.cwd);
    else throw new InputError(missing(arg, file));
  }

  result(): FoundInputs {
    const stdin = this.#inputs.get("-");
    // What an editor sends stands for the file that it is going to be.
    const inputs = [...this.#inputs.values()].filter((input) => input === stdin || input.path !== stdin?.path);
    return {
      inputs: inputs.toSorted(byPath),
      skipped: [...this.#skipped.values()].toSorted(byPath),
    };
  }

  async #addFolder(arg: string, folder: string): Promise<void> {
    const files = await this.#options.filesOf?.(folder);
    if (files === undefined) return this.#addMatches(arg, inFolders, folder, (file) => !ofTools.test(basename(file)));
    for (const file of files) if (!this.#isLeftOut(file)) this.#addFound(file);
  }

  async #addMatches(arg: string, pattern: string, cwd: string, isWanted = (_file: string) => true): Promise<void> {
    requireGood(pattern);
    const found = await searchFolders(pattern, cwd);
    const files = found.filter((file) => isWanted(file) && !this.#isLeftOut(file));
    if (files.length === 0 && this.#options.allowEmpty !== true) throw new InputError(nothingIn(arg, pattern));
    for (const file of files) this.#addFound(file);
  }

  #addNamed(arg: string, file: string, found: Stats): void {
    // A pipe can be read once only, and a device may have no end.
    if (!found.isFile()) throw new InputError(`"${arg}" is no file. Name a file, or "-" for standard input.`);
    if (leadsOut(file, this.#options.root)) {
      throw new InputError(`"${arg}" leads out of the folder that is checked, through a symbolic link.`);
    }
    if (this.#options.anyType === true || isReadType.test(file)) this.#take(file);
    else this.#skip(file, "is of a type that is not read; --input-format reads it all the same");
  }

  /** A file that a folder or a glob gave. Links below them are not followed; a folder on the way may be one. */
  #addFound(file: string): void {
    if (leadsOut(file, this.#options.root)) {
      this.#skip(file, "is out of the folder that is checked, through a symbolic link");
    } else if (this.#options.anyType === true || isReadType.test(file)) this.#take(file);
    else this.#skip(file, "is of a type that is not read");
  }

  /** One file under two names is one input. */
  #take(file: string): void {
    const key = realpathSync(file);
    const input = { path: this.#pathOf(file), file };
    const known = this.#inputs.get(key);
    if (known === undefined || input.path < known.path) this.#inputs.set(key, input);
  }

  #skip(file: string, why: string): void {
    const path = this.#pathOf(file);
    this.#skipped.set(path, { path, why });
  }

  #pathOfStdin(): string {
    const { stdinFilename = "<stdin>", cwd, root } = this.#options;
    const file = resolve(cwd, stdinFilename);
    return isInside(file, root) ? this.#pathOf(file) : slashed(stdinFilename);
  }

  #pathOf(file: string): string {
    return slashed(relative(this.#options.root, file));
  }
}

/**
 * Whether a file or folder below a folder is elsewhere, through a symbolic link: what a pull request links to is not part
 * of the site.
 *
 * @param file absolute path of something that is there
 */
export const leadsOut = (file: string, folder: string): boolean =>
  isInside(file, folder) && !isInside(realpathSync(file), realpathSync(folder));

function requireGood(pattern: string): void {
  const flaw = globFlaw(pattern);
  if (flaw !== undefined) throw new InputError(`The glob "${pattern}" ${flaw}.`);
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // A path through a file, or one that is too long: there is nothing at it.
    return undefined;
  }
}

const isGlob = (arg: string) => /[*?{}[\]]/.test(arg);

const slashed = (path: string) => (sep === "\\" ? path.replaceAll("\\", "/") : path);

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

const missing = (arg: string, file: string) =>
  `There is no file or folder "${arg}"${isAbsolute(arg) ? "" : ` (${slashed(file)})`}. Name a file, a folder, a glob, or "-" for standard input.`;

const nothingIn = (arg: string, pattern: string) =>
  pattern === inFolders
    ? `The folder "${arg}" has no file to read. Files with these extensions are read: ${readExtensions.join(", ")}.`
    : `Nothing matches "${arg}". Quote globs so that the shell leaves them alone, and check the folder they start from.`;

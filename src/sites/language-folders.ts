/** Languages whose codes folders are named after. Others may be anything: `go`, `js`, `db`. */
const known = new Set(
  "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv ta th tr uk vi zh".split(
    " ",
  ),
);
/** One of them is in every set of translations; without it, `cs` may be C#. */
const usual = new Set("de en es fr ja ko pt ru zh".split(" "));

const isLanguage = (name: string) =>
  known.has(name.split(/[-_]/, 1)[0] ?? "") && /^[a-z]{2}(?:[-_]\w{2,4})?$/.test(name);

/** A document in a folder that is named after a language: "fr", or beside "posts" also "posts.fr" and "posts-fr". */
interface Translated {
  /** As the folder has it: "fr", "pt-br"; "" for the folder beside those whose names end with a language. */
  readonly language: string;
  /** The folder in which those of the languages lie, or what their names have in common. */
  readonly around: string;
  /** What its translations have in common. */
  readonly document: string;
}

/** A name that ends with a language: what stands before it, and the language. */
const suffixed = /^(.*[^-_.])[-_.]([a-z]{2}(?:[-_][a-z]{2,4})?)$/;

/** Where a document lies in a folder that is itself a language, or that is one of a set by the end of its name. */
function translatedAt(path: string, families: ReadonlySet<string>): Translated | undefined {
  const parts = path.toLowerCase().split("/");
  const folders = parts.slice(0, -1);
  const own = folders.findIndex(isLanguage);
  if (own >= 0) return placeAt(parts, own, parts[own] ?? "", "");
  for (const [at, folder] of families.size === 0 ? [] : folders.entries()) {
    const [, base = folder, language = ""] = suffixed.exec(folder) ?? [];
    const isMember = families.has([...folders.slice(0, at), base].join("/"));
    if (isMember && (language === "" || isLanguage(language))) return placeAt(parts, at, language, `/${base}*`);
  }
  return undefined;
}

function placeAt(parts: readonly string[], at: number, language: string, family: string): Translated {
  const around = `${parts.slice(0, at).join("/")}${family}`;
  return { language, around, document: `${around} ${parts.slice(at + 1).join("/")}` };
}

/** What the names of folders that end with a language have in common, where the folder without one is there as well. */
function familiesIn(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const path of paths) {
    const folders = path.toLowerCase().split("/").slice(0, -1);
    for (const depth of folders.keys()) all.add(folders.slice(0, depth + 1).join("/"));
  }
  const families = new Set<string>();
  for (const folder of all) {
    const slash = folder.lastIndexOf("/") + 1;
    const [, base = "", language = ""] = suffixed.exec(folder.slice(slash)) ?? [];
    if (isLanguage(language) && all.has(folder.slice(0, slash) + base)) families.add(folder.slice(0, slash) + base);
  }
  return families;
}

/** Each package has one, in whatever folder. */
const isOfAnyFolder = (document: string) =>
  /[ /](?:readme|changelog|license|contributing|_?index)\.\w+$/.test(document);

/**
 * The languages of documents that lie in one of several folders side by side that are named after languages and hold
 * translations of each other: documents under the same names.
 */
export class LanguageFolders {
  readonly #families: ReadonlySet<string>;
  readonly #documents = new Map<string, Set<string>>();
  /** The languages of the folders that translate each other, by the folder in which they lie. */
  readonly #translating = new Map<string, Set<string>>();

  /** @param paths POSIX, one a document */
  constructor(paths: readonly string[]) {
    this.#families = familiesIn(paths);
    const around = new Map<string, string>();
    for (const one of paths.map((path) => translatedAt(path, this.#families))) {
      if (one === undefined) continue;
      put(this.#documents, one.document, [one.language]);
      around.set(one.document, one.around);
    }
    for (const [document, languages] of this.#documents) {
      if (languages.size < 2 || ![...languages].some((one) => usual.has(one.slice(0, 2)))) continue;
      if (languages.has("") && isOfAnyFolder(document)) continue;
      put(this.#translating, around.get(document) ?? "", languages);
    }
  }

  /** The language of a document by its path, as its folder has it; undefined where its folder is no translation. */
  languageOf(path: string): string | undefined {
    const found = translatedAt(path, this.#families);
    return found !== undefined && this.#isTranslation(found) ? found.language || undefined : undefined;
  }

  /** Whether a document that a translation does not have is there in another language, which many sites show in its place. */
  isElsewhere(path: string): boolean {
    const found = translatedAt(path, this.#families);
    return found !== undefined && this.#isTranslation(found) && this.#documents.has(found.document);
  }

  #isTranslation = ({ around, language }: Translated): boolean => this.#translating.get(around)?.has(language) === true;
}

function put(sets: Map<string, Set<string>>, key: string, values: Iterable<string>): void {
  const set = sets.get(key) ?? new Set();
  for (const value of values) set.add(value);
  sets.set(key, set);
}

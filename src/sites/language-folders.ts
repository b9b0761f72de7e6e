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

/** A document in a folder that is named after a language. */
interface Translated {
  /** As the folder has it: "fr", "pt-br". */
  readonly language: string;
  /** The folder in which those of the languages lie. */
  readonly around: string;
  /** What its translations have in common. */
  readonly document: string;
}

function translatedAt(path: string): Translated | undefined {
  const parts = path.toLowerCase().split("/");
  const at = parts.slice(0, -1).findIndex(isLanguage);
  const [language, around] = [parts[at], parts.slice(0, Math.max(0, at)).join("/")];
  if (language === undefined) return undefined;
  return { language, around, document: `${around} ${parts.slice(at + 1).join("/")}` };
}

/**
 * The languages of documents that lie in one of several folders side by side that are named after languages and hold
 * translations of each other: documents under the same names.
 */
export class LanguageFolders {
  readonly #documents = new Map<string, Set<string>>();
  /** The languages of the folders that translate each other, by the folder in which they lie. */
  readonly #translating = new Map<string, Set<string>>();

  /** @param paths POSIX, one a document */
  constructor(paths: readonly string[]) {
    const around = new Map<string, string>();
    for (const one of paths.map(translatedAt)) {
      if (one === undefined) continue;
      put(this.#documents, one.document, [one.language]);
      around.set(one.document, one.around);
    }
    for (const [document, languages] of this.#documents) {
      if (languages.size < 2 || ![...languages].some((one) => usual.has(one.slice(0, 2)))) continue;
      put(this.#translating, around.get(document) ?? "", languages);
    }
  }

  /** The language of a document by its path, as its folder has it; undefined where its folder is no translation. */
  languageOf(path: string): string | undefined {
    const found = translatedAt(path);
    return found !== undefined && this.#isTranslation(found) ? found.language : undefined;
  }

  /** Whether a document that a translation does not have is there in another language, which many sites show in its place. */
  isElsewhere(path: string): boolean {
    const found = translatedAt(path);
    return found !== undefined && this.#isTranslation(found) && this.#documents.has(found.document);
  }

  #isTranslation = ({ around, language }: Translated): boolean => this.#translating.get(around)?.has(language) === true;
}

function put(sets: Map<string, Set<string>>, key: string, values: Iterable<string>): void {
  const set = sets.get(key) ?? new Set();
  for (const value of values) set.add(value);
  sets.set(key, set);
}

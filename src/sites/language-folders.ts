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

/**
 * The language of documents that lie in one of several folders side by side that are named after languages and hold
 * translations of each other: documents under the same names. By path, as the folder has it: "fr", "pt-br".
 *
 * @param paths POSIX, one a document
 */
export function languagesByFolder(paths: readonly string[]): ReadonlyMap<string, string> {
  const placed = paths.flatMap((path) => {
    const parts = path.toLowerCase().split("/");
    const at = parts.slice(0, -1).findIndex(isLanguage);
    if (at < 0) return [];
    const [around, below] = [parts.slice(0, at).join("/"), parts.slice(at + 1).join("/")];
    return { path, language: parts[at] ?? "", around, translated: `${around} ${below}` };
  });
  const documents = new Map<string, { readonly around: string; readonly languages: Set<string> }>();
  for (const { translated, around, language } of placed) {
    const document = documents.get(translated);
    if (document === undefined) documents.set(translated, { around, languages: new Set([language]) });
    else document.languages.add(language);
  }
  const translating = new Map<string, Set<string>>();
  for (const { around, languages } of documents.values()) {
    if (languages.size < 2 || ![...languages].some((one) => usual.has(one.slice(0, 2)))) continue;
    const all = translating.get(around) ?? new Set();
    for (const language of languages) all.add(language);
    translating.set(around, all);
  }
  return new Map(
    placed.flatMap(({ path, language, around }) =>
      translating.get(around)?.has(language) === true ? [[path, language] as const] : [],
    ),
  );
}

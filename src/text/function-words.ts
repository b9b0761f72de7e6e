/** The most frequent words of some languages that are rare in the others. */
const lists: Readonly<Record<string, string>> = {
  en: "the of and to is that it for with as this are was be from which have not but they you we can will their has an by on or if when your more",
  de: "der die das und ist nicht mit ein eine den von zu auf für im dem des sich auch werden wird sind oder aber bei wie wenn nach durch einen über noch nur",
  fr: "la un de il on ne se le les des et est une que dans pour qui sur pas avec ce plus par sont au du nous vous mais cette ou aux être fait comme leur ses était",
  es: "la un de del el los las y que en una por con para es su como más pero sus este esta son al lo se cuando también entre ser desde sobre muy todo hay",
  pt: "de um na no ao o os as que em uma não com para por mais é do da dos das como mas foi ele seu sua ou ser quando muito há nos já está também pelo",
  it: "il che di la non un per una con sono gli le della è dei nel alla come anche più del questo ma si delle dalla se ha nella essere sono",
  nl: "de het een en van is dat niet op te zijn voor met die er aan ook als maar om bij wordt dan nog naar uit worden deze kan heeft door",
  sv: "och att det som en på är av för med den till inte om ett har de jag var från men så vi kan när eller ska också efter",
  pl: "nie się na jest że do jak to w z od za przez dla ale był być po tym czy są oraz który które tylko już jego może",
  tr: "bir ve bu için ile olarak da de daha çok gibi en olan ne kadar var sonra her ama değil mi ya veya ise şu",
  vi: "và của là có không được cho các một những này trong với để khi người đã từ như nhưng cũng tại về ra nếu thì bạn chúng",
  id: "yang dan di untuk dengan ini dari pada tidak itu dalam adalah akan ke atau juga oleh sebagai karena dapat lebih bisa telah anda kami ada",
};

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(lists)) {
  for (const word of words.split(" ")) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** The languages that have a word, in small letters, among their most frequent ones. */
export const languagesWith = (word: string): readonly string[] => languagesOf.get(word) ?? none;
const none: readonly string[] = [];

/** Languages that are known by their script. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
];

/** What language a text seems to be in. */
export interface LanguageGuess {
  readonly language: string;
  /** Share of its most frequent words among all words, 0 to 1; of a script among all signs. */
  readonly share: number;
}

/** Least share of a language's most frequent words: running text has a quarter and more. */
const leastShare = 0.15;
/** How many times the share of the next language the first must have. */
const margin = 2;
/** A text is in a language of its own script from this share of its signs; single words of it stand in others too. */
const leastScriptShare = 0.25;

/** What is known of a word: its small letters, and the languages that have it among their most frequent ones. */
interface Word {
  readonly lower: string;
  readonly isPlain: boolean;
  readonly languages: readonly string[];
}

/** The language of a text, by the words that it is made of; undefined where none leads by a clear margin. */
export function guessLanguage(words: readonly Word[]): LanguageGuess | undefined {
  return byScript(words) ?? byWords(words);
}

function byScript(words: readonly Word[]): LanguageGuess | undefined {
  const other = words.filter(({ isPlain }) => !isPlain).map(({ lower }) => lower);
  if (other.length === 0) return undefined;
  const text = other.join("");
  const length = words.reduce((sum, { lower }) => sum + lower.length, 0);
  for (const [language, script] of scripts) {
    const share = (text.match(script)?.length ?? 0) / length;
    if (share >= leastScriptShare) return { language, share };
  }
  return undefined;
}

function byWords(words: readonly Word[]): LanguageGuess | undefined {
  const counts = new Map<string, number>();
  for (const { languages } of words) {
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [[language, count] = ["", 0], [, next] = ["", 0]] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const isClear = count > 0 && count >= leastShare * words.length && count >= margin * next;
  return isClear ? { language, share: count / words.length } : undefined;
}

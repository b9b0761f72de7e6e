import { bodyLanguage } from "#facts/body-language";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { learnConvention, quorum } from "#text/convention";
import { byKey } from "#text/groups";
import { localeOf } from "#text/locale";

export default defineRule({
  on: "corpus",
  summary: "Write each post in the language that it is published as.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minWords: integer({ default: 200, minimum: 50, description: "Fewest words of a body to judge." }),
  },
  messages: {
    stated: "The post is published as {expected}, but its text is in {found}; correct one of the two.",
    many: "{count|post} published as {expected} are in {found}, this one among them; translate them, or leave them out.",
    site: "{count|post} of {total} are in {found}, but the site is published as {expected}; correct its language in the config.",
    learned:
      "{agreeing} of {total} posts here are in {expected}; this one is in {found}. Say so in its front matter, or translate it.",
  },
  facts: { bodyLanguage },

  *check(corpus, { minWords }, facts, { site }) {
    const posts = corpus.entries.flatMap((entry) => {
      const found = facts.bodyLanguage(entry);
      return found === null || found.words < minWords || entry.draft?.value === true
        ? []
        : { entry, found: found.language };
    });
    const all = posts.map((post) => ({ ...post, stated: statedLanguage(corpus, post.entry, site.language) }));
    const learned = learnConvention(all.map(({ found }) => found));
    const wrong = all.filter(isMisfiled);
    const ofSite = wrong.filter(({ stated, found }) => stated.isOfSite && found === learned?.value);
    const [first, ...rest] = ofSite.length < quorum.members ? [] : ofSite;
    if (first !== undefined) {
      const data = { ...namesOf(first.stated.language, first.found), count: ofSite.length, total: all.length };
      yield { message: "site", data, ...at(first), others: rest.map(({ entry }) => placeOf(entry)) };
    }
    const reported = new Set(first === undefined ? [] : ofSite);
    yield* misfiled(wrong.filter((post) => !reported.has(post)));
    if (learned === undefined) return;
    const { agreeing, total, value } = learned;
    for (const one of all) {
      if (one.stated !== undefined || one.found === value || isTitledIn(value, one.entry)) continue;
      yield { message: "learned", data: { agreeing, total, ...namesOf(value, one.found) }, ...at(one) };
    }
  },
});

/** Posts in another language than they say. Where a translation has many, it was begun by copying, and that is one problem. */
function* misfiled(wrong: readonly Misfiled[]) {
  for (const posts of byKey(wrong, ({ stated, found }) => `${stated.language} ${found}`).values()) {
    const [first, ...rest] = posts;
    if (first === undefined) continue;
    const data = namesOf(first.stated.language, first.found);
    if (posts.length < quorum.members) {
      for (const post of posts) yield { message: "stated" as const, data, ...at(post) };
      continue;
    }
    const others = rest.map(({ entry }) => placeOf(entry));
    yield { message: "many" as const, data: { ...data, count: posts.length }, ...at(first), others };
  }
}

/** A post, what language its text is in, and what it is published as. */
interface Judged {
  readonly entry: Entry;
  readonly found: string;
  readonly stated: StatedLanguage | undefined;
}

interface StatedLanguage {
  readonly language: string;
  /** Whether it is that of the whole site, and the post itself says none. */
  readonly isOfSite: boolean;
}

const at = ({ entry }: Judged) => ({ at: placeOf(entry), key: "language" });

type Misfiled = Judged & { readonly stated: StatedLanguage };

const isMisfiled = (post: Judged): post is Misfiled =>
  post.stated !== undefined && isOther(post.stated.language, post.found);

/** What an entry, its URL, its file name, its folder, or the site says: "en", "de". Undefined where none of them does. */
function statedLanguage({ site }: Corpus, entry: Entry, configured: string | undefined): StatedLanguage | undefined {
  const inName = /\.([a-z]{2})(?:-[a-z]{2})?\.mdx?$/i.exec(entry.path)?.[1];
  const ofFolder = site?.model.content.find(({ folder }) => entry.path.startsWith(`${folder}/`))?.language;
  const own = [localeOf(entry), inName, ofFolder].find(Boolean) ?? "";
  const language = own || (configured ?? "") || (site?.model.language ?? "");
  const [short = ""] = language.toLowerCase().split(/[-_]/, 1);
  return short === "" ? undefined : { language: short, isOfSite: own === "" };
}

const scripts: Readonly<Record<string, RegExp>> = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  zh: /\p{Script=Han}/u,
};

/** Whether a title shows by its script that its post is in a language: much of what it says may be cited, or be code. */
const isTitledIn = (language: string, { title }: Entry): boolean =>
  scripts[language]?.test(title?.value ?? "") === true;

/** Languages that are not told apart here. */
const alike: Readonly<Record<string, string>> = {
  nb: "sv",
  nn: "sv",
  no: "sv",
  da: "sv",
  ms: "id",
  gl: "pt",
  ca: "es",
  af: "nl",
};

/** Those whose texts are told, and some whose script alone sets them apart from those. */
const known = new Set("en de fr es pt it nl sv pl tr vi id ja ko zh ar el fa he hi ru th".split(" "));

/** Whether a text in one known language was published as another. What is stated can be a name that is not known. */
const isOther = (stated: string, found: string): boolean =>
  known.has(stated) && alike[stated] !== found && stated !== found;

const names = new Intl.DisplayNames(["en"], { type: "language" });

const nameOf = (language: string): string => names.of(language) ?? language;

const namesOf = (expected: string, found: string) => ({ expected: nameOf(expected), found: nameOf(found) });

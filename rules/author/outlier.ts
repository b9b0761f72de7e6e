import { entryWith, type With } from "#model/post";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { learnConvention, quorum } from "#text/convention";
import { byKey } from "#text/groups";
import { isNearName, nameKey } from "#text/names";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Spell an author's name the same way on every post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    names: list({ default: [], description: "The authors as they are spelled; any other name is reported." }),
    allow: list({ default: [], description: "Names that are right, however near they are to another one." }),
  },
  messages: {
    spelling: "{agreeing} of {total|post} by this author have “{usual}”; this one has “{own}”.",
    near: "“{own}” is nearly “{usual}”, the author of {agreeing|post}; check the spelling.",
    unknown: "“{own}” is none of the authors that the config names; correct the name or add it there.",
  },

  *check({ posts }, { names, allow }) {
    const signed = posts.flatMap((post) => entryWith(post, "author") ?? []).filter((entry) => spellingOf(entry) !== "");
    const judged = signed.filter((entry) => !allow.includes(spellingOf(entry)));
    if (names.length === 0) yield* outliers(judged);
    else {
      for (const entry of judged) {
        const own = spellingOf(entry);
        if (!names.includes(own)) {
          yield { message: "unknown", data: { own: excerpt(own) }, at: fieldPlace(entry, "author"), key: own };
        }
      }
    }
  },
});

type Signed = With<"author">;

const spellingOf = ({ author }: Signed) => author.value.normalize("NFC").replace(/\s+/gu, " ").trim();

/** All posts under the spellings of one name, and the spelling that most of them have. */
interface Author {
  readonly key: string;
  readonly entries: readonly Signed[];
  readonly usual: string | undefined;
  readonly agreeing: number;
}

function* outliers(signed: readonly Signed[]) {
  const authors = authorsOf(signed);
  for (const { entries, usual, agreeing } of authors) {
    if (usual === undefined) continue;
    for (const entry of entries) {
      const own = spellingOf(entry);
      if (own === usual) continue;
      const data = { agreeing, total: entries.length, usual: excerpt(usual), own: excerpt(own) };
      yield { message: "spelling" as const, data, at: fieldPlace(entry, "author"), key: own };
    }
  }
  for (const [author, known] of strayNames(authors)) {
    for (const entry of author.entries) {
      const own = spellingOf(entry);
      const data = { own: excerpt(own), usual: excerpt(known.usual ?? ""), agreeing: known.agreeing };
      yield { message: "near" as const, data, at: fieldPlace(entry, "author"), key: own };
    }
  }
}

function authorsOf(signed: readonly Signed[]): Author[] {
  return [...byKey(signed, ({ author }) => nameKey(author.value))].map(([key, entries]) => {
    const learned = learnConvention(entries.map(spellingOf));
    return { key, entries, usual: learned?.value, agreeing: learned?.agreeing ?? 0 };
  });
}

/** So many of the most frequent authors are looked at for near names: the time stays linear however many there are. */
const mostKnown = 100;
/** Somebody with more posts than this is another author with a like name. */
const mostStray = 2;

/** Names of a post or two that are nearly the name of a frequent author. */
function* strayNames(authors: readonly Author[]): Iterable<[Author, Author]> {
  const known = authors
    .filter(({ usual, entries }) => usual !== undefined && entries.length >= quorum.members)
    .toSorted((a, b) => b.entries.length - a.entries.length)
    .slice(0, mostKnown);
  for (const author of authors) {
    if (author.entries.length > mostStray) continue;
    const near = known.find(({ key }) => isNearName(author.key, key));
    if (near !== undefined) yield [author, near];
  }
}

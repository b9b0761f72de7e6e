import { bodiesOf, copyClusters, fewestBodyWords, nearSimilarity, type Body } from "#facts/copied-bodies";
import { fingerprint } from "#facts/fingerprint";
import { passages } from "#facts/passages";
import { prose } from "#facts/markdown-prose";
import { customWords } from "#facts/repeats";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { copiedFolders, type CopiedFolders } from "#text/copied-folders";
import { groupsBy, othersOf } from "#text/groups";
import { nameOf } from "#text/post-name";
import { Series } from "#text/series";
import { isStandardText } from "#text/standard-text";

export default defineRule({
  on: "corpus",
  summary: "Let no two bodies say nearly the same.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    { title: "Semrush: 85 % equal text; Screaming Frog: 90 %", read: "2026-11-22" },
    { title: "Broder 1997: On the resemblance and containment of documents", read: "2026-11-22" },
  ],
  options: {
    similarity: share({
      default: nearSimilarity,
      description: "Share of common runs of five words from which two bodies are nearly the same; estimated to 0.03.",
    }),
    minWords: integer({ default: fewestBodyWords, minimum: 50, description: "Fewest words of a body to compare." }),
  },
  messages: {
    folder:
      "{count} posts in {folder} are nearly those in {others}, this one among them; keep them in one folder, or check one folder at a time.",
    near: "The body is nearly that of “{other}”; merge the two, or say what sets this post apart.",
  },
  facts: { fingerprint, passages, prose },

  *check(corpus, { similarity, minWords }, facts) {
    const custom = customWords(corpus, facts);
    const bodies = bodiesOf(corpus, facts.fingerprint, minWords)
      .filter(({ entry }) => !isStandardText(entry.path))
      .map((body) => ({ ...body, custom: custom.get(body.entry) ?? 0 }))
      .filter((body) => body.words - body.custom >= minWords);
    const clusters = copyClusters(bodies, similarity);
    const members = bodies.map((body, index) => ({ ...body, index, cluster: String(clusters[index]) }));
    // The notes on a release say nearly what those on its last preview said.
    const series = new Series(bodies.map(({ entry }) => entry.path));
    const groups = [...groupsBy(members, ({ cluster }) => cluster).values()].flatMap((group) => {
      // Bodies that are equal word for word belong to `dup/exact-body`.
      const different = [...new Map(group.map((body) => [body.digest, body])).values()];
      if (different.length < 2 || series.countBeyondPattern(different.map(({ index }) => index)) < 2) return [];
      return [different];
    });
    const copied = copiedFolders(groups.map((group) => group.map(({ entry }) => entry.path)));
    for (const [position, different] of groups.entries()) {
      const cause = copied[position];
      if (cause !== undefined) {
        const [first, ...rest] = different;
        if (cause.first === position && first !== undefined) yield folderCopy([first, ...rest], cause);
        continue;
      }
      for (const [index, { entry }] of different.entries()) {
        const others = othersOf(different, index);
        yield {
          message: "near",
          data: { other: nameOf(others[0]?.entry ?? entry) },
          at: placeOf(entry),
          key: different[0]?.digest ?? "",
          group: different[0]?.digest ?? "",
          related: others.map((one) => ({ place: placeOf(one.entry), message: "has nearly the same body" })),
        };
      }
    }
  },
});

/** Most folders that a message names. */
const mostNamed = 3;

/** The first of many posts that several folders have. */
function folderCopy(group: readonly [Body, ...Body[]], { folders, count }: CopiedFolders) {
  const [folder = "", ...others] = folders;
  const rest = others.length - mostNamed;
  const named = others.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${rest} more folders` : "");
  return {
    message: "folder" as const,
    data: { count, folder, others: named },
    at: placeOf(group[0].entry),
    key: folders.slice(0, mostNamed + 1).join(" "),
    related: othersOf(group, 0).map(({ entry }) => ({ place: placeOf(entry), message: "has nearly the same body" })),
  };
}

import { firstSentence, lead, leadOfPost, leadPlace, type Lead } from "#facts/lead";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { groupsBy, othersOf } from "#text/groups";
import type { Stretch } from "#text/sentences";
import { skeletonOf, templateOf } from "#text/skeleton";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Write each lead for its post and not from a template.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minPosts: integer({ default: 3, minimum: 2, description: "Fewest posts that share a template." }),
    minWords: integer({ default: 8, minimum: 3, description: "Fewest words of a template, masked ones included." }),
  },
  messages: {
    templated: "{count} leads are equal but for names and numbers (“{sentence}”); say what this post says.",
  },
  facts: { lead },

  *check({ posts }, { minPosts, minWords }, facts) {
    const leads = posts.flatMap((post) => {
      const one = leadOfPost(post, facts.lead);
      // Pages of a reference, which have no dates, are alike by intent.
      const isPage = one?.entry.edition === "source" && one.entry.published === undefined;
      return one === undefined || isPage ? [] : readLead(one.entry, one.found, minWords);
    });
    for (const group of groupsBy(leads, ({ skeleton }) => skeleton).values()) {
      if (group.length < minPosts || isJudgedElsewhere(group)) continue;
      for (const [index, { entry, found, said, skeleton }] of group.entries()) {
        yield {
          message: "templated",
          data: { count: group.length, sentence: excerpt(said.text, 8) },
          at: leadPlace(entry, found, said),
          key: skeleton,
          group: skeleton,
          related: othersOf(group, index).map((other) => ({
            place: leadPlace(other.entry, other.found, other.said),
            message: "is from the same template",
          })),
        };
      }
    }
  },
});

interface Templated {
  readonly entry: Entry;
  readonly found: Lead;
  readonly said: Stretch;
  readonly skeleton: string;
}

/** With fewer words left, two skeletons agree by chance. */
const fewestPlainWords = 5;

function readLead(entry: Entry, found: Lead, minWords: number): Templated[] {
  const said = found.body?.isComplete === true ? found.body : firstSentence(found);
  if (said === undefined) return [];
  const { text, words } = skeletonOf(said.text, { title: entry.title?.value ?? "", maskNames: true });
  return words < fewestPlainWords || text.split(" ").length < minWords ? [] : [{ entry, found, said, skeleton: text }];
}

/** Equal summaries belong to `summary/duplicate`, and those that are one template as a whole to `summary/near-duplicate`. */
function isJudgedElsewhere(group: readonly Templated[]): boolean {
  const shown = group.flatMap(({ entry, found }) => (found.origin === undefined ? [entry] : []));
  const texts = new Set(
    group.map(({ entry, found, said }) => fold(found.origin ? said.text : (entry.summary?.value ?? ""))),
  );
  const templates = new Set(shown.map(({ summary, title }) => templateOf(summary?.value ?? "", title?.value ?? "")));
  return texts.size === 1 || (templates.size === 1 && !templates.has(undefined));
}

import { firstSentence, lead, leadOfPost, leadPlace, type Lead } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { groupsBy, othersOf } from "#text/groups";
import type { Stretch } from "#text/sentences";
import { Series } from "#text/series";
import { skeletonOf, templateOf } from "#text/skeleton";
import { fold } from "#text/terms";
import { isUndatedPage } from "#text/undated-page";
import { namesVersion } from "#text/version-in-title";
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
  facts: { lead, leadTraits },

  *check({ posts }, { minPosts, minWords }, facts) {
    const leads = posts.flatMap((post): Templated[] => {
      const one = leadOfPost(post, facts.lead);
      if (one === undefined || isAlikeByIntent(one.entry)) return [];
      const template = facts.leadTraits(one.entry)?.template;
      if (template === undefined || template.words < fewestPlainWords || template.parts < minWords) return [];
      return [{ ...one, template: template.digest }];
    });
    const series = new Series(leads.map(({ entry }) => entry.path));
    const positions = leads.map((one, index) => ({ ...one, index }));
    for (const group of groupsBy(positions, ({ template }) => template).values()) {
      const beyond = new Set(series.beyondPattern(group.map(({ index }) => index)));
      const own = group.filter(({ index }) => beyond.has(index));
      if (own.length >= minPosts) yield* problemsOf(own.flatMap(withText));
    }
  },
});

/** Pages of a reference, which have no dates, and the notes to releases. */
const isAlikeByIntent = (entry: Entry) => isUndatedPage(entry) || namesVersion(entry.title?.value ?? "");

/** With fewer words left, two leads agree by chance. */
const fewestPlainWords = 5;

interface Templated {
  readonly entry: Entry;
  readonly found: Lead;
  readonly template: string;
}

interface TemplatedText extends Templated {
  readonly said: Stretch;
}

function withText(one: Templated): TemplatedText[] {
  const said = one.found.body?.isComplete === true ? one.found.body : firstSentence(one.found);
  return said === undefined ? [] : [{ ...one, said }];
}

function* problemsOf(group: readonly TemplatedText[]) {
  if (isJudgedElsewhere(group)) return;
  for (const [index, { entry, found, said }] of group.entries()) {
    const key = skeletonOf(said.text, { title: entry.title?.value ?? "", maskNames: true }).text;
    yield {
      message: "templated" as const,
      data: { count: group.length, sentence: excerpt(said.text, 8) },
      at: leadPlace(entry, found, said),
      key,
      group: key,
      related: othersOf(group, index).map((other) => ({
        place: leadPlace(other.entry, other.found, other.said),
        message: "is from the same template",
      })),
    };
  }
}

/** Equal summaries belong to `summary/duplicate`, and those that are one template as a whole to `summary/near-duplicate`. */
function isJudgedElsewhere(group: readonly TemplatedText[]): boolean {
  const shown = group.flatMap(({ entry, found }) => (found.origin === undefined ? [entry] : []));
  const texts = new Set(
    group.map(({ entry, found, said }) => fold(found.origin ? said.text : (entry.summary?.value ?? ""))),
  );
  const templates = new Set(shown.map(({ summary, title }) => templateOf(summary?.value ?? "", title?.value ?? "")));
  return texts.size === 1 || (templates.size === 1 && !templates.has(undefined));
}

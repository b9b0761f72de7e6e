import { summaryLead } from "#facts/lead";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { isListPage } from "#text/list-page";
import { isIdentifier } from "#text/title-parts";
import { topicOverlap } from "#text/topic";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Let a description take up the subject of the title.",
  severity: "info",
  presets: ["strict", "seo"],
  options: {
    minTerms: integer({ default: 2, minimum: 1, description: "Fewest content words of a title to look for." }),
  },
  messages: {
    none: "Description has no word of its title's subject (“{title}”); name what the post is about.",
  },
  facts: { lead: summaryLead },

  *check(entry, { minTerms }, { lead: found }) {
    const { title, summary } = entry;
    // What is named by an identifier is described in plain words; the list of all posts is named by the site.
    if (title !== undefined && (isIdentifier(title.value) || isListPage(entry.path))) return;
    // The start of a post belongs to `lead/off-topic`.
    if (title === undefined || summary === undefined || found?.basis !== "description") return;
    const { terms, shared } = topicOverlap(title.value, summary.value, 1);
    if (terms.length < minTerms || shared.length > 0) return;
    yield {
      message: "none",
      data: { title: excerpt(title.value, 8) },
      at: fieldPlace(entry, "summary"),
      key: "title",
    };
  },
});

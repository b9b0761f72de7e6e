import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { wordsBeyond } from "#text/copy";
import { isServicePage } from "#text/service-page";
import { countWords } from "#text/words";

export default defineRule({
  on: "entry",
  summary: "Let the summary add something to the title.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  options: {
    minAdded: integer({
      default: 4,
      minimum: 1,
      description: "Fewest words that a summary which repeats the title must have beyond it.",
    }),
  },
  messages: {
    equal: "Summary is the title again; say what the post tells.",
    extended: "Summary is the title and {added|word} more; say what the post tells.",
  },

  *check(entry, { minAdded }) {
    const { title, summary } = entry;
    if (title === undefined || summary === undefined || isServicePage(entry)) return;
    const added = wordsBeyond(title.value, summary.value);
    // "Install it on Windows" says more than its title, "Windows".
    if (added === undefined || added >= minAdded || added >= countWords(title.value)) return;
    yield {
      message: added === 0 ? "equal" : "extended",
      data: { added },
      at: fieldPlace(entry, "summary"),
      key: "title",
    };
  },
});

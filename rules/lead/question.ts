import { contentSize, isNote } from "#facts/content-size";
import { firstSentence, lead, leadPlace } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { fold } from "#text/terms";
import { isUndatedPage } from "#text/undated-page";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Open with the answer and not with a question.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    allowAnswered: boolean({
      default: false,
      description: "Whether a question may open a lead when a statement follows it at once.",
    }),
  },
  messages: {
    question: "Lead opens with a question (“{question}”); open with the answer.",
  },
  facts: { contentSize, lead, leadTraits },

  *check(entry, { allowAnswered }, { contentSize: size, lead: found, leadTraits: traits }) {
    if (found === null || isUndatedPage(entry) || isNote(size) || traits?.evasion !== "question") return;
    const first = firstSentence(found);
    if (first === undefined) return;
    // A description may ask and answer; the post itself should not make its reader wait.
    const mayAsk = allowAnswered || found.basis === "description";
    if (mayAsk && traits.isAnswered) return;
    yield {
      message: "question",
      data: { question: excerpt(first.text) },
      at: leadPlace(entry, found, first),
      key: fold(first.text),
    };
  },
});

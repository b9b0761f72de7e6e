import { firstSentence, lead, leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { evasionOf, isStatement } from "#text/lead-language";
import { fold } from "#text/terms";
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
  facts: { lead },

  *check(entry, { allowAnswered }, { lead: found }) {
    if (found === null) return;
    const first = firstSentence(found);
    if (first === undefined || evasionOf(first.text) !== "question") return;
    const answer = found.body?.sentences[1];
    // A description may ask and answer; the post itself should not make its reader wait.
    const mayAsk = allowAnswered || found.basis === "description";
    if (mayAsk && answer !== undefined && isStatement(answer.text)) return;
    yield {
      message: "question",
      data: { question: excerpt(first.text) },
      at: leadPlace(entry, found, first),
      key: fold(first.text),
    };
  },
});

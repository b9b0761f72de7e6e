import { directivePlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "directive",
  summary: "Take away directives that suppress nothing.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    unused: "The directive suppresses nothing; take it away.",
  },

  *check(directive) {
    if (directive.kind === "unknown") return;
    // Of a rule that did not run it is not known whether it would have reported something.
    const isJudged = directive.rules.length === 0 || directive.judged.length > 0;
    if (directive.suppressed > 0 || !isJudged) return;
    yield {
      message: "unused",
      data: {},
      at: directivePlace(directive),
      key: directive.rules.map(({ value }) => value).join(),
    };
  },
});

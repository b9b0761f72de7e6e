import { directivePlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "directive",
  summary: "Say in each directive why it is there.",
  severity: "warn",
  presets: ["strict"],
  messages: {
    missing: "The directive gives no reason; add “-- why” behind the rules.",
  },

  *check(directive) {
    if (directive.kind === "unknown" || directive.reason !== null) return;
    yield {
      message: "missing",
      data: {},
      at: directivePlace(directive),
      key: directive.rules.map(({ value }) => value).join(),
    };
  },
});

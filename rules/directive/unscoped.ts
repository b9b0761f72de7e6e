import { directivePlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "directive",
  summary: "Name the rules that a directive is about.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    unscoped: "The directive suppresses every rule; name those that it is about.",
  },

  *check(directive) {
    if (directive.kind === "unknown" || directive.rules.length > 0) return;
    yield { message: "unscoped", data: {}, at: directivePlace(directive), key: directive.kind };
  },
});

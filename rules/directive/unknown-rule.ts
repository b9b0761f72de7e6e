import { directivePlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { didYouMean } from "#text/did-you-mean";

export default defineRule({
  on: "directive",
  summary: "Name only rules that exist in a directive.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    unknown: "There is no rule “{name}”; correct the name, or take it away.",
    mistyped: "There is no rule “{name}”; “{near}” was probably meant.",
  },

  *check(directive) {
    for (const { value: name, span } of directive.rules) {
      if (directive.known.has(name)) continue;
      const at = { ...directivePlace(directive), span };
      const near = didYouMean(name, directive.known);
      if (near === undefined) yield { message: "unknown", data: { name }, at, key: name };
      else yield { message: "mistyped", data: { name, near }, at, key: name };
    }
  },
});

import { directivePlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { didYouMean } from "#text/did-you-mean";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "directive",
  summary: "Write directives that exist, and name only rules that exist in them.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    unknown: "There is no rule “{name}”; correct the name, or take it away.",
    mistyped: "There is no rule “{name}”; “{near}” was probably meant.",
    noDirective:
      "There is no directive “{name}”, so this comment does nothing; write standfirst-disable-next, -next-line or -file, or standfirst-disable and standfirst-enable.",
  },

  *check(directive) {
    const { command } = directive;
    if (command !== undefined) {
      const name = `standfirst-${excerpt(command.value)}`;
      yield {
        message: "noDirective",
        data: { name },
        at: { ...directivePlace(directive), span: command.span },
        key: name,
      };
      return;
    }
    for (const { value: name, span } of directive.rules) {
      if (directive.known.has(name)) continue;
      const at = { ...directivePlace(directive), span };
      const near = didYouMean(name, directive.known);
      if (near === undefined) yield { message: "unknown", data: { name }, at, key: name };
      else yield { message: "mistyped", data: { name, near }, at, key: name };
    }
  },
});

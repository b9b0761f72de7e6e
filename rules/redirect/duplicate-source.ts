import { defineRule } from "#rule-kit/define-rule";
import { groupsBy } from "#text/groups";
import { plainRedirects, redirectPlace } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Redirect each path once.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    duplicate: "{source} is redirected further up already, to {target}; hosts never get to this line. Remove one.",
  },

  *check(corpus) {
    for (const [key, [first, ...later]] of groupsBy(plainRedirects(corpus), (rule) => pathKey(sourcePath(rule)))) {
      if (first === undefined) continue;
      for (const rule of later) {
        yield {
          message: "duplicate",
          data: { source: excerpt(rule.source.value), target: excerpt(first.target.value) },
          at: redirectPlace(rule, "source"),
          key,
          related: [{ place: redirectPlace(first, "source"), message: "is the line that counts" }],
        };
      }
    }
  },
});

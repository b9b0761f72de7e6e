import { links, linksOf } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Give each link a text; do not leave a bare address in the prose.",
  severity: "info",
  presets: ["strict"],
  facts: { links },
  messages: {
    bare: "{target} stands in the text as it is; write what it leads to, with the address behind it.",
  },

  *check(entry, _options, facts) {
    for (const link of linksOf(facts.links)) {
      if ((link.form !== "bare" && link.form !== "literal") || link.kind === "image" || /^mailto:/i.test(link.target))
        continue;
      yield { message: "bare", data: { target: excerpt(link.target) }, at: linkPlace(entry, link), key: link.target };
    }
  },
});

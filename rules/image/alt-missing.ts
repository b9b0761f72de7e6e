import { links, linksOf } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Say in words what a picture shows.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  options: {
    allowEmpty: boolean({
      default: false,
      description: 'Takes `![](picture.png)` for a picture that only adorns the page. `alt=""` in HTML always does.',
    }),
  },
  messages: {
    missing: "The picture {target} has no alternative text; say what it shows.",
  },

  *check(entry, { allowEmpty }, facts) {
    for (const link of linksOf(facts.links)) {
      const isMarkdown = link.form === "inline" || link.form === "reference";
      if (link.kind !== "image" || !(link.text === null || (link.text === "" && isMarkdown && !allowEmpty))) continue;
      yield {
        message: "missing",
        data: { target: excerpt(shortName(link.target)) },
        at: linkPlace(entry, link),
        key: link.target,
      };
    }
  },
});

/** A data URL is no name for people. */
const shortName = (target: string) => (target.startsWith("data:") ? "in the text" : target);

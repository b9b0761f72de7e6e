import { links, linksOf, type Link } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Give each link a target and a text.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "Google: make links crawlable",
      url: "https://developers.google.com/search/docs/crawling-indexing/links-crawlable",
      read: "2026-11-22",
    },
  ],
  facts: { links },
  messages: {
    target: "The link “{text}” has no target; add one, or make it plain text.",
    script: "The link “{text}” runs a script and leads nowhere without it; give it a URL.",
    text: "The link to {target} has no text, so readers can't see it; add one.",
  },

  *check(entry, _options, facts) {
    const all = linksOf(facts.links);
    for (const [index, link] of all.entries()) {
      const message = link.kind === "image" || link.isShortcode ? undefined : flawOf(link);
      // A link around a picture has the picture's text.
      const hasPicture = all[index + 1]?.kind === "image" || all[index - 1]?.kind === "image";
      if (message === undefined || (message === "text" && hasPicture)) continue;
      const text = excerpt(link.text ?? "");
      const target = excerpt(link.target);
      yield { message, data: { text, target }, at: linkPlace(entry, link), key: `${link.target} ${text}` };
    }
  },
});

/** What a link lacks. A target on the page (`<a name>`) is no link, and a component may bring its own text. */
function flawOf({ target, text, form }: Link): "target" | "script" | "text" | undefined {
  const hasText = (text ?? "") !== "";
  if (/^#?$/.test(target)) return hasText ? "target" : undefined;
  if (/^javascript:/i.test(target)) return "script";
  return !hasText && form === "inline" ? "text" : undefined;
}

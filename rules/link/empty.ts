import { elementIds } from "#facts/element-ids";
import { links, linksOf, type Link } from "#facts/markdown-links";
import { linkPlace, retarget } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Give each link a target that can be reached, and a text.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "Google: make links crawlable",
      url: "https://developers.google.com/search/docs/crawling-indexing/links-crawlable",
      read: "2026-11-22",
    },
  ],
  facts: { links, elementIds },
  messages: {
    target: "The link “{text}” has no target; add one, or make it plain text.",
    script: "The link “{text}” runs a script and leads nowhere without it; give it a URL.",
    scheme: "The start of {target} is misspelt; write {right}.",
    text: "The link to {target} has no text, so readers can't see it; add one.",
  },

  *check(entry, _options, facts) {
    const all = linksOf(facts.links);
    for (const [index, link] of all.entries()) {
      const right = withRightScheme(link.target);
      if (right !== undefined) {
        const data = { target: excerpt(link.target), right: excerpt(right) };
        yield { message: "scheme", data, at: linkPlace(entry, link), key: link.target, ...retarget(link, right) };
        continue;
      }
      const message = link.kind === "image" || link.isShortcode ? undefined : flawOf(link);
      if (message === undefined) continue;
      // A link around a picture has the picture's text, and one around a shortcode what that gives.
      const mayHaveText = facts.elementIds?.hasShortcodes === true || isBesidePicture(all, index);
      if (message === "text" && mayHaveText) continue;
      const data = { text: excerpt(link.text ?? ""), target: excerpt(link.target) };
      yield { message, data, at: linkPlace(entry, link), key: `${link.target} ${data.text}` };
    }
  },
});

const isBesidePicture = (all: readonly Link[], index: number): boolean =>
  [all[index - 1], all[index + 1]].some((other) => other?.kind === "image");

/** Whether a link is a program to be dragged into the bar of bookmarks: one function, which is called at once. */
const isBookmarklet = (target: string): boolean =>
  /^javascript:\s{0,9}(?:void|[!(+]){0,3}\s{0,9}(?:async\s{1,9})?(?:function\b|\(\)\s{0,9}=>)/i.test(decoded(target));

/** Bookmarklets are mostly written with spaces and brackets as `%20` and `%28`. */
const decoded = (target: string): string =>
  target.slice(0, 100).replaceAll("%20", " ").replaceAll("%28", "(").replaceAll("%29", ")");

/** `https` with a letter too many or too few, twice, or with one slash. */
const misspelt = /^(?:(?!https?:)h{0,2}t{1,3}p{1,2}(s{0,2}):\/\/|https?:\/{1,2}http(s?):?\/\/|http(s?):\/(?!\/))/i;

/** A link with the scheme that is meant; undefined where it has that, or another one. */
function withRightScheme(target: string): string | undefined {
  const found = misspelt.exec(target);
  if (found === null) return undefined;
  const [all, ...ends] = found;
  return `http${ends.some((end) => end?.toLowerCase().startsWith("s")) ? "s" : ""}://${target.slice(all.length)}`;
}

/** Words of links to the top of the page, which is where `#` alone leads. */
const toTop =
  /^[^\p{L}\p{N}]*[↑⇧⇑⬆▲🔝🔼^][^\p{L}\p{N}]*$|(?<!\p{L})(?:top|nach oben|haut|arriba|topo|torna su|ritorna|in alto|наверх|в начало)[^\p{L}\p{N}]*$|回到?[顶頂]部|返回[顶頂]部|トップへ|先頭へ|上へ|맨 ?위|đầu trang|ऊपर/iu;

/** What a link lacks. A target on the page (`<a name>`) is no link, and a component may bring its own text. */
function flawOf({ target, text, form }: Link): "target" | "script" | "text" | undefined {
  const hasText = (text ?? "") !== "";
  if (target === "#" && toTop.test(text ?? "")) return undefined;
  if (/^#?$/.test(target)) return hasText ? "target" : undefined;
  if (/^javascript:/i.test(target)) return isBookmarklet(target) ? undefined : "script";
  return !hasText && form === "inline" ? "text" : undefined;
}

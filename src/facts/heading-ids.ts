import type { SitePages } from "#model/site";
import type { AnchorStyle } from "#text/anchors";

/**
 * How a site makes the ids of headings, as far as it is known: a plain folder may be any generator's, and with Eleventy
 * each site has what makes its ids of its own.
 */
export function idsOfHeadings(site: SitePages | undefined) {
  const generator = site?.model.generator;
  const own: AnchorStyle = generator === "hugo" ? "hugo" : "github";
  const other = site?.model.headingIds;
  return {
    styles: other === undefined ? [own] : [own, other],
    isKnown: generator !== "plain" && generator !== "eleventy",
  };
}

/** The letters and digits of a text, in small letters and without accents. */
export const lettersOf = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{Nd}]/gu, "")
    .toLowerCase();

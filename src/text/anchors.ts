/** How a generator makes the id of a heading. */
export type AnchorStyle = "github" | "hugo" | "blackfriday";

const notInGithub = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu;
/** The same of lower case and ASCII. */
const notInPlain = /[^a-z\d_\- ]/g;
const notInBlackfriday = /[^\p{L}\p{N}]+/gu;
/** What stands behind a heading for its element, such as `{.wide lang=en}`. */
const attributes = / \{(?:\.|[\w-]{1,50}=)[^{}]{1,200}\}$/;
const notInHugo = /[^\p{L}\p{Nd}_\- ]/gu;

/**
 * The id that a generator makes from a heading's text, by itself: as GitHub, Docusaurus and Astro do, or as Hugo does.
 * Hugo's is held against a site that it built: of a link only the text counts. Blackfriday, which made them before Hugo
 * 0.60 and does so still where a config asks for it, writes one hyphen for all that stands between letters and digits.
 */
export function anchorOf(text: string, style: AnchorStyle): string {
  if (style === "github") return withoutSigns(text.toLowerCase()).replaceAll(" ", "-");
  if (style === "blackfriday") return text.replace(notInBlackfriday, "-").replace(/^-|-$/g, "").toLowerCase();
  const id = text.trim().replace(attributes, "").replace(notInHugo, "").toLowerCase().replaceAll(" ", "-");
  return id === "" ? "heading" : id;
}

const withoutSigns = (text: string) => text.replace(/^[\0-\x7f]*$/.test(text) ? notInPlain : notInGithub, "");

/** Ids in the order of their headings, those that were there before with a number: "setup", "setup-1", "setup-2". */
export function numbered(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return ids.map((id) => {
    let unique = id;
    if (counts.has(id)) {
      let count = counts.get(id) ?? 0;
      do unique = `${id}-${++count}`;
      while (counts.has(unique));
      counts.set(id, count);
    }
    counts.set(unique, 0);
    return unique;
  });
}

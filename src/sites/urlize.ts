/**
 * A text as Hugo makes a part of a URL of it: white space to hyphens, only letters, digits, marks and `._-/\#+~@` kept,
 * in small letters. Percent escapes stay out: URLs are compared decoded.
 */
export function hugoPath(text: string, { removeAccents = false, keepsCapitals = false } = {}): string {
  const plain = removeAccents
    ? text
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .normalize("NFC")
    : text;
  const path = joinWords(plain);
  return keepsCapitals ? path : path.toLowerCase();
}

const dropped = /[^\p{L}\p{Nd}\p{M}./\\_#+~@%-]+/gu;

/** White space between kept signs becomes one hyphen, unless a hyphen stands there already. */
const joinWords = (text: string): string =>
  text
    .replace(dropped, (run) => (/\s/u.test(run) ? " " : ""))
    .replace(/ (?=-)|(?<=-) /g, "")
    .trim()
    .replaceAll(" ", "-");

/** A text as Jekyll makes a slug of it: small letters and digits, everything else one hyphen. */
export const jekyllSlug = (text: string): string =>
  text
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();

/** A text as Jekyll makes the name of a post a part of its URL: capitals and the signs that URLs allow stay. */
export const jekyllTitle = (text: string): string =>
  text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-").replace(/^-|-$/g, "");

/** A text as github-slugger makes a slug of it; Astro and Docusaurus use it. */
export const githubSlug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

const umlauts = new Map(Object.entries({ ä: "ae", ö: "oe", ü: "ue", ß: "ss", Ä: "Ae", Ö: "Oe", Ü: "Ue" }));

/** A text as Eleventy's `slugify` makes a slug of it, in ASCII; undefined where it would transliterate other scripts. */
export function eleventySlug(text: string): string | undefined {
  const plain = text
    .normalize("NFC")
    .replace(/[äöüßÄÖÜ]/g, (letter) => umlauts.get(letter) ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("&", " and ")
    .replace(/(?<=[a-z\d])'(?=[ts](?:\s|$))/gi, "");
  if (/[^\p{ASCII}\p{P}\p{Z}]/u.test(plain)) return undefined;
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

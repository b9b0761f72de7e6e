/** The ways in which a slug departs from the plain form: small letters and digits with hyphens between. */
export const slugFlaws = ["capitals", "underscores", "spaces", "accents"] as const;
export type SlugFlaw = (typeof slugFlaws)[number];

const signs: Readonly<Record<SlugFlaw, RegExp>> = {
  capitals: /\p{Lu}/u,
  underscores: /_/,
  spaces: /\s/u,
  accents: /\P{ASCII}/u,
};

/** What is written so everywhere: a language with its region or script, a file that repositories have, an advisory. */
const fixed =
  /^(?:[a-z]{2,3}[-_](?:[A-Z]{2}|[A-Z][a-z]{3})|README|LICENSE|SECURITY|SUPPORT|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT)$|(?:CVE|GHSA)-(?=[\da-z]{4}-)/g;

export function flawsOf(slug: string): SlugFlaw[] {
  const own = slug.replace(fixed, "");
  return slugFlaws.filter((flaw) => signs[flaw].test(own));
}

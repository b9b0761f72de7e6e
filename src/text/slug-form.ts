/** The ways in which a slug departs from the plain form: small letters and digits with hyphens between. */
export const slugFlaws = ["capitals", "underscores", "spaces", "accents"] as const;
export type SlugFlaw = (typeof slugFlaws)[number];

const signs: Readonly<Record<SlugFlaw, RegExp>> = {
  capitals: /\p{Lu}/u,
  underscores: /_/,
  spaces: /\s/u,
  accents: /\P{ASCII}/u,
};

export const flawsOf = (slug: string): SlugFlaw[] => slugFlaws.filter((flaw) => signs[flaw].test(slug));

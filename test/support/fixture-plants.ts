import type { BlogField } from "./fixture-post.ts";

/** A defect that a post was given on purpose, and the fields without which no form shows it. */
export interface Plant {
  readonly slug: string;
  readonly rule: string;
  readonly fields: readonly BlogField[];
}

const plant = (slug: string, rule: string, ...fields: readonly BlogField[]): Plant => ({ slug, rule, fields });

/** Every defect of the blog. What `recommended` says beyond these is a false alarm. */
export const plants: readonly Plant[] = [
  plant("how-limpets-find-home", "date/future", "published"),
  plant("anemones-that-split", "text/mojibake", "summary"),
  plant("hermit-crab-queues", "text/lost-escape", "summary"),
  plant("what-barnacles-do-with-their-feet", "summary/length", "summary"),
  plant("what-barnacles-do-with-their-feet", "date/invalid", "published"),
  plant("who-lives-in-a-kelp-holdfast", "text/entities", "title"),
  plant("dog-whelks-and-mussels", "text/invisible", "title"),
  plant("sea_lettuce", "text/mixed-script", "title"),
  plant("sea_lettuce", "index/slug-format", "slug"),
  plant("sea_lettuce", "author/outlier", "author"),
  plant("one-rock-in-winter", "title/width", "title"),
  plant("how-starfish-regrow-limbs", "title/near-duplicate", "title"),
  plant("regrowing-a-limb", "title/near-duplicate", "title"),
  plant("one-rock-in-winter", "index/duplicate-url", "slug"),
  plant("night-on-the-lower-shore", "index/duplicate-url", "slug"),
  plant("night-on-the-lower-shore", "summary/missing", "summary"),
  plant("sea-slugs-borrow-stings", "lead/marker", "summary"),
  plant("how-mussels-sit-out-the-ebb", "lead/question", "summary"),
  plant("how-mussels-sit-out-the-ebb", "date/modified-before-published", "published", "modified"),
  plant("a-pocket-kit", "text/double-space", "title"),
  plant("a-pocket-kit", "taxonomy/near-duplicate", "tags"),
  plant("prawns-you-can-see-through", "slop/assistant-residue", "summary"),
  plant("urchins-in-hats", "summary/duplicate", "summary"),
  plant("stones-that-walk", "summary/duplicate", "summary"),
  plant("stones-that-walk", "reading/implausible", "minutes"),
];

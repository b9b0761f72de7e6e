/**
 * Phrases of four words and more that any prose in English has: adverbs, and what leads from one thought to the next. That
 * many posts have one of them says nothing of a site.
 */
const everyday: ReadonlySet<string> = new Set([
  "a couple of years ago",
  "a few years ago",
  "as a matter of fact",
  "as far as i know",
  "as you can see",
  "at the same time",
  "for a long time",
  "for the first time",
  "for the most part",
  "for the time being",
  "if you want to know",
  "in addition to the",
  "in many cases the",
  "in most cases the",
  "in other words the",
  "in some cases the",
  "in the example above",
  "in the first place",
  "in the following example",
  "in the long run",
  "in the next section",
  "in the previous section",
  "in the same way",
  "last but not least",
  "on the one hand",
  "on the other hand",
  "the following example shows",
  "the next step is",
  "there are two ways",
  "to a large extent",
]);

/** Whether a folded phrase is one of those, or starts with one. */
export const isEverydayPhrase = (phrase: string): boolean => {
  if (everyday.has(phrase)) return true;
  const words = phrase.split(" ");
  return [4, 5].some((count) => count < words.length && everyday.has(words.slice(0, count).join(" ")));
};

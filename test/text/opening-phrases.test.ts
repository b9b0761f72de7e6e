import { expect, test } from "vitest";
import { openingPhrase } from "#text/opening-phrases";

test.each([
  ["In this article we bake.", "In this post …"],
  ["Learn to bake.", "Learn …"],
  ["A very practical guide to rye.", "A guide to …"],
  ["A high-level overview of rye.", "An overview of …"],
  ["Everything you need to know about rye.", "Everything you need to know …"],
  ["In diesem Beitrag backen wir.", "In diesem Beitrag …"],
  ["Learning takes time.", undefined],
  ["Rye is a guide to the north.", undefined],
])("%j opens with %s", (text, name) => {
  expect(openingPhrase(text)?.name).toBe(name);
});

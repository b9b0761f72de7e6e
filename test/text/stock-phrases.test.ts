import { expect, test } from "vitest";
import { findStockPhrases } from "#text/stock-phrases";

// One for each way in which a phrase can start: what no start leads to would never be found.
test.each([
  [
    "hype",
    "game-changer",
    "game changing",
    "cutting-edge",
    "unlocks the full potential",
    "taking your loaf to the next level",
  ],
  ["hype", "revolutionizing", "unparalleled", "next-level", "supercharged", "harnessing the power"],
  ["vocabulary", "delve into", "delving deeper", "tapestry", "testament to", "seamlessly", "leveraging", "pivotal"],
  ["vocabulary", "multifaceted", "intricate", "ever-evolving", "holistic", "myriad", "plethora", "fosters"],
  ["vocabulary", "underscores the", "navigating the complexities"],
  ["hedge", "it's worth noting", "it is important to remember", "It’s crucial to note"],
  [
    "contrast",
    "is not just a loaf, it's",
    "aren't only for bakers; they're",
    "it’s not merely bread, but",
    "was not only dark – it is",
  ],
  [
    "signpost",
    "let's dive",
    "Let’s break this down",
    "without further ado",
    "in conclusion",
    "moreover",
    "furthermore",
  ],
  ["signpost", "in this article, we'll", "in this guide, I will"],
  ["scene", "in today's fast-paced world", "in the ever-changing digital landscape", "in an modern age"],
])("%s: %s", (kind, ...phrases) => {
  for (const phrase of phrases) {
    const found = findStockPhrases(`Then ${phrase} and so on.`).filter((one) => one.kind === kind);
    expect(found.map(({ text, start }) => [text, start])).toEqual([[phrase, 5]]);
  }
});

test("phrases of two kinds may overlap, those of one kind may not", () => {
  const found = findStockPhrases("It is not just a seamless loaf, but a pivotal one.");
  expect(found.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    "vocabulary: seamless",
    "vocabulary: pivotal",
    "contrast: is not just a seamless loaf, but",
  ]);
});

test("plain words are no phrases", () => {
  expect(findStockPhrases("In the morning the game is on, and it is worth a loaf. Navigate the shelf.")).toEqual([]);
});

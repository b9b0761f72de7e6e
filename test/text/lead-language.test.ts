import { describe, expect, test } from "vitest";
import { evasionOf, isQuestion, isStatement } from "#text/lead-language";

describe("what a first sentence does instead of saying what is", () => {
  test.each([
    ["How much salt is too much?", "question"],
    ["Tired of flat loaves?", "question"],
    ["Flat loaves again?", "question"],
    ["Is it a bug of File.match?", "question"],
    ["(How much salt is too much?)", "question"],
    ["¿Cuánta sal es demasiada?", "question"],
    ["塩はどれくらい？", "question"],
    ["ライ麦を使うときに、塩を足したいことはありませんか？", "question"],
    ["粉の原因？", undefined],
    ["听说今天要烤面包？", "question"],
    ["为什么黑麦面包总是很重，干得也慢，而且不容易发起来？", "question"],
    ["昨天去磨坊买了一袋黑麦，磨得很细，大家是不是也很久没有买了？", undefined],
    ["In this post we look at rye.", "meta"],
    ["This comprehensive guide covers rye.", "meta"],
    ["This series is for bakers.", "meta"],
    ["This is the second part of a series on rye.", "meta"],
    ["Today we're going to bake with rye.", "meta"],
    ["Let's take a look at rye.", "meta"],
    ["Welcome to the bakery blog.", "meta"],
    ["Dans cet article, nous parlons de seigle.", "meta"],
    ["Neste artigo falamos de centeio.", "meta"],
    ["この記事ではライ麦について書く。", "meta"],
    ["本文介绍黑麦。", "meta"],
    ["In today's fast-paced world nobody bakes.", "throat-clearing"],
    ["In the world of bread, rye is king.", "throat-clearing"],
    ["With the rise of rye, mills changed.", "throat-clearing"],
    ["Heutzutage backt keiner mehr.", "throat-clearing"],
    ["This means more water.", "dangling"],
    ["They are both thirsty.", "dangling"],
    ["This is why rye needs more.", "dangling"],
    ["It leads to dense loaves.", "dangling"],
    ["It slows the dough down.", "dangling"],
    ["It's a thirsty flour, and they know it.", undefined],
    ["It is well-known that rye drinks more.", undefined],
    ["It can sometimes be convenient to bake twice.", undefined],
    ["It sounds easy to bake with rye.", undefined],
    ["A complete guide to rye.", "announcement"],
    ["An overview of rye flours.", "announcement"],
    ["Learn how to bake with rye.", "announcement"],
  ])("%j: %s", (sentence, evasion) => {
    expect(evasionOf(sentence)).toBe(evasion);
  });
});

test.each([
  "Rye needs ten percent more water than wheat.",
  "This flour needs more water.",
  "This page size was common in 1900.",
  "This part of the oven is the hottest.",
  "That said nothing about rye.",
  "It is easy to forget the salt.",
  "It takes two hours.",
  "It's hard to see why.",
  "Ruby 内置的 File.match?",
  "It's almost time for the rye harvest.",
  "It's Friday!",
  "It is nice to bake with rye.",
  "It's amazing how fast rye drinks.",
  "It gives me great pleasure to announce a new oven.",
  "This is a summary of what the bakery did in June.",
  "This is Ada, reporting from the bakery.",
  "These are the flours of the year.",
  'It\'s been two weeks since the last loaf ("brick"?)',
  "One question remains for every baker of rye: how much water?",
  "In the oven, heat rises.",
  "In this bakery we use rye.",
  "Guides to rye are rare.",
  "Bakers look at rye with suspicion.",
  "A comparison of two flours shows that rye is thirstier.",
])("says what is: %j", (sentence) => {
  expect(evasionOf(sentence)).toBeUndefined();
});

test("a long sentence that ends in a question is one only when it starts like one", () => {
  const tail = "and after all these years of baking, weighing and writing down what do we know?";
  expect(isQuestion(`Every winter we ask the same thing ${tail}`)).toBe(false);
  expect(isQuestion(`Why do we bake every winter ${tail}`)).toBe(true);
});

test.each([
  ["Three percent stops a sourdough.", true],
  ["Weighing the salt, and what comes of it.", false],
  ["Why it matters.", false],
  ["Learn what it does.", false],
])("%j can answer: %s", (sentence, answers) => {
  expect(isStatement(sentence)).toBe(answers);
});

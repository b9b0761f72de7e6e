import { expect, test } from "vitest";
import { isClosed, sentencesOf } from "#text/sentences";

const split = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

test.each([
  ["One. Two! Three?", ["One.", "Two!", "Three?"]],
  ["Use tools, e.g. Vitess vs. Citus. Then stop.", ["Use tools, e.g. Vitess vs. Citus.", "Then stop."]],
  ["Kubernetes v1.35 and Node.js run it. Good.", ["Kubernetes v1.35 and Node.js run it.", "Good."]],
  ["By J. R. Baker. Next.", ["By J. R. Baker.", "Next."]],
  ["1. Introduction: Bread. Next.", ["1. Introduction: Bread.", "Next."]],
  ["It was 2026. Then it rained.", ["It was 2026.", "Then it rained."]],
  ["They tap “Buy Now.” In a minute all is gone.", ["They tap “Buy Now.”", "In a minute all is gone."]],
  ["A line\nbreak is a space. Next.", ["A line\nbreak is a space.", "Next."]],
  ["And then ... it rose. Good ...", ["And then ... it rose.", "Good ..."]],
  ["水を足す。塩を足す。", ["水を足す。", "塩を足す。"]],
  ["水を足す？塩を足す！終わり。", ["水を足す？", "塩を足す！", "終わり。"]],
  ["他写了《面包还好吗？》，我读了。很好。", ["他写了《面包还好吗？》，我读了。", "很好。"]],
  ["“真的是黑麦吗？谈谈面粉”让我想起一件事。", ["“真的是黑麦吗？谈谈面粉”让我想起一件事。"]],
  ["到了一定年龄（三十？）之后要吃黑麦。", ["到了一定年龄（三十？）之后要吃黑麦。"]],
  ["「塩は？」と聞いた。", ["「塩は？」と聞いた。"]],
  ["「塩は？」 水を足す。", ["「塩は？」", "水を足す。"]],
  ["开着的“引号？没有关上。", ["开着的“引号？", "没有关上。"]],
  ["No end", ["No end"]],
  ["   ", []],
])("%j", (text, sentences) => {
  expect(split(text)).toEqual(sentences);
});

test("places are offsets into the text, and reading stops at the limit", () => {
  const text = "  One.  Two. Three.";
  const found = sentencesOf(text, 2);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["One.", "Two."]);
});

test("a run of full stops is read once", () => {
  expect(split(`${".".repeat(200_000)}x`)).toHaveLength(1);
});

test.each([
  ["Done.", true],
  ["Really?”", true],
  ["終わり。", true],
  ["Not done", false],
  ["A list:", false],
])("%j is closed: %s", (text, closed) => {
  expect(isClosed(text)).toBe(closed);
});

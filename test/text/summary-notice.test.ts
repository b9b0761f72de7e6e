import { expect, test } from "vitest";
import { noticeAtStart } from "#text/summary-notice";

test.each([
  ["Note: Rye is thirsty.", "Note"],
  ["**Prerequisites:** a starter.", "Prerequisites"],
  ["⚠️ Heads up: this is old.", "Heads up"],
  ["Editor’s note: first printed in May.", "Editor’s note"],
  ["Hinweis: Roggen ist durstig.", "Hinweis"],
  ["À noter : le seigle a soif.", "À noter"],
  ["注意：ライ麦は水を吸う。", "注意"],
])("%j starts with a notice", (text, head) => {
  expect(noticeAtStart(text)?.head).toBe(head);
});

test.each([
  "Note that rye is thirsty: it is.",
  "Notes on rye: water, salt.",
  "Important: ".slice(0, 9),
  "TL;DR: Note: rye.",
])("%j does not", (text) => {
  expect(noticeAtStart(text)).toBeUndefined();
});

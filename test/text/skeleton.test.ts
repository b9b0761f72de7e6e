import { expect, test } from "vitest";
import { skeletonOf, templateOf } from "#text/skeleton";

test("a title's words are masked in any form, runs of them as one, and numbers", () => {
  const { text, words } = skeletonOf("Baking rye bread takes 3 hours.", {
    title: "Rye breads, baked",
    maskNames: false,
  });
  expect({ text, words }).toEqual({ text: "_ takes # hours", words: 2 });
});

test("names are masked inside a sentence and not at its start", () => {
  const { text } = skeletonOf("The mill in Bergen is old. It sells Emmer.", { title: "", maskNames: true });
  expect(text).toBe("the mill in _ is old it sells _");
});

test("short summaries have no template", () => {
  expect(templateOf("Baking with rye takes three hours.", "Rye")).toBeUndefined();
  expect(templateOf("Rye rye rye rye rye rye rye rye rye rye rye takes time.", "Rye")).toBeUndefined();
});

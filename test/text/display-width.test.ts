import { describe, expect, test } from "vitest";
import { displayWidth, wrapText } from "#text/display-width";

test("wide characters take two columns, marks none", () => {
  expect(displayWidth("abc")).toBe(3);
  expect(displayWidth("パン")).toBe(4);
  expect(displayWidth("👩‍🚀")).toBe(2);
  expect(displayWidth("e\u0301")).toBe(1);
  expect(displayWidth("Press 1\ufe0f\u20e3 for Tiếng Việt: 漢字")).toBe(29);
});

test("a long text is as wide as its characters together", () => {
  expect(displayWidth("パンe\u0301👩‍🚀".repeat(500))).toBe(7 * 500);
});

describe("wrapping", () => {
  test("breaks at spaces", () => {
    expect(wrapText("Keep the dough warm.", 9)).toEqual(["Keep the", "dough", "warm."]);
  });

  test("breaks a word that is wider than a line", () => {
    expect(wrapText("a パン種を育てる", 6)).toEqual(["a", "パン種", "を育て", "る"]);
  });

  test("keeps one line where there is no width", () => {
    expect(wrapText("Keep the dough warm.", Infinity)).toEqual(["Keep the dough warm."]);
  });
});

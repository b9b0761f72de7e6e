import { expect, test } from "vitest";
import { findMixedScripts } from "#text/mixed-scripts";

test.each([
  ["Notes on Kub\u0435rnetes", "Kubernetes", "Cyrillic"],
  ["\u0410pple trees in May", "Apple", "Cyrillic"],
  ["The \u039falgae of winter", "Oalgae", "Greek"],
  ["Привет, cервер", "сервер", "Latin"],
])("finds the word in %s", (text, reads, script) => {
  expect(findMixedScripts(text)).toMatchObject([{ reads, script }]);
});

test.each([
  "SMSка пришла вовремя",
  "TNFα and IFNγ",
  "5 kΩ, 3 μm",
  "Привет world",
  "Δt = 3",
  "IT-отдел",
  "Ελληνικά and English",
])("takes “%s” as it is", (text) => {
  expect(findMixedScripts(text)).toEqual([]);
});

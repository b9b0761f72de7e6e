import { expect, test } from "vitest";
import { findFlattenedTable } from "#text/flattened-table";

const prose =
  "This is what you need to know about the two before you swap one of them for the other in a loaf of yours.";
const cells =
  "Flour Water Gluten Crumb Rye Seventy Weak Dense Wheat Sixty Strong Open Spelt Sixty Weak Fine Emmer Sixty Weak Dense Barley Seventy None Crumbly Oats Eighty None Soft";

test("the run is found without the words that lead to it", () => {
  expect(findFlattenedTable(`${prose} The numbers: ${cells} Now bake it.`)?.text).toMatch(/^Flour Water .* Oats/);
});

test("a text in which nothing else is English prose says nothing", () => {
  expect(
    findFlattenedTable(`Das Mehl nimmt Wasser auf und gibt es wieder her, wenn der Teig ruht. ${cells}`),
  ).toBeUndefined();
});

test("a list with commas is a sentence", () => {
  expect(findFlattenedTable(`${prose} We tried ${cells.replaceAll(" ", ", ")}.`)).toBeUndefined();
});

test("program code is no table", () => {
  const code = cells.replaceAll(" ", " = ").replaceAll("Weak", "{Weak}");
  expect(findFlattenedTable(`${prose} ${code}`)).toBeUndefined();
});

test("a short run is left alone", () => {
  expect(findFlattenedTable(`${prose} ${cells.split(" ").slice(0, 20).join(" ")}. ${prose}`)).toBeUndefined();
});

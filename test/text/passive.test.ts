import { expect, test } from "vitest";
import { isPassive } from "#text/passive";
import { wordsOf } from "#text/words";

const passive = (text: string) => isPassive(text, wordsOf(text));

test.each([
  "The flour is weighed in the evening.",
  "The loaf was never really understood.",
  "It has been written down.",
  "They got caught.",
  "The request isn't handled by the server.",
  "Rules must be re-loaded.",
  "The crate is being moved.",
])("finds the passive: %s", (text) => expect(passive(text)).toBe(true));

test.each([
  "She weighed the flour and has written a book.",
  "The number of loaves is limited.",
  "You are supposed to wait, and we are interested in that.",
  "The oven is red, and there is a need for speed.",
  "The mill is found in the valley, and the table is set to eight.",
  "What it is, armed men know.",
  "There were a hundred tired bakers.",
  "The job is to get the dough mixed.",
])("leaves alone: %s", (text) => expect(passive(text)).toBe(false));

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digest } from "#text/digest";
import { foldedDigest } from "#text/folded-digest";
import { fold } from "#text/terms";

// Units that are folded by a table, units that are not, and white space of all kinds.
const text = fc.string({
  unit: fc.constantFrom(..."aZ09ЖйЁ \t\n\r.,’“”–—…ﬁÀéİşℌ½→┃Ệ한\u00a0\u0301\u2009\u2028\u20d0\u20d2🍞\0"),
});

test("the digest of a folded text needs no folded text", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(foldedDigest(value)).toBe(digest(fold(value)));
    }),
  );
});

test("a part of a text has the digest that it has alone", () => {
  fc.assert(
    fc.property(text, text, text, (before, value, after) => {
      const whole = before + value + after;
      expect(foldedDigest(whole, before.length, before.length + value.length)).toBe(foldedDigest(value));
    }),
  );
});

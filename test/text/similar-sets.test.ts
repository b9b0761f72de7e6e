import * as fc from "fast-check";
import { expect, test } from "vitest";
import { clustersOf, similarPairs } from "#text/similar-sets";
import { jaccard } from "#text/similarity";

const sets = fc.array(
  fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1 }).map((members) => new Set(members)),
  {
    maxLength: 20,
  },
);

test("finds the pairs that comparing all with all finds", () => {
  fc.assert(
    fc.property(sets, fc.constantFrom(0.5, 0.75, 0.85, 1), (all, least) => {
      const expected = all.flatMap((a, i) =>
        all.flatMap((b, j) => (i < j && jaccard(a, b) >= least ? [`${i} ${j}`] : [])),
      );
      expect(
        similarPairs(all, least)
          .map(([i, j]) => `${i} ${j}`)
          .toSorted(),
      ).toEqual(expected.toSorted());
    }),
  );
});

test("connects pairs to clusters, named by their lowest member", () => {
  const pairs = [
    [3, 4],
    [1, 3],
    [0, 5],
  ] as const;
  expect(clustersOf(6, pairs)).toEqual([0, 1, 2, 1, 1, 0]);
});

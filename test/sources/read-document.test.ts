import { describe, expect, test } from "vitest";
import { decode } from "#sources/decode";
import { readDocument } from "#sources/read-document";

describe("a file above the limit", () => {
  const listing = Buffer.from("Rye\n\nIt sticks.\n\n2026-03-01 · 5 min\n");

  test("is not read, and says so", async () => {
    const document = decode(listing, "posts.txt", listing.length - 1);
    expect(document).toMatchObject({ text: "", tooLarge: { size: listing.length, limit: listing.length - 1 } });
    const tooLarge = { size: 70_000_000, limit: 64_000_000 };
    const { entries, failures } = await readDocument({ ...document, tooLarge });
    expect(entries).toEqual([]);
    const span = { start: 0, end: 0 };
    expect(failures).toEqual([{ kind: "limit", span, found: "a file of 70 MB", expected: "at most 64 MB" }]);
  });

  test("at the limit it is read", async () => {
    expect((await readDocument(decode(listing, "posts.txt", listing.length))).entries).toHaveLength(1);
  });
});

test("failures are in the order of their places", async () => {
  const text = '{ "posts": [{ "title": 1, "title": 2 "url": 3 }, { "draft": 4 }] }';
  const { failures } = await readDocument({ path: "posts.json", text, bom: false });
  const starts = failures.map(({ span }) => span.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(failures.length).toBeGreaterThan(3);
});

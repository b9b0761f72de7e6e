import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocument } from "#sources/read-document";
import { readInput } from "#sources/read-input";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "standfirst-read-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file above the limit", () => {
  const listing = "Rye\n\nIt sticks.\n\n2026-03-01 · 5 min\n";

  test("is not read, and says so", async () => {
    const file = path.join(folder, "posts.txt");
    writeFileSync(file, listing);
    const document = readInput(file, "posts.txt", 20);
    expect(document).toEqual({
      path: "posts.txt",
      text: "",
      bom: false,
      tooLarge: { size: Buffer.byteLength(listing), limit: 20 },
    });
    const { entries, failures } = await readDocument({
      ...document,
      tooLarge: { size: 70_000_000, limit: 64_000_000 },
    });
    expect(entries).toEqual([]);
    expect(failures).toEqual([
      { kind: "limit", span: { start: 0, end: 0 }, found: "a file of 70 MB", expected: "at most 64 MB" },
    ]);
  });

  test("at the limit it is read", async () => {
    const file = path.join(folder, "posts.txt");
    writeFileSync(file, listing);
    const document = readInput(file, "posts.txt", Buffer.byteLength(listing));
    expect((await readDocument(document)).entries).toHaveLength(1);
  });

  test.skipIf(process.platform === "win32")("a device without an end is not read to it", () => {
    expect(readInput("/dev/zero", "zero", 1_000_000).tooLarge).toEqual({ size: 1_000_001, limit: 1_000_000 });
  });
});

test("failures are in the order of their places", async () => {
  const text = '{ "posts": [{ "title": 1, "title": 2 "url": 3 }, { "draft": 4 }] }';
  const { failures } = await readDocument({ path: "posts.json", text, bom: false });
  const starts = failures.map(({ span }) => span.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(failures.length).toBeGreaterThan(3);
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "#model/entry";
import { spanWithin } from "#model/field";
import { decode } from "#sources/decode";
import { readDocument } from "#sources/read-document";
import { makeIndex } from "../support/make-index.ts";
import { showReading, textFields, writtenFor } from "../support/show-reading.ts";

const folder = new URL("../../fixtures/sources/text/", import.meta.url);
const cases = readdirSync(folder).filter((name) => !name.endsWith(".json"));

test.each(cases)("reads %s", async (name) => {
  const document = decode(readFileSync(new URL(name, folder)), name);
  const reading = await readDocument(document);
  await expect(showReading(document, reading)).toMatchFileSnapshot(new URL(`${name}.json`, folder).pathname);
});

const read = async (text: string) => await readDocument({ path: "posts.txt", text, bom: false });

describe("what is not read is said", () => {
  test("a line of date and minutes without anything above it", async () => {
    const { entries, failures } = await read("Rye\n\nIt sticks.\n\n2026-03-02 · 5 min\n\n2026-03-01 · 6 min\n");
    expect(entries).toHaveLength(1);
    expect(failures).toMatchObject([{ kind: "entry", found: "2026-03-01 · 6 min" }]);
  });

  test("at most twelve words of it", async () => {
    const stray = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
    const { failures } = await read(`Rye\n\nIt sticks.\n\n2026-03-02 · 5 min\n\n${stray}.`);
    expect(failures[0]?.found.split(" ")).toHaveLength(13);
  });
});

test("a title that ends in a date is no line of date and author where a summary follows", async () => {
  const text =
    "Notes of June 2026\n\nWhat we baked.\n\n2026-07-01 · 5 min\n\nNotes of May 2026\n\nMore.\n\n2026-06-01 · 5 min";
  expect((await read(text)).entries.map(({ title }) => title?.value)).toEqual([
    "Notes of June 2026",
    "Notes of May 2026",
  ]);
});

describe("places", () => {
  const word = fc.constantFrom("rye", "dough", "Ofen", "naïve", "😀", "50 %", "water,", "(salt)");
  const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `${words.join(" ")}.`);
  const summary = fc.array(sentence, { minLength: 1, maxLength: 4 });
  const entry = fc.record({
    title: fc.array(word, { minLength: 1, maxLength: 6 }),
    summary,
    day: fc.integer({ min: 1, max: 28 }),
  });

  test("every character of every field stands where its place says, in wrapped summaries too", async () => {
    const newline = fc.constantFrom("\n", "\r\n");
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), newline, async (entries, eol) => {
        const text = entries
          .flatMap(({ title, summary: lines, day }) => [
            `Loaf ${title.join(" ")} x`,
            "",
            ...lines,
            "",
            `2026-03-${day} · 5 min · Ann`,
            "",
          ])
          .join(eol);
        const document = { path: "posts.txt", text, bom: false };
        const reading = await readDocument(document);
        expect(reading.entries).toHaveLength(entries.length);
        for (const [, field] of reading.entries.flatMap(textFields)) {
          const written = writtenFor(document, field);
          expect(written.map((part) => (/^\s+$/.test(part) ? " " : part)).join("")).toBe(field.value);
          expect(spanWithin(field, 0, field.value.length)).toEqual(field.span);
        }
      }),
    );
  });
});

/** What both forms of a made index say. */
const values = (entries: readonly Entry[]) =>
  entries.map(({ title, summary, published, readingTime, author }) =>
    [title, summary, readingTime, author].map((field) => field?.value).concat(published?.value.slice(0, 10)),
  );

test("reads ten thousand entries as JSON gives them", async () => {
  const fromText = (await read(makeIndex(10_000, "text"))).entries;
  const document = { path: "posts.json", text: makeIndex(10_000, "json"), bom: false };
  const fromJson = (await readDocument(document)).entries;
  expect(values(fromText)).toEqual(values(fromJson));
});

test("comes to an end on hostile lines", async () => {
  const hostile = [
    "[".repeat(200_000),
    "- ".repeat(200_000),
    "2026-01-01 ".repeat(20_000),
    "a\n".repeat(100_000),
    " \t".repeat(200_000),
  ];
  for (const text of hostile) {
    const { entries, failures } = await read(text);
    expect(entries.length + failures.length).toBeGreaterThan(0);
  }
});

const seed = new URL("../../../shared/corpora/seed-index.txt", import.meta.url);

test.skipIf(!existsSync(seed))("reads the thirty entries of a real list", async () => {
  const { entries, failures } = await readDocument(decode(readFileSync(seed), "seed-index.txt"));
  expect(failures).toEqual([]);
  expect(entries).toHaveLength(30);
  const complete = {
    title: expect.anything(),
    summary: expect.anything(),
    published: expect.anything(),
    readingTime: expect.anything(),
  };
  for (const entry of entries) expect(entry).toMatchObject({ ...complete, author: { value: "Lê Tuấn Anh" } });
});

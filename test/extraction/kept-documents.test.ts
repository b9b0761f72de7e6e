import { expect, test } from "vitest";
import { KeptDocuments, type ExtractedDocument } from "#extraction/index";

const documentAt = (index: number): ExtractedDocument => ({
  reading: {
    path: `posts/${index}.md`,
    bom: false,
    lines: "",
    format: "markdown",
    edition: "source",
    entries: [],
    failures: [],
    directives: [],
  },
  facts: { "lead@1": [{ text: `“${index}”`, span: [index, null] }] },
  isCached: index % 2 === 0,
});

test.each([3, 100_000])(
  "documents of a run of %i come back as they were, as often as they are asked for",
  (expected) => {
    const documents = [0, 1, 2].map(documentAt);
    const kept = new KeptDocuments(expected);
    for (const document of documents) kept.add(document);
    const whole = documents.map(({ reading, facts }) => ({ reading, facts }));
    expect([...kept]).toEqual(whole);
    expect([...kept]).toEqual(whole);
    expect([kept.readings.length, kept.cached]).toEqual([3, 2]);
  },
);

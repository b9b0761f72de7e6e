import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { SharedRun } from "#shards/facts-file";
import { factsBytes } from "#shards/write-facts";

const run: SharedRun = {
  tool: { version: "1.0.0", build: "a" },
  root: { fromHere: ".", prefix: "." },
  documents: { count: 0, hash: "" },
  skipped: [],
  config: {
    directory: "",
    value: {},
    phrases: [],
    frontMatter: [],
    plugins: [],
    rule: [],
    only: null,
    skip: [],
  },
  extraction: { read: {}, facts: [] },
  site: null,
  selected: null,
};
const nothing = { entries: [], failures: [], directives: [] };
const reading = { path: "a.md", format: "markdown", edition: "source", bom: false, lines: "A".repeat(2000) } as const;
const document = { reading: { ...reading, ...nothing }, facts: {}, isCached: false };

test.each([false, true])(
  "whoever takes no more bytes ends the reading of documents (compressed: %s)",
  async (packed) => {
    let hasEnded = false;
    async function* documents() {
      try {
        for (;;) yield await Promise.resolve(document);
      } finally {
        hasEnded = true;
      }
    }
    const bytes = factsBytes({ shard: { index: 1, count: 1 }, run, documents: documents() }, packed);
    for await (const piece of bytes) if (piece.length > 1000) break;
    await expect.poll(() => hasEnded).toBe(true);
  },
);

test.each([false, true])("a document that can't be read ends the file (compressed: %s)", async (packed) => {
  async function* documents() {
    yield await Promise.resolve(document);
    throw new Error("a.md can't be read");
  }
  const bytes = factsBytes({ shard: { index: 1, count: 1 }, run, documents: documents() }, packed);
  await expect(buffer(bytes)).rejects.toThrow("a.md can't be read");
});

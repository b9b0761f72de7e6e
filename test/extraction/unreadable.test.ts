import { describe, expect, test } from "vitest";
import { FactCache } from "#cache/fact-cache";
import type { DocumentFacts } from "#engine/index";
import { extractInputs } from "#extraction/index";
import { defineFact } from "#rule-kit/define-fact";
import { temporaryFolder } from "../support/run-cli.ts";

describe("a file that is gone when its turn comes is named", () => {
  test.each([true, false])("with a cache: %s", async (isCached) => {
    const folder = temporaryFolder({ "here.md": "# Here\n" });
    const cache = isCached ? new FactCache<DocumentFacts>(folder.file("cache"), "1", 0) : undefined;
    const inputs = ["here.md", "gone.md"].map((path) => ({ path, file: folder.file(path) }));
    const tools = { facts: [], cache, inMemory: () => undefined, onProgress: () => undefined };
    const read = async () => {
      for await (const { reading } of extractInputs(inputs, { read: {}, rules: [] }, tools)) void reading;
    };
    await expect(read()).rejects.toThrow(/^gone\.md can't be read: ENOENT/);
    folder.remove();
  });
});

test("a fact that crashes is no file that can't be read: the error is a defect's, with the document's path", async () => {
  const folder = temporaryFolder({ "here.md": "# Here\n" });
  const crashing = defineFact({
    id: "crashing",
    version: 1,
    from: {
      entry: () => {
        throw new TypeError("no loaf");
      },
    },
  });
  const tools = { facts: [crashing], inMemory: () => undefined, onProgress: () => undefined };
  const inputs = [{ path: "here.md", file: folder.file("here.md") }];
  const read = extractInputs(inputs, { read: {}, rules: [] }, tools).next();
  await expect(read).rejects.toMatchObject({ name: "Error", message: "reading here.md: no loaf" });
  folder.remove();
});

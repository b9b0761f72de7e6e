import { truncateSync, writeFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { decode } from "#sources/decode";
import { DocumentStore } from "#sources/document-store";
import { readBytes } from "#sources/read-bytes";
import { temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder({ "a.txt": "rye" });
afterAll(() => folder.remove());

test("a file within the limit is read, one above it is not", () => {
  expect(readBytes(folder.file("a.txt"), 3)).toEqual(Buffer.from("rye"));
  expect(readBytes(folder.file("a.txt"), 2)).toEqual({ size: 3, limit: 2 });
  expect(decode({ size: 3, limit: 2 }, "a.txt")).toEqual({
    path: "a.txt",
    text: "",
    bom: false,
    tooLarge: { size: 3, limit: 2 },
  });
});

test("a file of 3 GB, which Node can't read as one, is a document that is too large and can't be written back", () => {
  const file = folder.file("sparse.txt");
  writeFileSync(file, "");
  truncateSync(file, 3 * 1024 ** 3);
  const store = new DocumentStore([{ path: "sparse.txt", file }], undefined);
  expect(store.document("sparse.txt")?.tooLarge?.size).toBe(3 * 1024 ** 3);
  expect(store.isWritable("sparse.txt")).toBe(false);
});

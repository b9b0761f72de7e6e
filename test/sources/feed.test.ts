import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "#sources/decode";
import { readDocument } from "#sources/read-document";
import { showReading } from "../support/show-reading.ts";
import { misplaced, values } from "./places.ts";

const folderOf = (format: string) => fileURLToPath(new URL(`../../fixtures/sources/${format}/`, import.meta.url));
const fixtures = ["rss", "atom"].flatMap((format) =>
  readdirSync(folderOf(format))
    .filter((name) => name.endsWith(".xml"))
    .map((name) => ({ format: format as "rss" | "atom", name, file: folderOf(format) + name })),
);

const read = async (text: string, format: "rss" | "atom" = "rss") =>
  await readDocument({ path: "feed.xml", text, bom: false }, { format });

const rssItem = (inside: string) => `<rss version="2.0"><channel><item>${inside}</item></channel></rss>`;

describe.each(fixtures)("$format/$name", ({ format, file }) => {
  test("is read as its snapshot says", async () => {
    const document = decode(readFileSync(file), "feed.xml");
    const reading = await readDocument(document, { format });
    await expect(showReading(document, reading)).toMatchFileSnapshot(file.replace(/\.xml$/, ".reading.json"));
    expect(misplaced(document.text, reading)).toEqual([]);
  });

  test("says the same with CRLF and a byte order mark", async () => {
    const unix = readFileSync(file, "utf8");
    const document = decode(Buffer.from(`\ufeff${unix.replaceAll("\n", "\r\n")}`), "feed.xml");
    const reading = await readDocument(document, { format });
    expect(values(reading)).toEqual(values(await read(unix, format)));
    expect(misplaced(document.text, reading)).toEqual([]);
    expect(document.bom).toBe(true);
  });
});

test("every character of a text stands where its map says, through both levels of markup", async () => {
  const pieces = ["rye", " ", "\n", "&", "&amp;", "&amp;amp;", "&lt;b&gt;", "&lt;/b&gt;", "&lt;p&gt;", "&amp;nbsp;"];
  const odd = [
    "<![CDATA[",
    "]]>",
    "<b>",
    "</b>",
    "</x >",
    "🍞",
    "&#x1F35E;",
    "&amp;#x1F35E;",
    "&nbsp;",
    "&lt;!--",
    "--&gt;",
  ];
  const markup = fc.array(fc.constantFrom(...pieces, ...odd), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(markup, async (parts) => {
      const inside = parts.join("");
      const text = rssItem(`<link>x</link><title>${inside}</title><description>${inside}</description>`);
      expect(misplaced(text, await read(text))).toEqual([]);
      const atom = `<feed><entry><link href="x"/><title type="html">${inside}</title><content type="xhtml">${inside}</content></entry></feed>`;
      expect(misplaced(atom, await read(atom, "atom"))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

describe("hostile feeds end in a failure", () => {
  test("elements nested 100,000 deep", async () => {
    const { entries, failures } = await read(rssItem(`<title>Rye</title>${"<a>".repeat(100_000)}`));
    expect(entries.map(({ title }) => title?.value)).toEqual(["Rye"]);
    expect(failures).toMatchObject([{ kind: "limit", found: "elements nested more than 512 deep" }]);
  });

  test("HTML nested 100,000 deep in a description", async () => {
    const { failures } = await read(
      rssItem(`<title>Rye</title><description>${"&lt;a>".repeat(100_000)}</description>`),
    );
    expect(failures).toMatchObject([{ kind: "limit" }]);
  });

  test("items that are never closed", async () => {
    const { failures } = await read(`<rss><channel>${"<item><title>Rye</title>".repeat(20_000)}</channel></rss>`);
    expect(failures[0]).toMatchObject({ kind: "limit" });
  });

  test("an item of megabytes is read, and said not to be checked", async () => {
    const { entries, failures } = await read(rssItem(`<title>Rye</title><description>${"flour ".repeat(800_000)}`));
    expect(entries[0]?.summary?.value).toHaveLength(800_000 * 6 - 1);
    expect(failures).toMatchObject([{ kind: "limit", expected: "items of at most 4000000 characters" }]);
  });

  test("a text of a million references keeps its start exact", async () => {
    const { entries } = await read(rssItem(`<title>${"&lt;".repeat(1_000_000)}</title>`));
    expect(entries[0]?.title?.value).toHaveLength(1_000_000);
    expect(entries[0]?.title?.map?.slice(0, 6)).toEqual([0, 41, 4, 1, 45, 4]);
    expect(entries[0]?.title?.map?.length).toBeLessThanOrEqual(300_000);
  });
});

const corpus = new URL("../../../shared/corpora/tanhdev-public/", import.meta.url);

describe.skipIf(!existsSync(corpus))("the feeds of a real site", () => {
  const feeds = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("index.xml"))
    : [];

  test.each(feeds)("%s has no fault", async (name) => {
    const document = decode(readFileSync(new URL(name, corpus)), name);
    const reading = await readDocument(document);
    const hasItems = document.text.includes("<item>");
    expect(reading.failures.map(({ kind }) => kind)).toEqual(hasItems ? [] : ["empty"]);
    expect(reading.entries).toHaveLength(document.text.split("<item>").length - 1);
    expect(misplaced(document.text, reading)).toEqual([]);
  });
});

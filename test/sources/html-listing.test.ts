import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "#sources/decode";
import { readDocument, type HtmlSelectors } from "#sources/read-document";
import { parseDate } from "#text/dates";
import { showReading } from "../support/show-reading.ts";
import { misplaced, values } from "./places.ts";

const folder = fileURLToPath(new URL("../../fixtures/sources/html/", import.meta.url));
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".html"));

const rows: HtmlSelectors = {
  entry: "#posts > .row",
  title: "h2, .t",
  published: ".d",
  readingTime: ".min",
  author: ".by",
  url: "a[href]",
  tags: "em",
  summary: ".text, p",
};

const optionsOf = (name: string) => ({
  format: "html" as const,
  ...(name === "selectors.html" ? { selectors: rows } : {}),
});

const read = async (text: string, selectors?: HtmlSelectors) =>
  await readDocument({ path: "posts.html", text, bom: false }, { format: "html", selectors });

describe.each(fixtures)("%s", (name) => {
  test("is read as its snapshot says", async () => {
    const document = decode(readFileSync(folder + name), name);
    const reading = await readDocument(document, optionsOf(name));
    await expect(showReading(document, reading)).toMatchFileSnapshot(folder + name.replace(/\.html$/, ".reading.json"));
    expect(misplaced(document.text, reading)).toEqual([]);
  });

  test("says the same with CRLF and a byte order mark", async () => {
    const unix = readFileSync(folder + name, "utf8");
    const document = decode(Buffer.from(`\ufeff${unix.replaceAll("\n", "\r\n")}`), name);
    const reading = await readDocument(document, optionsOf(name));
    expect(values(reading)).toEqual(values(await read(unix, optionsOf(name).selectors)));
    expect(misplaced(document.text, reading)).toEqual([]);
  });
});

describe("selectors of the config", () => {
  const list = `<div class="p"><h3>Rye</h3><time datetime="2026-03-02">2 March</time><p>Wet.</p><a href="/rye/">go</a></div>`;

  test("leave the parts that they do not name to be recognised", async () => {
    const { entries } = await read(list, { entry: ".p" });
    expect(values({ format: "html", edition: "index", entries, failures: [] }).entries).toMatchObject([
      { title: "Rye", published: "2026-03-02", summary: "Wet.", url: "/rye/" },
    ]);
  });

  test("that match nothing are a failure, and nothing else is tried", async () => {
    const { entries, failures } = await read(`<article><h2>Rye</h2><time>2026</time></article>`, { entry: ".post" });
    expect(entries).toEqual([]);
    expect(failures).toMatchObject([{ kind: "html", expected: `entries at the config's selector ".post"` }]);
  });

  test("that are no CSS are a failure that names the selector", async () => {
    const { failures } = await read(list, { entry: ".p", title: "h3[" });
    expect(failures).toMatchObject([{ kind: "html", expected: "a CSS selector" }]);
    expect(failures[0]?.found).toContain(`"h3["`);
  });
});

test("a list that only names its posts gives way to one that says more of them", async () => {
  const list = `{"@type":"ItemList","itemListElement":[{"@type":"ListItem","name":"Rye","url":"/rye/"}]}`;
  const script = `<script type="application/ld+json">${list}</script>`;
  const article = `<article><h2>Rye bread</h2><time datetime="2026-03-02">2 March</time></article>`;
  expect((await read(script + article)).entries.map(({ title }) => title?.value)).toEqual(["Rye bread"]);
  expect((await read(script)).entries.map(({ title }) => title?.value)).toEqual(["Rye"]);
});

test("every character of a text stands where its map says, however broken the page", async () => {
  const pieces = ["rye", " ", "\n", "&", "&amp;", "&ampx", "&nbsp;", "&#x1F35E;", "&#0;", "🍞", "<b>", "</b>", "</x >"];
  const odd = [
    "<p>",
    "</p>",
    "<br>",
    "<!--",
    "-->",
    "<",
    "</",
    "<script>",
    "</script>",
    "<p",
    "'",
    '"',
    "=",
    ">",
    "<![CDATA[",
  ];
  const markup = fc.array(fc.constantFrom(...pieces, ...odd), { maxLength: 20 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(markup, markup, async (title, summary) => {
      const texts = [
        `<article class="post-entry"><div class="entry-header"><h2>${title}</h2></div><div class="entry-content">${summary}</div><a class="entry-link" href="${summary}"></a></article>`,
        `<article><h2>${title}</h2><time>2026-03-02</time>${summary}</article>`,
        `<div itemscope itemtype="https://schema.org/BlogPosting"><b itemprop=name>${title}</b><meta itemprop="keywords" content='${summary}'></div>`,
      ];
      for (const text of texts) expect(misplaced(text, await read(text))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

describe("hostile pages end in a failure", () => {
  const entry = `<article class="post-entry"><div class="entry-header"><h2>Rye</h2></div></article>`;

  test("elements nested 100,000 deep", async () => {
    const { entries, failures } = await read(entry + "<div>".repeat(100_000));
    expect(entries).toHaveLength(1);
    expect(failures).toMatchObject([{ kind: "limit", found: "elements nested more than 512 deep" }]);
  });

  test("an element with millions of attributes", async () => {
    const attributes = Array.from({ length: 2_100_000 }, (_, index) => `a${index}`).join(" ");
    const { entries, failures } = await read(`${entry}<p ${attributes}>`);
    expect(entries).toHaveLength(1);
    expect(failures).toMatchObject([{ kind: "limit" }]);
  });

  test("JSON-LD nested 100,000 deep", async () => {
    const { failures } = await read(`<script type="application/ld+json">{"blogPost":${"[".repeat(100_000)}</script>`);
    expect(failures[0]).toMatchObject({ kind: "json" });
  });
});

const corpora = new URL("../../../shared/corpora/", import.meta.url);

describe.skipIf(!existsSync(corpora))("the list page of a real blog", () => {
  test("has the entries of the same page as text", async () => {
    const document = decode(readFileSync(new URL("tanhdev-public/posts/index.html", corpora)), "index.html");
    const blocks = readFileSync(new URL("seed-index.txt", corpora), "utf8")
      .trim()
      .split(/\n{2,}/);
    const expected = Array.from({ length: blocks.length / 3 }, (_, index) => {
      const [title = "", summary = "", meta = ""] = blocks.slice(index * 3, index * 3 + 3);
      const [date = "", minutes = "", author = ""] = meta.split(/\s*·\s*/);
      return { title, summary, day: dayOf(date), minutes: Number.parseInt(minutes, 10), author };
    });
    const reading = await readDocument(document);
    const found = reading.entries.map(({ title, summary, published, readingTime, author }) => ({
      title: title?.value,
      summary: summary?.value,
      day: dayOf(published?.value ?? ""),
      minutes: readingTime?.value,
      author: author?.value,
    }));
    expect(found).toHaveLength(30);
    expect(found.map(({ minutes: _, ...rest }) => rest)).toEqual(expected.map(({ minutes: _, ...rest }) => rest));
    // The page was built after one post had grown by a few words.
    const other = found.filter(({ minutes }, index) => minutes !== expected[index]?.minutes);
    expect(other).toMatchObject([{ title: "Golang gRPC Microservices: Protobuf, TLS & Middleware", minutes: 13 }]);
    expect(reading.failures).toEqual([]);
    expect(misplaced(document.text, reading)).toEqual([]);
  });

  test("and its feed has the same posts in the same order, and older ones", async () => {
    const listed = await urlsIn("tanhdev-public/posts/index.html");
    expect((await urlsIn("tanhdev-public/posts/index.xml")).slice(0, 30)).toEqual(listed);
  });
});

const urlsIn = async (name: string) =>
  (await readDocument(decode(readFileSync(new URL(name, corpora)), name))).entries.map(({ url }) => url?.value);

function dayOf(date: string) {
  const { year, month, day } = parseDate(date) ?? {};
  return `${year}-${month}-${day}`;
}

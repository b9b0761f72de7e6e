import { expect, test } from "vitest";
import type { Entry } from "#model/entry";
import type { Span } from "#model/span";
import type { MarkdownOptions } from "#sources/markdown";
import { readDocument } from "#sources/read-document";

const read = (text: string, markdown: MarkdownOptions = {}) =>
  readDocument({ path: "content/posts/a.md", text, bom: false }, { format: "markdown", markdown });

const entryOf = async (text: string, options?: MarkdownOptions): Promise<Entry> => {
  const { entries } = await read(text, options);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) throw new Error(`${entries.length} entries`);
  return entry;
};

/** The fields of an entry as the document shows them: what stands at each span. */
const shown = (text: string, entry: Entry) => {
  const at = (field: { span: Span } | undefined) => field && text.slice(field.span.start, field.span.end);
  return { title: at(entry.title), summary: at(entry.summary), published: at(entry.published), image: at(entry.image) };
};

test("a post of Hugo", async () => {
  const text = [
    "---",
    'title: "Queues"',
    "Description: What a queue promises.",
    "date: 2026-03-02T08:00:00+07:00",
    "lastmod: 2026-03-04",
    "expiryDate: 2027-01-01",
    "draft: true",
    "slug: queues",
    "aliases: [/old/, /older/]",
    "tags: [go, 'message brokers']",
    "author: [Ada, Linus]",
    "cover:",
    "  image: /q.png",
    "---",
    "Body",
  ].join("\n");
  const entry = await entryOf(text);
  expect(entry).toMatchObject({ edition: "source", path: "content/posts/a.md", draft: { value: true } });
  expect(shown(text, entry)).toEqual({
    title: "Queues",
    summary: "What a queue promises.",
    published: "2026-03-02T08:00:00+07:00",
    image: "/q.png",
  });
  expect(entry.tags?.map(({ value }) => value)).toEqual(["go", "message brokers"]);
  expect(entry.aliases?.map(({ value }) => value)).toEqual(["/old/", "/older/"]);
  expect([entry.author?.value, entry.modified?.value, entry.expiry?.value]).toEqual([
    "Ada",
    "2026-03-04",
    "2027-01-01",
  ]);
  expect(text.slice(entry.body?.start, entry.body?.end)).toBe("Body");
});

test("a post of Jekyll is a draft when it is not published", async () => {
  const entry = await entryOf("---\ntitle: x\npublished: false\nredirect_from: /old/\n---\n");
  expect(entry).toMatchObject({ draft: { value: true }, aliases: [{ value: "/old/" }] });
  expect(entry.published).toBeUndefined();
});

test("tags in one text are split at commas, each at its place", async () => {
  const text = "---\ntags: go,  errors , \n---\n";
  const { tags = [] } = await entryOf(text);
  expect(tags.map(({ value, span }) => [value, text.slice(span.start, span.end)])).toEqual([
    ["go", "go"],
    ["errors", "errors"],
  ]);
});

test("a folded summary has no line end after it, and its words keep their places", async () => {
  const { summary } = await entryOf("---\nsummary: >\n  One line\n  and more.\n---\n");
  expect(summary).toEqual({
    value: "One line and more.",
    span: { start: 17, end: 37 },
    map: [0, 17, 8, 8, 25, 3, 9, 28, 9],
  });
});

test.each([
  ["readingTime: 7", 7],
  ['reading_time: "5 min read"', 5],
  ["minutes: about an hour", undefined],
])("%s", async (line, minutes) => {
  expect((await entryOf(`---\n${line}\n---\n`)).readingTime?.value).toBe(minutes);
});

test("a number as title is read as it is written", async () => {
  expect((await entryOf("---\ntitle: 1984\n---\n")).title).toEqual({ value: "1984", span: { start: 11, end: 15 } });
});

test("names of fields can be given", async () => {
  const entry = await entryOf("---\nheadline: One\ntitle: Two\n---\n", { fieldNames: { title: ["headline"] } });
  expect(entry.title?.value).toBe("One");
});

test.each([
  ["a body without front matter", "# One\n", { start: 0, end: 6 }],
  ["only front matter", "---\ntitle: x\n---", { start: 16, end: 16 }],
])("%s is one entry without a failure of its own", async (_what, text, body) => {
  const { entries, failures } = await read(text);
  expect(entries).toMatchObject([{ edition: "source", body }]);
  expect(failures).toEqual([]);
});

test("an empty file is a failure, and the entry says that it lacks something; the text of a list may be empty", async () => {
  const { entries, failures } = await read(" \n");
  expect(failures).toMatchObject([{ kind: "empty", found: "an empty file" }]);
  expect(entries).toMatchObject([{ incomplete: true }]);
  expect((await readDocument({ path: "content/_index.md", text: "", bom: false })).failures).toEqual([]);
});

test("broken front matter is a failure, and the entry says that it lacks something", async () => {
  const { entries, failures } = await read('+++\ntitle = "x\n+++\nBody\n');
  expect(failures).toMatchObject([{ kind: "front-matter" }]);
  expect(entries).toMatchObject([{ incomplete: true, body: { start: 19, end: 24 } }]);
});

test("a quote that is not closed is told in words", async () => {
  const text = '---\ntitle: "Rye\n---\n';
  const { failures } = await readDocument({ path: "rye.md", text, bom: false });
  expect(JSON.stringify(failures)).toContain(String.raw`Missing closing quote (\")`);
});

test("the key standfirst turns rules off for the file", async () => {
  const text =
    "---\nstandfirst:\n  disable:\n    - { rule: lead/length, reason: a poem }\n    - title\n    - { reason: none }\n---\n";
  const { directives = [] } = await read(text);
  expect(directives.map(({ rules, reason }) => [rules.map(({ value }) => value), reason])).toEqual([
    [["lead/length"], "a poem"],
    [["title"], null],
  ]);
  expect(directives[0]).toMatchObject({ kind: "file", covers: { start: 0, end: text.length } });
});

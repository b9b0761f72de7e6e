import { expect, test } from "vitest";
import type { Rule } from "#rule-kit/define-rule";
import { rules } from "#rules/index";
import { runRule } from "../../support/run-rule.ts";

/** Runs a rule, applies its fixes from the last to the first, and runs it again over the result. */
async function mend(id: string, path: string, text: string) {
  const rule = rules[id] as Rule;
  const { findings } = await runRule(id, rule, [{ path, text }]);
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  const mended = edits
    .toSorted((a, b) => b.range.start.offset - a.range.start.offset)
    .reduce(
      (all, { range, text: next }) => all.slice(0, range.start.offset) + next + all.slice(range.end.offset),
      text,
    );
  const after = await runRule(id, rule, [{ path, text: mended }]);
  return { findings: findings.length, mended, left: after.findings.length };
}

const json = (title: string) => `[{ "title": "${title}", "published": "2026-06-12" }]`;
const html = (title: string) =>
  `<article class="post-entry"><header class="entry-header"><h2>${title}</h2></header></article>`;
const rss = (title: string) => `<rss version="2.0"><channel><item><title>${title}</title></item></channel></rss>`;
const text = (title: string) =>
  `${title}\n\nLimpets graze in spirals and come home.\n\nJune 12, 2026 · 4 min · Réka Sørby\n`;

test.each([
  [
    "text/mojibake",
    "a.txt",
    text("The limpetâ€™s way — twice: limpetâ€™s"),
    text("The limpet’s way — twice: limpet’s"),
  ],
  ["text/mojibake", "a.json", json(String.raw`The limpet\u00e2\u20ac\u2122s way`), json("The limpet’s way")],
  ["text/mojibake", "a.html", html("The limpet&acirc;&euro;&trade;s way"), html("The limpet’s way")],
  ["text/lost-escape", "a.json", json("A tide u2014 at last"), json("A tide — at last")],
  ["text/lost-escape", "a.json", json(String.raw`A tide \\u2014 at last`), json("A tide — at last")],
  ["text/invisible", "a.json", json(String.raw`The\u200b limpet\u00ad`), json("The limpet")],
  ["text/invisible", "a.html", html("The&#8203; limpet"), html("The limpet")],
  ["text/entities", "a.txt", text("Q&amp;A of the shore&#8217;s limpets"), text("Q&A of the shore’s limpets")],
  ["text/entities", "a.xml", rss("Q&amp;amp;A of limpets"), rss("Q&amp;A of limpets")],
  ["text/entities", "a.json", json("The &quot;home&quot; of limpets"), json(String.raw`The \"home\" of limpets`)],
  ["text/mixed-script", "a.json", json("The lim\u0440et"), json("The limpet")],
  ["text/nfc", "a.json", json("Re\u0301ka"), json("Réka")],
  ["text/double-space", "a.json", json("The  limpet   comes home"), json("The limpet comes home")],
])("%s mends %s, and what it mends stays mended", async (id, path, before, after) => {
  expect(await mend(id, path, before)).toEqual({ findings: 1, mended: after, left: 0 });
});

test("what decoding lost in a document that is not UTF-8 is said once, by parse/encoding", async () => {
  const file = { path: "a.txt", text: text("Où la marée s’arrête").replace("’", "'"), encoding: "latin1" } as const;
  const rule = rules["text/mojibake"] as Rule;
  expect((await runRule("text/mojibake", rule, [file])).findings).toEqual([]);
});

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { audit } from "#audit";
import type { Finding } from "#model/report";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Groups that judge any Markdown; the others are about posts: their front matter, dates, leads, tags and the site. */
const groups = [
  "text",
  "heading",
  "image",
  "link",
  "fence",
  "shortcode",
  "slop",
  "directive",
  "prose",
  "parse",
  "dup/within-doc",
];

const ruleDocs = readdirSync(`${root}rules`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => `rules/${name.replaceAll("\\", "/")}`);

/** A rule's doc quotes what the rule is about. */
const isQuote = ({ path, rule }: Finding) => path === `rules/${rule}.md`;

test("the README and the docs of the rules have no finding of a warning or above", async () => {
  const { report } = await audit({
    cwd: root,
    inputs: ["README.md", ...ruleDocs],
    config: { none: true, noCode: true },
    overrides: { only: groups },
    now: "2026-07-01T00:00:00.000Z",
    passOnNoFiles: false,
    baseline: { off: true },
    cache: { off: true, time: 0 },
    concurrency: 1,
  });
  expect(report.errors).toEqual([]);
  expect(report.run.documents).toBe(ruleDocs.length + 1);
  const found = report.findings.filter((finding) => finding.severity !== "info" && !isQuote(finding));
  expect(found.map(({ path, rule, range, message }) => `${path}:${range.start.line} ${rule}: ${message}`)).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { rules } from "#rules/index";
import { runRule } from "../../support/run-rule.ts";

const title = "Why rye bread needs more water";
const answer = "Rye flour binds up to ten times its weight in water, so plan for ten percent more than with wheat.";
const words = (count: number) => `Rye bread needs ${"more ".repeat(count - 4)}water.`;
const cjk = (count: number) => "ライ麦は水を吸う".repeat(40).slice(0, count);
const sections = `## What it does\n\n${"The dough has no net of gluten to hold it together. ".repeat(40)}`;

const post = (body: string, keys = `title: ${title}`) =>
  `---\n${keys}\ndate: 2026-06-12\n---\n\n${body}\n\n${sections}\n`;

/** Ids of the lead rules that report documents, each rule run alone. */
async function reporting(files: readonly { readonly path: string; readonly text: string }[]) {
  const found: string[] = [];
  for (const [id, rule] of Object.entries(rules)) {
    if (id.startsWith("lead/") && (await runRule(id, rule, files)).findings.length > 0) found.push(id);
  }
  return found;
}

type Form = [name: string, body: string, ids: readonly string[], path?: string];

/** What a document starts with, the rules that must report it, and its path. */
const forms: Form[] = [
  ["label and answer", `**TL;DR:** ${answer}`, []],
  ["label and question", `**TL;DR:** Why does rye bread need more water? ${answer}`, ["lead/question"]],
  [
    "label and a sentence on the post",
    `**TL;DR:** In this post we explain why a rye bread takes so much water.`,
    ["lead/meta-sentence"],
  ],
  ["label and eight words", "**TL;DR:** Rye flour binds so much of its water.", []],
  ["label and two words", "**TL;DR:** It depends.", ["lead/empty-answer"]],
  ["label and nothing", "**TL;DR:**", ["lead/empty-answer"]],
  ["label after an introduction", `Every winter we bake.\n\n**TL;DR:** ${answer}`, ["lead/position"]],
  ["label after a heading", `## The water\n\n**TL;DR:** ${answer}`, ["lead/position"]],
  ["label of a section", `${answer}\n\n## The water\n\nRye.\n\n## Again\n\n**TL;DR:** ${answer}`, []],
  ["label in a heading", `## TL;DR\n\n${answer}`, []],
  ["label in an alert", `> [!TIP]\n> **TL;DR:** ${answer}`, []],
  ["label in a quote", `> **TL;DR:** ${answer}`, []],
  ["label in a directive", `:::tip\n\n**TL;DR:** ${answer}\n\n:::`, []],
  ["label in bold without a sign", `**Summary** ${answer}`, []],
  ["label again", `**TL;DR:** ${answer}\n\n## Again\n\n**TL;DR:** ${answer}`, ["lead/repeated"]],
  ["no label and an answer", answer, []],
  ["no label and a scene", "In today's fast-paced world rye bread needs water.", ["lead/throat-clearing"]],
  ["no label and no text", "## At once", ["lead/missing"]],
  ["an introduction with a heading", `## Introduction\n\n${answer}`, []],
  ["a preface with a heading and a number", `## 一、引子\n\n${answer}`, []],
  ["60 words", `**TL;DR:** ${words(60)}`, []],
  ["61 words", `**TL;DR:** ${words(61)}`, ["lead/length"]],
  ["12 words", "**TL;DR:** Rye flour binds ten times its weight in water, so add more.", []],
  ["11 words", "**TL;DR:** Rye bread flour binds ten times its weight, add more.", []],
  ["140 characters", `要約：${cjk(139)}。`, []],
  ["141 characters", `要約：${cjk(141)}。`, ["lead/length"]],
  ["an import of MDX", `import Note from "./note.js";\n\n**TL;DR:** ${answer}`, [], "post.mdx"],
  ["a picture", `![A loaf](loaf.jpg)\n\n**TL;DR:** ${answer}`, []],
  ["a picture in HTML", `<img src="loaf.jpg" alt="A loaf">\n\n**TL;DR:** ${answer}`, []],
  ["the title", `# ${title}\n\n**TL;DR:** ${answer}`, []],
  ["a byline and a date", `By Ada Baker\n\nJune 12, 2026\n\n**TL;DR:** ${answer}`, []],
  ["a table of contents", `- [Water](#water)\n- [Salt](#salt)\n\n**TL;DR:** ${answer}`, []],
  ["a note", `> [!NOTE]\n> You need a starter.\n\n**TL;DR:** ${answer}`, []],
  ["a comment", `<!-- more -->\n\n**TL;DR:** ${answer}`, []],
  ["code", `\`\`\`sh\nbake\n\`\`\`\n\n**TL;DR:** ${answer}`, ["lead/position"]],
  ["takeaways in a list", "**Key takeaways:**\n\n- Rye binds water.\n- Add ten percent.\n- Weigh the water.", []],
  ["a short list", "**Key takeaways:**\n\n- Rye\n- Water", ["lead/empty-answer"]],
];

describe("the lead of a Markdown document", () => {
  test.each<Form>(forms)("%s", async (_name, body, ids, path = "post.md") => {
    expect(await reporting([{ path, text: post(body) }])).toEqual(ids);
  });

  test("is the description once more", async () => {
    const text = post(`**TL;DR:** ${answer}`, `title: ${title}\ndescription: ${answer}`);
    expect(await reporting([{ path: "post.md", text }])).toEqual(["lead/copies-description"]);
  });

  test("may have an acronym in place of the title's words", async () => {
    const text = post(
      "**TL;DR:** A WKB remembers more of the dough than you do, and says so.",
      "title: The Wise Kitchen Book",
    );
    expect(await reporting([{ path: "post.md", text }])).toEqual([]);
  });

  test("may stand in the front matter", async () => {
    const keys = `title: ${title}\ntldr: ${answer}`;
    expect(await reporting([{ path: "post.md", text: post("## At once", keys) }])).toEqual([]);
    const asking = `title: ${title}\ntldr: Why does rye bread need more water?`;
    expect(await reporting([{ path: "post.md", text: post("## At once", asking) }])).toContain("lead/question");
  });

  test("is a template where three posts have it", async () => {
    const files = ["Rye", "Spelt", "Emmer"].map((flour, index) => ({
      path: `${index}.md`,
      text: post(`The ${flour} loaf of today is what you bake when there is no time left.`, `title: ${flour}`),
    }));
    expect(await reporting(files)).toEqual(["lead/templated"]);
  });
});

describe("one cause in two editions", () => {
  test("is one finding, on the source", async () => {
    const rule = rules["lead/question"];
    if (rule === undefined) throw new Error("no such rule");
    const question = "Why does rye bread need more water?";
    const index = `${title}\n\nTL;DR: ${question} ${answer} ...\n\nJune 12, 2026 · 4 min · Ada Baker\n`;
    const files = [
      { path: "index.txt", text: index },
      { path: "post.md", text: post(`**TL;DR:** ${question} ${answer}`) },
    ];
    const { findings } = await runRule("lead/question", rule, files);
    expect(findings.map(({ path, related }) => [path, related.map((one) => one.path)])).toEqual([
      ["post.md", ["index.txt"]],
    ]);
  });
});

describe("the fix of lead/position", () => {
  test("moves the block and changes no word", async () => {
    const rule = rules["lead/position"];
    if (rule === undefined) throw new Error("no such rule");
    const text = post(`# ${title}\n\nEvery winter we bake.\n\n**TL;DR:** ${answer}\n\nAnd in summer.`);
    const { findings } = await runRule("lead/position", rule, [{ path: "post.md", text }]);
    const fix = findings[0]?.fix;
    expect(fix?.safety).toBe("unsafe");
    const fixed = (fix?.edits ?? [])
      .toSorted((a, b) => b.range.start.offset - a.range.start.offset)
      .reduce(
        (from, { range, text: to }) => from.slice(0, range.start.offset) + to + from.slice(range.end.offset),
        text,
      );
    expect(fixed).toBe(post(`# ${title}\n\n**TL;DR:** ${answer}\n\nEvery winter we bake.\n\nAnd in summer.`));
  });
});

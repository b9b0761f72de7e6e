import { describe, expect, test } from "vitest";
import rule from "#rules/lead/question-heading-answer";
import { runRule } from "../../support/run-rule.ts";

const id = "lead/question-heading-answer";
const heading = "## Why does rye need more water?";
const long = `Rye ${"binds and holds and keeps ".repeat(9)}water.`;

/** The findings of a body, each as its message id and the source that it points at. */
async function findings(body: string) {
  const text = `---\ntitle: Rye in winter\n---\n\n${body}\n`;
  const report = await runRule(id, rule, [{ path: "post.md", text }]);
  return report.findings.map(
    ({ messageId, range }) => `${messageId}: ${text.slice(range.start.offset, range.end.offset)}`,
  );
}

describe("what stands right below a question", () => {
  test.each([
    ["a list", `- ${long}`],
    ["code", `\`\`\`\n${long}\n\`\`\``],
    ["a table", `| ${long} |\n| --- |`],
    ["a quote", `> ${long}`],
    ["a picture", `![](rye.png)\n\n${long}`],
    ["another heading", `### Because\n\n${long}`],
    ["a start of a list", `${long.slice(0, -1)}:\n\n- Water`],
    ["nothing", ""],
  ])("is no answer that could be too long: %s", async (_what, below) => {
    expect(await findings(`${heading}\n\n${below}`)).toEqual([]);
  });

  test("is measured as it reads, and a label is no part of it", async () => {
    const link = `[Pentosans](https://example.org/${"a".repeat(200)}) bind the water.`;
    expect(await findings(`${heading}\n\n**Answer:** ${link}`)).toEqual([]);
    expect(await findings(`${heading}\n\n**Answer:** ${long} More.`)).toEqual([`late: ${long}`]);
  });

  test("may be a question, when its answer comes in time", async () => {
    expect(await findings(`${heading}\n\nWhy? Its pentosans bind it.`)).toEqual([]);
    expect(await findings(`${heading}\n\nWhy do you ask? ${long}`)).toEqual(["evades: Why do you ask?"]);
  });

  test("ends a sentence before code", async () => {
    const said =
      "A good flour has a high falling number, which the mill prints on the bag for whoever wants to know it.";
    const next =
      "`falling` is the number of seconds that a plunger takes to sink through a paste of flour and of water.";
    expect(await findings(`${heading}\n\n${said} ${next}`)).toEqual([]);
  });

  test("is an answer where it says something before a colon or a dash", async () => {
    expect(await findings(`${heading}\n\nIts pentosans bind ten times their weight — ${long}`)).toEqual([]);
    expect(await findings(`${heading}\n\nTwo reasons: ${long}`)).toEqual([`late: Two reasons: ${long}`]);
  });
});

describe("which headings ask", () => {
  test.each([
    ["# Why does rye need more water?", 0],
    ["### Why does rye need more water?", 1],
    ["#### Why does rye need more water?", 0],
    ["## ¿Por qué el centeno necesita más agua?", 1],
    ["## 为什么黑麦需要更多的水？", 1],
    ["## Rye or wheat", 0],
    ["## Ready to bake?", 0],
    ["## What's next?", 0],
    ["## What's next for rye bread in the north?", 0],
    ["> ## Why does rye need more water?", 0],
  ])("%s", async (asked, count) => {
    expect(await findings(`${asked}\n\n${long}`)).toHaveLength(count);
  });

  test("a question about the guide may be answered by what the guide is", async () => {
    const said = "In this guide we look at flour for bakers.";
    expect(await findings(`## Who is this guide for?\n\n${said}`)).toEqual([]);
    expect(await findings(`${heading}\n\n${said}`)).toEqual([`evades: ${said}`]);
  });
});

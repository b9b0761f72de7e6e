import { describe, expect, test } from "vitest";
import { parseDiagram } from "#sources/mermaid";

describe("lines are those of the diagram as it is written", () => {
  const flaw = "flowchart TD\n  A[Dough (cold)] --> B";

  test.each([
    ["alone", flaw, 1],
    ["behind blank lines", `\n\n${flaw}`, 3],
    ["with CRLF", flaw.replace("\n", "\r\n"), 1],
    ["behind front matter", `---\ntitle: Rye\n---\n${flaw}`, 4],
    ["behind a directive of several lines", `%%{init: {\n"theme": "dark"\n}}%%\n${flaw}`, 4],
    ["behind comments", `%% one\n${flaw.replace("\n", "\n  %% two\n\n")}`, 4],
    ["behind more blank lines than Mermaid is given", flaw.replace("\n", "\n".repeat(500)), 500],
  ])("%s", async (_name, text, line) => {
    expect(await parseDiagram(text)).toEqual({ kind: "syntax", line, found: "(" });
  });
});

test.each([
  ["sequenceDiagram\n  Baker->>Oven: bread"],
  ['flowchart LR\n  A{{Oven}} --> B[<b class="x">Bread</b>]'],
  ['pie title Flour\n  "Rye" : 40'],
  ["stateDiagram-v2\n  [*] --> Rising"],
  ["mindmap\n  Rye\n    Sour"],
  ["xychart-beta\n  x-axis [one, two]\n  bar [1, 2]"],
  ["zenuml\n  Baker->Oven: bread"],
])("nothing is said of %j", async (text) => {
  expect(await parseDiagram(text)).toBeUndefined();
});

test("what was read before does not count", async () => {
  const text = "gitGraph\n  commit\n  checkout spelt";
  const first = await parseDiagram(text);
  await parseDiagram("gitGraph\n  commit\n  branch spelt");
  expect(first).toMatchObject({ kind: "refused", reason: expect.stringContaining("branch") });
  expect(await parseDiagram(text)).toEqual(first);
});

test("a diagram that is longer than Mermaid draws is refused", async () => {
  const text = `flowchart TD\n${"  A --> B\n".repeat(6000)}`;
  expect(await parseDiagram(text)).toEqual({ kind: "refused", reason: "Maximum text size in diagram exceeded" });
});

test.each([
  "%%{",
  "%%{ ",
  "%% ",
  " \n",
  "   %%",
  "---\n",
  "<a ",
  "A[",
  "A-->B;",
  '"',
  "-",
  "{{",
  "subgraph x\n",
  "A & ",
])("an end is found to %j over and over", async (part) => {
  await parseDiagram(`flowchart TD\n${part.repeat(49_000 / part.length)}`);
  const whole = await parseDiagram(part.repeat(49_000 / part.length));
  expect(whole?.kind ?? "none").toMatch(/none|type|empty|syntax|refused/);
});

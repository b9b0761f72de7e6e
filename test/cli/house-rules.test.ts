import { afterAll, beforeAll, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder({
    "standfirst.config.yaml": [
      "phrases:",
      "  - id: plain-words",
      "    kind: substitution",
      "    severity: info",
      "    swap: { utilise: use }",
      '    invalid: ["We utilise heat."]',
      '    valid: ["We use heat."]',
      "  - style.json",
      "",
    ].join("\n"),
    "style.json": '{ "id": "hype", "kind": "existence", "patterns": ["game.changer"], "message": "Say what changes." }',
    "other.yaml": "phrases: [{ id: other, kind: existence, phrases: [leverage] }]\n",
    "broken.yaml": "ruels: {}\n",
    "post.md": "---\ntitle: Rye in winter\n---\n\nWe utilise heat.\n",
  });
});
afterAll(() => folder.remove());
const run = (...args: string[]) => callMain(args, { cwd: folder.path });

test("rules lists the house rules of the config beside the others, with the place where each is defined", async () => {
  const { stdout } = await run("rules");
  expect(stdout).toMatch(/^● house\/plain-words +info +House style: plain words.* standfirst\.config\.yaml:2:5$/m);
  expect(stdout).toMatch(/^● house\/hype +warn +Say what changes\. +style\.json:1:1$/m);
  expect(stdout).toMatch(/summary\/length/);
  expect(stdout).toMatch(/of the config \(2 house rules\)/);
  expect((await run("rules", "--no-config")).stdout).not.toContain("house/");
  expect((await run("rules", "-c", "other.yaml")).stdout).toMatch(/house\/other +warn/);
});

test("rules --json and explain --json say the same of a house rule", async () => {
  const listed = JSON.parse((await run("rules", "--json")).stdout) as { id: string }[];
  const { doc, ...explained } = JSON.parse((await run("explain", "house/hype", "--json")).stdout) as { doc: string };
  expect(listed.find(({ id }) => id === "house/hype")).toEqual(explained);
  expect(explained).toMatchObject({
    id: "house/hype",
    severity: "warn",
    message: "Say what changes.",
    definedIn: "style.json:1:1",
    phrase: { patterns: ["game.changer"] },
  });
  expect(doc).toContain("# house/hype");
});

test("explain shows what a house rule looks for, what it says, and its examples", async () => {
  const { stdout, code } = await run("explain", "house/plain-words");
  expect(code).toBe(0);
  expect(stdout).toContain("“utilise”, for which to write “use”");
  expect(stdout).toContain("A finding says: “{found}” is not house style; write “{use}”.");
  expect(stdout).toMatch(/reported:\n +We utilise heat\./);
  expect(stdout).toContain("standfirst.config.yaml:2:5");
});

test("a mistyped house rule is known by its name, and a built-in one is explained without the config", async () => {
  const mistyped = await run("explain", "house/plain-word");
  expect([mistyped.code, mistyped.stderr]).toEqual([2, expect.stringContaining('Did you mean "house/plain-words"?')]);
  expect((await run("explain", "plain-words")).stderr).toContain('Did you mean "house/plain-words"?');
  expect((await run("explain", "summary/length", "-c", "broken.yaml")).code).toBe(0);
  expect((await run("rules", "-c", "broken.yaml")).code).toBe(2);
});

test("SARIF describes a house rule by its summary, and links to what house rules are", async () => {
  const { code, stdout, stderr } = await run("check", "post.md", "-f", "sarif");
  expect([code, stderr]).toEqual([0, ""]);
  const { runs } = JSON.parse(stdout) as { runs: { tool: { driver: { rules: Described[] } }; results: unknown[] }[] };
  const rule = runs[0]?.tool.driver.rules.find(({ id }) => id === "house/plain-words");
  expect(rule?.help.text).toMatch(/^House style: plain words/);
  expect(rule?.helpUri).toMatch(/#rules-of-your-own$/);
  expect(runs[0]?.results).toContainEqual(expect.objectContaining({ ruleId: "house/plain-words" }));
});

interface Described {
  readonly id: string;
  readonly help: { readonly text: string };
  readonly helpUri: string;
}

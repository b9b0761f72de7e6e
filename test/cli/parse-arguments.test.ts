import { readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { checkOptions, configOptions, shardOptions, speedOptions } from "#cli/options";
import { parseArguments } from "#cli/parse-arguments";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder({ "index.txt": "A post\n\nA summary.\n\nJune 12, 2026 · 4 min · Ada Baker\n" });
afterAll(() => folder.remove());

const all = { ...checkOptions, ...configOptions, ...shardOptions, ...speedOptions };
const namesOf = (...types: readonly string[]) =>
  Object.entries(all).flatMap(([name, { type }]) => (types.includes(type) ? [name] : []));

async function optionsOf(...argv: string[]): Promise<Readonly<Record<string, unknown>>> {
  const parsed = await parseArguments(argv, 100);
  return "call" in parsed ? parsed.call.options : {};
}

describe.each(Object.keys(all))("--%s", (name) => {
  test("takes no member after a dot", async () => {
    const run = await callMain(["index.txt", `--${name}.x`, "y"], { cwd: folder.path });
    expect(run.stderr).toContain(`Unknown option --${name}.x.`);
    expect(run.code).toBe(2);
    expect(readdirSync(folder.path)).toEqual(["index.txt"]);
  });
});

describe("an option that is given twice", () => {
  test.each(namesOf("string"))("--%s has its last text", async (name) => {
    expect((await optionsOf(`--${name}=one`, `--${name}=two`))[name]).toBe("two");
  });

  test.each(namesOf("number"))("--%s has its last number", async (name) => {
    expect((await optionsOf(`--${name}=1`, `--${name}=2`))[name]).toBe(2);
  });

  test.each(namesOf("boolean"))("--%s is on", async (name) => {
    expect((await optionsOf(`--${name}`, `--${name}`))[name]).toBe(true);
  });

  test.each(namesOf("array"))("--%s has both texts", async (name) => {
    expect((await optionsOf(`--${name}=one`, `--${name}=two`))[name]).toEqual(["one", "two"]);
  });
});

test.each(namesOf("string").filter((name) => name !== "add-suppressions"))(
  "--%s without its value is refused",
  async (name) => {
    const companions = { "stdin-filename": ["--stdin"], shard: ["--output=facts.json"], output: ["--shard=1/1"] };
    const call = ["index.txt", ...(companions[name as keyof typeof companions] ?? []), `--${name}=`];
    const run = await callMain(call, { cwd: folder.path });
    expect(run.stderr).toContain(`--${name}`);
    expect(run.code).toBe(2);
    expect(readdirSync(folder.path)).toEqual(["index.txt"]);
  },
);

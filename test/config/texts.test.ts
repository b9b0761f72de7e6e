import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  configSchema,
  configSchemaText,
  loadConfig,
  printConfig,
  resolveSettings,
  starterConfig,
  starterName,
  starterWorkflow,
} from "#config/index";
import { complaint, folderWith, load, rules } from "./support.ts";

/** The examples of the starter config, taken at their word. */
const uncommented = () =>
  starterConfig()
    .replace(/^(rules: \{\}|overrides: \[\])\n/gm, "")
    // A comment has one blank after its sign; an example has none, or its own indentation.
    .replace(/^#(?! \S)/gm, "");

describe("the starter config", () => {
  test("changes nothing", async () => {
    const loaded = await load({ [starterName]: starterConfig() });
    const settings = await resolveSettings(loaded, {}, rules, loaded.directory);
    const defaults = await resolveSettings({ directory: loaded.directory, value: {} }, {}, rules, loaded.directory);
    expect(settings.enabled).toEqual(defaults.enabled);
    expect(settings.gate).toEqual(defaults.gate);
  });

  test("shows every key, with examples that are valid", async () => {
    const properties = configSchema(rules)["properties"] as object;
    const plugin =
      "export default { name: 'own', rules: { one: { on: 'corpus', summary: 'S', severity: 'warn', presets: [], messages: { m: 'M' }, *check() {} } } };";
    const { value } = await load({ [starterName]: uncommented(), "standfirst-rules.mjs": plugin });
    expect(Object.keys(value).toSorted()).toEqual(Object.keys(properties).toSorted());
  });
});

describe("the starter workflow", () => {
  const workflow = parse(starterWorkflow("1.2.3")) as {
    permissions: unknown;
    jobs: { standfirst: { steps: { uses?: string; run?: string }[] } };
  };
  const { steps } = workflow.jobs.standfirst;

  test("may only read, and names no secret", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(starterWorkflow("1.2.3")).not.toMatch(/secrets|token/i);
  });

  test("pins its actions by commit and the tool by version", () => {
    const pinned = /^actions\/[\w-]+@[0-9a-f]{40}$/;
    expect(steps.flatMap(({ uses }) => uses ?? [])).toEqual([
      expect.stringMatching(pinned),
      expect.stringMatching(pinned),
    ]);
    expect(steps.at(-1)?.run).toBe("npx --yes standfirst@1.2.3 --no-code");
  });
});

describe("config print", () => {
  const files = {
    "standfirst.config.yaml":
      "rules: { lead/length: [error, { skip: [Note] }], title: off }\n" +
      "overrides: [{ files: ['notes/**'], rules: { lead: info } }]\n" +
      "ignores: ['notes/old/']\nsite: { language: en }\nmaxWarnings: 5\n",
  };
  const print = async (path?: string) => {
    const loaded = await load(files);
    const root = loaded.directory;
    return printConfig(loaded, await resolveSettings(loaded, {}, rules, root), rules, { root, path });
  };

  test("shows what holds, with all options", async () => {
    expect(await print()).toMatchInlineSnapshot(`
      "# Effective config, from standfirst.config.yaml.
      extends: []
      rules:
        author/outlier: [info, {agreement: 0.7, names: {}}]
        lead/length: [error, {words: {min: 12, max: 60}, skip: [Note]}]
      overrides:
        - files: [notes/**]
          rules:
            lead: info
      ignores: [notes/old/]
      site:
        language: en
      failOn: error
      maxWarnings: 5
      "
    `);
  });

  test("shows what holds for one path", async () => {
    expect(await print("notes/old/a.md")).toMatchInlineSnapshot(`
      "# Effective config of notes/old/a.md, from standfirst.config.yaml.
      # This path is ignored: a glob under "ignores" matches it.
      extends: []
      rules:
        author/outlier: [info, {agreement: 0.7, names: {}}]
        lead/length: [info, {words: {min: 12, max: 60}, skip: [Note]}]
        lead/marker: [info, {marker: optional}]
      site:
        language: en
      failOn: error
      maxWarnings: 5
      "
    `);
  });

  test("prints a config that says the same", async () => {
    const loaded = await load({ "standfirst.config.yaml": await print() });
    const settings = await resolveSettings(loaded, {}, rules, loaded.directory);
    expect(settings.enabled).toEqual(["author/outlier", "lead/length", "lead/marker"]);
    expect(settings.at("lead/marker", "notes/a.md").severity).toBe("info");
    expect(settings.at("lead/length", "posts/a.md").options).toEqual({ words: { min: 12, max: 60 }, skip: ["Note"] });
  });
});

describe("the config's schema", () => {
  test("is a valid schema of draft 7 that knows rules, groups and options with their meaning", () => {
    const schema = JSON.parse(configSchemaText(rules)) as Record<string, never>;
    expect(new Ajv().validateSchema(schema)).toBe(true);
    expect(schema).toHaveProperty(["definitions", "rules", "properties", "lead"]);
    expect(schema).toHaveProperty(["definitions", "rules", "properties", "title/width"], {
      $ref: "#/definitions/rule:title~1width",
    });
    expect(schema).toHaveProperty(["definitions", "rule:title/width", "then", "items", "1", "properties", "max"], {
      type: "integer",
      minimum: 1,
      default: 600,
      description: "Widest title, in pixels.",
    });
  });
});

describe("configs that are code", () => {
  test("run, and give their default export", async () => {
    const { value } = await load({ "standfirst.config.mjs": `export default { failOn: ["in", "fo"].join("") };` });
    expect(value).toEqual({ failOn: "info" });
  });

  test.each([
    ["export const x = 1;", 'it has no default export; write "export default { … }"'],
    ["throw new TypeError('no network');", "it does not run: TypeError: no network"],
    ["export default () => ({});", "the config must be a map, found a function"],
    [
      "export default { overrides: [{ files: ['a'], rules: { 'lead/length': ['loud'] } }] };",
      `"loud" is not a severity for "lead/length"; use off, info, warn or error, or [severity, options] (at overrides[0].rules["lead/length"][0])`,
    ],
  ])("%s", async (text, message) => {
    expect(await complaint(() => load({ "standfirst.config.mjs": text }))).toBe(`standfirst.config.mjs: ${message}`);
  });

  test.each(["ts", "mts", "js", "mjs"])("--no-code refuses .%s and runs nothing", async (extension) => {
    const name = `standfirst.config.${extension}`;
    const cwd = await folderWith({ [name]: "globalThis.configRan = true; export default {};" });
    expect(await complaint(() => loadConfig({ cwd, rules, noCode: true }))).toBe(
      `${name}: it is code, which --no-code refuses to run; write the config as .yaml or .json`,
    );
    expect(globalThis).not.toHaveProperty("configRan");
  });
});

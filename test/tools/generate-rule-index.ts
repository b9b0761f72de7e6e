import { globSync } from "tinyglobby";

/** Ids of all rules: the paths of their files below `rules/`. */
export const ruleIds = (root: string): string[] =>
  globSync("rules/*/*.ts", { cwd: root })
    .map((path) => path.slice("rules/".length, -".ts".length))
    .toSorted();

/** The text of `rules/index.ts`: every rule by its id. */
export function ruleIndex(ids: readonly string[]): string {
  return [
    "// Written by `npm run generate`.",
    "// oxlint-disable max-lines -- two lines a rule",
    'import type { RuleSet } from "#rule-kit/settings";',
    ...ids.map((id) => `import ${name(id)} from "./${id}.ts";`),
    "",
    "/** Every rule by its id, which is the path of its file. */",
    "export const rules: RuleSet = {",
    ...ids.map((id) => `  "${id}": ${name(id)},`),
    "};",
    "",
  ].join("\n");
}

const name = (id: string) => id.replace(/[/-](\w)/g, (_match, letter: string) => letter.toUpperCase());

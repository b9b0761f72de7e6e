import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { configSchemaText } from "#config/index";
import { rules } from "#rules/index";
import { renderReadme } from "./tools/render-readme.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

test("schemas/config.schema.json describes every rule and option", async () => {
  await expect(configSchemaText(rules)).toMatchFileSnapshot(`${root}schemas/config.schema.json`);
});

test("the README shows the real output, rules and architecture", async () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  await expect(await renderReadme(readme, rules)).toMatchFileSnapshot(`${root}README.md`);
});

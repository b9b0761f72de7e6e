import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ruleIds, ruleIndex } from "./tools/generate-rule-index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

test("rules/index.ts lists every rule", async () => {
  await expect(ruleIndex(ruleIds(root))).toMatchFileSnapshot(`${root}rules/index.ts`);
});

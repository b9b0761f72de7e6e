import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { folderWith } from "./support.ts";

// The test runner reads TypeScript itself, so that what Node does shows only in a process of its own.
test("a config in TypeScript runs where Node reads TypeScript, and is refused with the remedy elsewhere", async () => {
  const cwd = await folderWith({
    "standfirst.config.ts": "const failOn: string = 'info';\nexport default { failOn };",
    "package.json": `{ "type": "module" }`,
    "main.ts": `
      import { loadConfig } from "#config/index";
      const said = loadConfig({ cwd: process.cwd(), rules: {} }).then(({ value }) => JSON.stringify(value), String);
      said.then((text) => process.stdout.write(text));`,
  });
  await build({
    entryPoints: [join(cwd, "main.ts")],
    outfile: join(cwd, "main.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "silent",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    alias: { "#config/index": fileURLToPath(new URL("../../src/config/index.ts", import.meta.url)) },
    conditions: ["source"],
  });
  const said = execFileSync(process.execPath, ["main.mjs"], { cwd, encoding: "utf8" });
  const readsTypeScript = Boolean((process.features as { typescript?: unknown }).typescript);
  expect(said).toBe(
    readsTypeScript
      ? '{"failOn":"info"}'
      : "ConfigError: standfirst.config.ts: this Node does not read TypeScript; use Node 22.18 or later, " +
          "or write the config as .mjs or .yaml",
  );
});

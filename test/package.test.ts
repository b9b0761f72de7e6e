import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "./support/run-cli.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const index =
  "A post\n\nWhat the post says about its subject, in one sentence that is long enough.\n\nJune 12, 2026 · 4 min · Ada Baker\n";

describe("the package", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let installed: string;

  beforeAll(() => {
    folder = temporaryFolder({ "index.txt": index });
    // The build is there already; packing must not make it anew while other tests run it.
    const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder.path], {
      cwd: root,
      encoding: "utf8",
    });
    const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("["))) as [{ filename: string }];
    execFileSync("tar", ["-xzf", filename], { cwd: folder.path });
    installed = folder.file("node_modules/standfirst");
    mkdirSync(path.dirname(installed), { recursive: true });
    renameSync(folder.file("package"), installed);
  });
  afterAll(() => folder.remove());

  test("runs where it is installed, without its dependencies of the workshop", () => {
    const report = execFileSync(process.execPath, [`${installed}/dist/standfirst.js`, "index.txt", "-f", "json"], {
      cwd: folder.path,
      encoding: "utf8",
    });
    expect((JSON.parse(report) as { run: unknown }).run).toMatchObject({ documents: 1, entries: 1 });
    const doc = execFileSync(process.execPath, [`${installed}/dist/standfirst.js`, "explain", "summary/length"], {
      encoding: "utf8",
    });
    expect(doc).toContain("When to turn it off");
  });

  test("has what its manifest promises, and nothing of the workshop", () => {
    const manifest = JSON.parse(readFileSync(`${installed}/package.json`, "utf8")) as {
      bin: { standfirst: string };
      exports: { ".": { types: string; default: string } };
    };
    for (const file of [
      manifest.bin.standfirst,
      manifest.exports["."].types,
      manifest.exports["."].default,
      "LICENSE",
      "README.md",
      "schemas/config.schema.json",
      "dist/THIRD-PARTY-LICENSES.txt",
    ]) {
      expect(existsSync(path.join(installed, file)), file).toBe(true);
    }
    for (const folderName of ["src", "test", "fixtures", ".github"])
      expect(existsSync(path.join(installed, folderName)), folderName).toBe(false);
  });

  test("is imported with its types", () => {
    // What `npm install` would bring: the types of Markdown trees are a dependency.
    symlinkSync(`${root}node_modules/@types`, folder.file("node_modules/@types"));
    writeFileSync(
      folder.file("use.mts"),
      'import { auditDocuments, type Report } from "standfirst";\nconst audit: (...args: Parameters<typeof auditDocuments>) => Promise<Report> = auditDocuments;\nexport default audit;\n',
    );
    const [, plugin = ""] = /```js\n([^]*?definePlugin[^]*?)```/.exec(readFileSync(`${root}README.md`, "utf8")) ?? [];
    writeFileSync(folder.file("plugin.mts"), plugin);
    const tsc = `${root}node_modules/typescript/bin/tsc`;
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", ""];
    const files = ["use.mts", "plugin.mts"];
    expect(execFileSync(process.execPath, [tsc, ...options, ...files], { cwd: folder.path, encoding: "utf8" })).toBe(
      "",
    );
    const [mistyped] = [plugin.replace("{ count, words }", "{ count }")];
    writeFileSync(folder.file("plugin.mts"), mistyped);
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...files], { cwd: folder.path, encoding: "utf8" });
    expect(stdout).toMatch(/^plugin\.mts.*error TS.*\n[^]*'words' is missing/);
  });
});

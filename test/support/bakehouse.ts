import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "#audit";
import type { Preset } from "#model/severity";
import type { Finding } from "#model/report";

/** The files of a site by path. Text is written as UTF-8. */
export type SiteFiles = Map<string, string | Uint8Array>;

/** Most files of a site are as they were in the last audit: their facts are kept for as long as the tests run. */
const facts = mkdtempSync(join(tmpdir(), "standfirst-bakehouse-facts-"));
process.on("exit", () => rmSync(facts, { recursive: true, force: true }));

const folder = fileURLToPath(new URL("../../fixtures/sites/bakehouse/", import.meta.url));

/** The bakehouse, a small Hugo site without a defect: its files, fresh for each caller. */
export function bakehouse(): SiteFiles {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = names.map((name) => name.replaceAll("\\", "/")).filter((name) => statSync(folder + name).isFile());
  return new Map(
    paths.map((path) => {
      const bytes = readFileSync(folder + path);
      return [path, path.endsWith(".png") ? bytes : bytes.toString("utf8")];
    }),
  );
}

/** Audits a site in a folder of its own, in this process. A rule that crashes fails the caller. */
export async function auditSite(files: SiteFiles, presets: readonly Preset[]): Promise<readonly Finding[]> {
  const cwd = mkdtempSync(join(tmpdir(), "standfirst-bakehouse-"));
  try {
    for (const [path, content] of [
      ...files,
      ["standfirst.config.json", JSON.stringify({ extends: presets })] as const,
    ]) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
    const { report } = await audit({
      cwd,
      // An index is no part of the site itself, so it is named.
      inputs: files.has("index.json") ? ["content", "index.json"] : [],
      config: { none: false, noCode: true },
      overrides: {},
      now: "2026-04-01T00:00:00.000Z",
      passOnNoFiles: false,
      baseline: { off: true },
      cache: { off: false, folder: facts, time: Date.now() },
      concurrency: 1,
    });
    const [crash] = report.errors;
    if (crash !== undefined) throw new Error(`${crash.rule ?? "A step"} crashed: ${crash.message}`);
    return report.findings;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

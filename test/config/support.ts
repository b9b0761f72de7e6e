import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { ConfigError, configSchema, loadConfig, type ConfigRequest } from "#config/index";
import { defineRule } from "#rule-kit/define-rule";
import { choice, integer, list, range, share, table } from "#rule-kit/options";
import type { RuleSet } from "#rule-kit/settings";
import type { Preset, Severity } from "#model/severity";

const rule = (severity: Severity, presets: readonly Preset[], options = {}) =>
  defineRule({ on: "entry", summary: "Made for tests.", severity, presets, options, messages: {}, *check() {} });

/** A small set of rules with every kind of option that configs get wrong. */
export const rules: RuleSet = {
  "lead/length": rule("warn", ["recommended"], {
    words: range({ default: { min: 12, max: 60 }, description: "Words of the lead." }),
    skip: list({ default: [], description: "Labels to skip." }),
  }),
  "lead/marker": rule("error", ["editorial"], {
    marker: choice({ of: ["optional", "required"], default: "optional", description: "Whether a marker must be." }),
  }),
  "title/width": rule("warn", ["recommended", "seo"], {
    max: integer({ default: 600, minimum: 1, description: "Widest title, in pixels." }),
  }),
  "title/generic": rule("info", ["strict"]),
  "author/outlier": rule("info", ["recommended"], {
    agreement: share({ default: 0.7, description: "Share that must agree." }),
    names: table({ default: {}, description: "Spellings to use." }),
  }),
};

/** Writes files into a new folder that is a repository's root, and removes it after the test. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "standfirst-config-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, ".git"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Loads the config of a folder that has just these files. */
export async function load(files: Readonly<Record<string, string | Uint8Array>>, request: Partial<ConfigRequest> = {}) {
  return loadConfig({ cwd: await folderWith(files), rules, ...request });
}

/** The message of the `ConfigError` that an action ends in. */
export async function complaint(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "no complaint";
}

const keys = Object.keys(configSchema(rules)["properties"] as object);

/** Every key of a config, as messages list them. */
export const everyKey = `${keys.slice(0, -1).join(", ")} or ${keys.at(-1) ?? ""}`;

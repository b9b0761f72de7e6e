import { statSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve as resolveImport } from "import-meta-resolve";
import type { Plugin } from "#rule-kit/define-plugin";
import type { RuleSet } from "#rule-kit/settings";
import { codeDigest, type CodeDigest } from "./code-digest.ts";
import { importModule } from "./import-module.ts";
import { pluginFlaws } from "./plugin-flaws.ts";
import { rulesOf } from "./plugin-rules.ts";

/** A plugin's code: what another thread needs to have the same rules. Plain JSON. */
export interface PluginCode {
  /** Absolute path of the module. */
  readonly file: string;
  /** Names what the code says. */
  readonly digest: string;
}

/** A plugin that is fit for use. */
export interface LoadedPlugin {
  /** As the config names it. */
  readonly source: string;
  readonly name: string;
  readonly code: PluginCode;
  /** By their full ids. */
  readonly rules: RuleSet;
}

/** Why a plugin can't be used, in words that go on after "plugin X". */
export type PluginFlaw = { readonly flaw: string };

/**
 * Loads the plugin that a config names. In a process that goes on, a plugin of one file is loaded again when it changes; one
 * that imports other files is not.
 *
 * @param source a path from the config's folder, with a dot at its start, or the name of a package
 * @param config absolute path of the config
 * @param taken names of groups of rules that there are already
 */
export async function loadPlugin(
  source: string,
  config: string,
  taken: ReadonlySet<string>,
): Promise<LoadedPlugin | PluginFlaw> {
  const file = moduleOf(source, config);
  if (typeof file === "object") return file;
  const loaded = await loadModule(file);
  if ("flaw" in loaded) return loaded;
  const [flaw] = pluginFlaws(loaded.value, taken);
  if (flaw !== undefined) return { flaw };
  const plugin = loaded.value as Plugin;
  const code = { file, digest: loaded.digest };
  return { source, name: plugin.name, code, rules: rulesOf(plugin, code.digest) };
}

/** The rules of plugins that were found fit already, on another thread. */
export async function pluginRules(codes: readonly PluginCode[]): Promise<RuleSet> {
  let rules: RuleSet = {};
  for (const { file, digest } of codes) {
    const loaded = await loadModule(file);
    if ("flaw" in loaded) throw new Error(`${file} can't be loaded any more: ${loaded.flaw}`);
    rules = { ...rules, ...rulesOf(loaded.value as Plugin, digest) };
  }
  return rules;
}

function moduleOf(source: string, config: string): string | PluginFlaw {
  const beside = resolve(dirname(config), source);
  if (/^\.{1,2}\//.test(source) || isAbsolute(source)) {
    return isFile(beside) ? beside : { flaw: "there is no such file" };
  }
  try {
    const file = fileURLToPath(resolveImport(source, pathToFileURL(config).href));
    return isFile(file) ? file : { flaw: "the package lacks the file that it names" };
  } catch {
    return {
      flaw: isFile(beside)
        ? `there is no such package; write "./${source}" for the file`
        : "there is no such package; install it",
    };
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

type Module = { readonly value: unknown; readonly digest: string } | PluginFlaw;

const modules = new Map<string, Promise<Module>>();

function loadModule(file: string): Promise<Module> {
  const code = codeDigest(file);
  // Node runs what a module imports once in a process: such a plugin stays what it is, and so does its digest.
  const key = code.isAlone ? `${file}?${code.digest}` : file;
  const known = modules.get(key) ?? readModule(file, code);
  modules.set(key, known);
  return known;
}

async function readModule(file: string, { digest, isAlone }: CodeDigest): Promise<Module> {
  const imported = await importModule(file, "plugin", isAlone ? digest : "");
  return "flaw" in imported ? imported : { ...imported, digest };
}

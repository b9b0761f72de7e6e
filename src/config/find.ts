import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ConfigError } from "./config-error.ts";
import { pathFrom } from "./path-from.ts";
import { mostBytes } from "./read-text.ts";
import { repositoryRoot } from "./repository.ts";

const extensions = ["yaml", "yml", "json", "jsonc", "ts", "mts", "js", "mjs"] as const;
const names = extensions.map((extension) => `standfirst.config.${extension}`);

/** The key of a package.json that holds a config. */
export const manifestKey = "standfirst";

/**
 * Finds the config file for a folder: the nearest one from there up to the repository's root.
 *
 * @param cwd absolute path of the folder
 * @returns an absolute path; undefined where there is none
 * @throws ConfigError when one folder has two
 */
export async function findConfig(cwd: string): Promise<string | undefined> {
  const root = repositoryRoot(cwd);
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const [first, ...others] = await configsIn(folder);
    if (first !== undefined && others.length > 0) {
      const also = others.map((path) => pathFrom(cwd, path)).join(" and ");
      throw new ConfigError([
        { source: pathFrom(cwd, first), message: `there is also a config in ${also}; keep one of them` },
      ]);
    }
    if (first !== undefined || folder === root || folder === dirname(folder)) return first;
  }
}

async function configsIn(folder: string): Promise<string[]> {
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path, quietly)?.isFile());
  const manifest = join(folder, "package.json");
  return (await holdsConfig(manifest)) ? [...files, manifest] : files;
}

const quietly = { throwIfNoEntry: false } as const;

/** Whether a package.json has the key. A broken one that does not even name it is no concern of ours, nor a huge one. */
async function holdsConfig(manifest: string): Promise<boolean> {
  const found = statSync(manifest, quietly);
  if (found?.isFile() !== true || found.size > mostBytes) return false;
  const text = await readFile(manifest, "utf8");
  if (!text.includes(`"${manifestKey}"`)) return false;
  const { findNodeAtLocation, parseTree } = await import("jsonc-parser");
  const tree = parseTree(text);
  return tree !== undefined && findNodeAtLocation(tree, [manifestKey]) !== undefined;
}

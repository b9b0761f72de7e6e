// Other linters for Markdown, installed on demand into a folder of their own: they are too heavy to be dependencies.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const packages = {
  rumdl: ["rumdl@0.2.75"],
  "markdownlint-cli2": ["markdownlint-cli2@0.24.1"],
  "remark-cli": ["remark-cli@12.0.1", "remark-preset-lint-recommended@7.0.1", "remark-frontmatter@5.0.0"],
};
const place = path.join(tmpdir(), "standfirst-bench-peers");

/**
 * Installs what is missing.
 *
 * @returns the peers that are there, each with `commandFor(folder)`, and a sentence for each that could not be had
 */
export function installPeers() {
  const missing = [];
  const peers = [];
  for (const [name, wanted] of Object.entries(packages)) {
    const folder = path.join(place, name);
    try {
      if (!existsSync(path.join(folder, "node_modules", name))) install(folder, wanted);
      peers.push({ name, commandFor: commands[name](path.join(folder, "node_modules")) });
    } catch (error) {
      missing.push(`${name} could not be had: ${String(error.message).split("\n")[0]}`);
    }
  }
  return { peers, missing };
}

function install(folder, wanted) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...wanted], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const commands = {
  rumdl: (modules) => {
    const binary = nativeBinary(modules);
    return (folder) => [binary, "check", "--no-cache", "--no-config", folder];
  },
  "markdownlint-cli2": (modules) => {
    const main = entryOf(path.join(modules, "markdownlint-cli2"), "markdownlint-cli2");
    return (folder) => [process.execPath, main, `${folder}/**/*.md`];
  },
  "remark-cli": (modules) => {
    const main = entryOf(path.join(modules, "remark-cli"), "remark");
    const plugins = ["remark-frontmatter", "remark-preset-lint-recommended"];
    const use = plugins.flatMap((name) => ["--use", path.join(modules, name, "index.js")]);
    return (folder) => [process.execPath, main, folder, "--no-stdout", "--ext", "md", ...use];
  },
};

const entryOf = (folder, name) => {
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[name]);
};

/** The program of this platform, without the Node process that would start it. */
function nativeBinary(modules) {
  const scope = path.join(modules, "@rumdl");
  const binaries = readdirSync(scope).map((name) => path.join(scope, name, "rumdl"));
  const binary = binaries.find((file) => existsSync(file) && runs(file));
  if (binary === undefined) throw new Error("no program for this platform");
  return binary;
}

function runs(file) {
  try {
    execFileSync(file, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

import { builtinModules } from "node:module";

export interface SourceFile {
  /** POSIX, relative to the project. */
  readonly path: string;
  readonly text: string;
}

interface Part {
  /** What the part is for, as the README says it. */
  readonly does: string;
  /** Parts that it may import, besides itself. */
  readonly imports: readonly string[];
  /** Things outside of the project that it may touch. */
  readonly touches: readonly ("node" | "process" | "clock" | "console" | "network" | "packages")[];
}

/** What each part may import and touch. The README shows it; change it on purpose only. */
export const architecture: Readonly<Record<string, Part>> = {
  model: {
    does: "Types and tiny constructors: document, entry, field, post, problem, finding, report",
    imports: [],
    touches: [],
  },
  text: {
    does: "Leaf functions about text: words, graphemes, pixel width, similarity, dates",
    imports: ["model"],
    touches: ["packages"],
  },
  "rule-kit": { does: "`defineRule`, `defineFact`, options", imports: ["model"], touches: ["packages"] },
  facts: {
    does: "Values derived from one document, one pure function a file",
    imports: ["model", "text", "rule-kit"],
    touches: ["packages"],
  },
  rules: {
    does: "The rules, one file each; the id is the path",
    imports: ["model", "text", "rule-kit", "facts"],
    touches: [],
  },
  house: {
    does: "Rules that the config makes of phrases: words to avoid, replace, count or keep alike",
    imports: ["model", "text", "rule-kit", "facts"],
    touches: ["packages"],
  },
  plugins: {
    does: "Rules from outside: modules that a config names, checked, and guarded where they throw",
    imports: ["model", "text", "rule-kit", "facts"],
    touches: ["node", "packages"],
  },
  engine: {
    does: "Extract, join, judge, settle, report. Knows no rule by name",
    imports: ["model", "text", "rule-kit", "facts"],
    touches: [],
  },
  sources: {
    does: "Bytes to documents and entries, one file a form",
    imports: ["model", "text", "rule-kit"],
    touches: ["node", "packages"],
  },
  sites: {
    does: "What is known of each generator: where content is, its URLs, what links lead to",
    imports: ["model", "text"],
    touches: ["node", "packages"],
  },
  config: {
    does: "Find, load, validate and resolve the config",
    imports: ["model", "text", "rule-kit", "plugins"],
    touches: ["node", "packages"],
  },
  reporters: { does: "A report to a string, one file a format", imports: ["model", "text"], touches: ["packages"] },
  cache: { does: "Facts by document, kept between runs", imports: ["model", "text"], touches: ["node"] },
  extraction: {
    does: "Documents to facts: from the cache, on one thread or several",
    imports: ["model", "text", "rule-kit", "engine", "sources", "cache", "rules", "house", "plugins"],
    // A thread can't be handed the clock of the command.
    touches: ["node", "clock"],
  },
  shards: {
    does: "Facts files: written by the jobs that share a run, and held against each other when they are merged",
    imports: ["model", "engine"],
    touches: ["node"],
  },
  history: { does: "What git says of changes", imports: ["model"], touches: ["node"] },
  baseline: { does: "Known findings: match, read, write", imports: ["model", "text"], touches: [] },
  fix: { does: "Fixes to a document, and the change as a diff", imports: ["model", "text"], touches: ["packages"] },
  audit: {
    does: "The composition root: `audit.ts` is an audit as a list of steps, `audit/` its larger steps",
    imports: [
      "model",
      "text",
      "rule-kit",
      "engine",
      "sources",
      "sites",
      "config",
      "cache",
      "extraction",
      "shards",
      "history",
      "baseline",
      "fix",
      "rules",
      "house",
    ],
    touches: ["node", "packages"],
  },
  lsp: {
    does: "The audit behind an editor's door: diagnostics and code actions of what is open",
    imports: ["audit", "model"],
    touches: ["node", "packages"],
  },
  cli: {
    does: "Arguments, commands, streams, exit codes",
    imports: ["audit", "lsp", "cache", "fix", "reporters", "config", "model", "text"],
    touches: ["node", "process", "clock", "packages"],
  },
  door: {
    does: "`index.ts`, the public API: re-exports only",
    imports: ["audit", "model", "rule-kit", "facts"],
    touches: [],
  },
};

/** Every import and every use of the outside that the table does not allow, one line each. */
export function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const part = partOf(path);
    const allowed = architecture[part];
    if (allowed === undefined) return [`${path}: ${part} is not in the table`];
    const code = withoutComments(text);
    const found = [
      ...importsIn(code).flatMap((target) => againstImports(path, part, allowed, target)),
      ...againstTouches(part, allowed, code),
    ];
    return [...new Set(found)].map((message) => `${path}: ${message}`);
  });
}

function partOf(path: string): string {
  const [top, folder = "", ...rest] = path.split("/");
  if (top === "rules") return "rules";
  if (rest.length > 0) return folder;
  return (
    {
      "index.ts": "door",
      "audit.ts": "audit",
      "version.ts": "model",
    }[folder] ?? folder
  );
}

function againstImports(path: string, part: string, allowed: Part, target: string): string[] {
  if (isNodeModule(target))
    return allowed.touches.includes("node") ? [] : [`${part} may not import node:${target.replace(/^node:/, "")}`];
  const to = targetPath(path, target);
  if (to === undefined)
    return allowed.touches.includes("packages") ? [] : [`${part} may not import packages (${target})`];
  if (to.startsWith("schemas/") || to === "package.json") return [];
  const other = partOf(to);
  if (part === "rules" && other === "rules" && path !== "rules/index.ts") return ["a rule may not import another rule"];
  return other === part || allowed.imports.includes(other) ? [] : [`${part} may not import ${other}`];
}

function againstTouches(part: string, allowed: Part, code: string): string[] {
  const bare = withoutStrings(code);
  const uses: readonly (readonly [Part["touches"][number], RegExp, string])[] = [
    ["process", /\bprocess\s*\./, "use process"],
    ["clock", /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/, "read the clock"],
    ["console", /\bconsole\s*\./, "use the console"],
    ["network", /\bfetch\(|\bnew WebSocket\(/, "use the network"],
  ];
  return uses.flatMap(([touch, pattern, what]) =>
    !allowed.touches.includes(touch) && pattern.test(bare) ? [`${part} may not ${what}`] : [],
  );
}

/** The project path that an import leads to; undefined for a package. */
function targetPath(path: string, target: string): string | undefined {
  if (target.startsWith("#rules/") || target.startsWith("#schemas/")) return target.slice(1);
  if (target.startsWith("#")) return target.includes("/") ? `src/${target.slice(1)}.ts` : `src/${target.slice(1)}.ts`;
  if (!target.startsWith(".")) return undefined;
  const parts = path.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/");
}

const isNodeModule = (target: string) => target.startsWith("node:") || builtinModules.includes(target);

const importsIn = (code: string): string[] =>
  Array.from(code.matchAll(/\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g), ([, target = ""]) => target);

const withoutComments = (text: string) => text.replace(/\/\*[^]*?\*\//g, "").replace(/(^|[\s;{}(])\/\/.*$/gm, "$1");

const withoutStrings = (code: string) =>
  code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`/g, '""');

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { parse } from "yaml";
import { gitIn } from "../support/git.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const folder = fileURLToPath(new URL("../../.github/actions/standfirst", import.meta.url));
const command = fileURLToPath(new URL("../../dist/standfirst.js", import.meta.url));

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | number>>;
  readonly "working-directory"?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = parse(readFileSync(path.join(folder, "action.yml"), "utf8")) as Action;

/** An event as GitHub describes it. */
export interface Event {
  readonly name: string;
  readonly actor?: string;
  /** Full name of the repository that a pull request comes from; null where it is gone. */
  readonly head?: string | null;
}

export interface ActionRun {
  /** The exit code of the step that failed; 0 where none did. */
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  /** The action's outputs. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Steps that use another action, with what they were given. */
  readonly used: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Calls of npm, one line each: the folder and the arguments. */
  readonly npm: readonly string[];
  /** Whether the workspace has a file now. */
  has(file: string): boolean;
  read(file: string): string;
}

/** A site in a git repository, as a checkout with the whole history leaves it: `origin/main`, and changes on top of it. */
export function checkout(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>> = {}) {
  const site = temporaryFolder(before);
  const git = gitIn(site.path);
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "Before");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  for (const [name, text] of Object.entries(after)) writeFileSync(site.file(name), text);
  if (Object.keys(after).length > 0) {
    git("add", "-A");
    git("commit", "-qm", "After");
  }
  return site;
}

/** Runs the action's steps in order, as a runner does: `run` with bash, `uses` not at all. */
export function runAction(workspace: string, event: Event, given: Readonly<Record<string, string>> = {}): ActionRun {
  const temporary = temporaryFolder({ "bin/npm": npmStub, "npm.log": "", "summary.md": "" });
  temporaries.push(temporary);
  chmodSync(temporary.file("bin/npm"), 0o755);
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const context: Context = {
    inputs: { ...defaults, ...given },
    github: { event: { pull_request: pullRequestOf(event) }, run_id: 1, run_attempt: 1 },
    runner: { os: "Linux", temp: temporary.path },
    steps,
  };
  const used: Record<string, Record<string, string>> = {};
  let log = "";
  let code = 0;
  for (const step of action.runs.steps) {
    if (code !== 0 || (step.if !== undefined && !holds(step.if, context))) continue;
    if (step.uses !== undefined) {
      used[step.uses.split("@")[0] ?? ""] = valuesOf(step.with ?? {}, context);
      continue;
    }
    const ran = runStep(step, workspace, event, context);
    log += ran.log;
    code = ran.code;
    if (step.id !== undefined) steps[step.id] = { outputs: ran.outputs };
  }
  const declared = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, value]));
  return {
    code,
    log,
    summary: readFileSync(temporary.file("summary.md"), "utf8"),
    outputs: valuesOf(declared, context),
    used,
    npm: readFileSync(temporary.file("npm.log"), "utf8").split("\n").filter(Boolean),
    has: (file) => existsSync(path.join(workspace, file)),
    read: (file) => readFileSync(path.resolve(workspace, file), "utf8"),
  };
}

const temporaries: { remove(): void }[] = [];
afterAll(() => temporaries.forEach((one) => one.remove()));

interface Context {
  readonly inputs: Readonly<Record<string, string>>;
  readonly github: object;
  readonly runner: { readonly os: string; readonly temp: string };
  readonly steps: object;
}

function pullRequestOf({ head }: Event) {
  if (head === undefined) return undefined;
  return { number: 7, head: { repo: head === null ? null : { full_name: head } } };
}

function runStep(step: Step, workspace: string, event: Event, context: Context) {
  const { temp } = context.runner;
  const output = path.join(temp, "output.txt");
  writeFileSync(output, "");
  const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", step.run ?? ""], {
    cwd: path.resolve(workspace, fill(step["working-directory"] ?? ".", context)),
    encoding: "utf8",
    env: {
      PATH: `${path.join(temp, "bin")}:${process.env["PATH"] ?? ""}`,
      HOME: temp,
      STANDFIRST_COMMAND: command,
      NPM_LOG: path.join(temp, "npm.log"),
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: folder,
      GITHUB_ACTOR: event.actor ?? "ada",
      GITHUB_EVENT_NAME: event.name,
      GITHUB_BASE_REF: event.head === undefined ? "" : "main",
      GITHUB_OUTPUT: output,
      GITHUB_REPOSITORY: "bakery/blog",
      GITHUB_STEP_SUMMARY: path.join(temp, "summary.md"),
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      ...valuesOf(step.env ?? {}, context),
    },
  });
  return { code: status ?? -1, log: stdout + stderr, outputs: outputsIn(readFileSync(output, "utf8")) };
}

/** Puts the built command where npm would put it. */
const npmStub = `#!/usr/bin/env bash
echo "$PWD $*" >>"$NPM_LOG"
mkdir -p node_modules/.bin
printf '#!/bin/sh\\nexec node "%s" "$@"\\n' "$STANDFIRST_COMMAND" >node_modules/.bin/standfirst
chmod +x node_modules/.bin/standfirst
`;

/** A local installation, as `npm ci` in the workspace leaves it. */
export function installIn(workspace: string): void {
  mkdirSync(path.join(workspace, "node_modules/.bin"), { recursive: true });
  const file = path.join(workspace, "node_modules/.bin/standfirst");
  writeFileSync(file, `#!/bin/sh\necho "the local one runs"\nexec node "${command}" "$@"\n`, { mode: 0o755 });
}

const outputsIn = (text: string) =>
  Object.fromEntries(
    text
      .split("\n")
      .filter((line) => line.includes("="))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

const valuesOf = (values: Readonly<Record<string, string | number>>, context: object) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(String(value), context)]));

const fill = (text: string, context: object) =>
  text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_all, name: string) => lookUp(name, context));

const holds = (condition: string, context: object) =>
  condition.split(" && ").every((part) => {
    const [, name = "", sign, literal] = /^([\w.-]+) (==|!=) '(.*)'$/.exec(part) ?? [];
    if (name === "") throw new Error(`a condition that the test can't read: ${part}`);
    return (lookUp(name, context) === literal) === (sign === "==");
  });

function lookUp(name: string, context: object): string {
  let value: unknown = context;
  for (const key of name.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value === undefined || value === null ? "" : String(value as string | number);
}

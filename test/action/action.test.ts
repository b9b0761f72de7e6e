import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/run-cli.ts";
import { action, checkout, installIn, runAction, type ActionRun } from "./runner.ts";

const summaries: Readonly<Record<string, string>> = {
  Rye: "What three winters of daily baking taught us about sour starters, dark flours and the patience of ovens.",
  Oats: "How a handful of rolled grain turns a flat loaf into a soft one, and why it wants a night in cold water.",
};

const page = (title: string, date: string) => `<!doctype html>
<main class="h-feed">
  <article class="h-entry">
    <h2 class="p-name"><a class="u-url" href="/${title.toLowerCase()}/">Notes on ${title}</a></h2>
    <p class="p-summary">${summaries[title] ?? ""}</p>
    <time class="dt-published" datetime="${date}">${date}</time>
  </article>
</main>
`;

// The 31st of April is an error whatever day it is.
const old = page("Rye", "2026-04-31");
const changed = page("Oats", "2026-06-31");
const sameRepository = { name: "pull_request", head: "bakery/blog" };
const fork = { name: "pull_request", head: "mallory/blog" };

const rulesIn = (run: ActionRun) =>
  (
    JSON.parse(run.read(run.outputs["report-file"] ?? "")) as { findings: { rule: string; path: string }[] }
  ).findings.map(({ rule, path }) => `${path} ${rule}`);

describe("the action", () => {
  test("holds no text of an event or an input inside of a script", () => {
    for (const { run } of action.runs.steps) expect(run ?? "").not.toContain("${{");
    expect(action.runs.steps.filter(({ run }) => run !== undefined).length).toBe(3);
  });

  test("pins the actions that it uses by commit", () => {
    const used = action.runs.steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((name) => !/^[\w-]+(?:\/[\w-]+)+@[0-9a-f]{40}$/.test(name))).toEqual([]);
    expect(used).toHaveLength(2);
  });

  test("installs the version that it belongs to", () => {
    const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
    expect(action.runs.steps[0]?.env?.["DEFAULT_VERSION"]).toBe(own.version);
  });
});

describe("on a push", () => {
  const site = checkout({ "site/old.html": old });
  afterAll(() => site.remove());
  let run: ActionRun;
  beforeAll(() => {
    run = runAction(
      site.path,
      { name: "push" },
      { paths: "site", "upload-sarif": "true", formats: "junit:out/junit.xml" },
    );
  });

  test("installs the command from a folder of its own, without scripts", () => {
    expect(run.npm).toHaveLength(1);
    expect(run.npm[0]).toMatch(/^\S+\/standfirst-0\.1\.0 install .*--ignore-scripts .*standfirst@0\.1\.0$/);
    expect(run.npm[0]).not.toContain(site.path);
  });

  test("fails with the gate, after it has told everything", () => {
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ passed: "false", findings: "1" });
    expect(run.log).toContain("::error file=site/old.html,line=6,endLine=6,");
    expect(run.summary).toContain("## Standfirst: 1 error");
    expect(run.read("out/junit.xml")).toContain("<testsuites");
    expect(rulesIn(run)).toEqual(["site/old.html date/invalid"]);
  });

  test("sends SARIF to code scanning", () => {
    const upload = run.used["github/codeql-action/upload-sarif"];
    expect(upload?.["sarif_file"]).toBe(run.outputs["sarif-file"]);
    expect(JSON.parse(run.read(upload?.["sarif_file"] ?? ""))).toMatchObject({ version: "2.1.0" });
  });

  test("keeps facts from run to run", () => {
    expect(run.used["actions/cache"]?.["path"]).toMatch(/\/standfirst-facts$/);
    expect(run.used["actions/cache"]?.["restore-keys"]).toBe("standfirst-facts-Linux-");
  });
});

describe("on a pull request from the same repository", () => {
  const site = checkout({ "old.html": old, "new.html": page("Oats", "2026-06-30") }, { "new.html": changed });
  afterAll(() => site.remove());

  test("reports what it changes, against its base", () => {
    const run = runAction(site.path, sameRepository, { paths: ".", "upload-sarif": "true" });
    expect(run.code).toBe(1);
    expect(rulesIn(run)).toEqual(["new.html date/invalid"]);
    expect(run.used).toHaveProperty(["github/codeql-action/upload-sarif"]);
  });

  test("reports everything where it shall, and nothing below the severity that fails", () => {
    const run = runAction(site.path, sameRepository, { paths: ".", since: "none", "fail-on": "never" });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ passed: "true", findings: "2" });
    expect(run.used).not.toHaveProperty(["github/codeql-action/upload-sarif"]);
  });

  test("may run a config that is code, and the installed command", () => {
    const own = checkout({
      "old.html": old,
      "standfirst.config.mjs": 'export default { rules: { "date/invalid": "off" } };',
    });
    installIn(own.path);
    const run = runAction(own.path, sameRepository, { paths: "old.html", since: "none", version: "local" });
    own.remove();
    expect(run.log).toContain("the local one runs");
    expect(run).toMatchObject({ code: 0, npm: [] });
  });

  test("of Dependabot sends nothing to code scanning, which its token may not", () => {
    const run = runAction(
      site.path,
      { ...sameRepository, actor: "dependabot[bot]" },
      { paths: ".", "upload-sarif": "true" },
    );
    expect(run.used).not.toHaveProperty(["github/codeql-action/upload-sarif"]);
    expect(run.log).toContain("::error file=new.html");
  });

  test("of a shallow clone says how to get the history", () => {
    const clone = temporaryFolder();
    execFileSync("git", ["clone", "-q", "--depth=1", `file://${site.path}`, "shallow"], {
      cwd: clone.path,
      stdio: "pipe",
    });
    const run = runAction(clone.file("shallow"), sameRepository, { paths: "." });
    clone.remove();
    expect(run).toMatchObject({ code: 2, outputs: { passed: "", "sarif-file": "" } });
    expect(run.log).toContain("`fetch-depth: 0`");
  });
});

describe.each([
  ["a fork", fork],
  ["a fork that is gone", { name: "pull_request", head: null }],
  ["a fork, with the rights of the base", { name: "pull_request_target", head: "mallory/blog" }],
  ["a comment", { name: "issue_comment" }],
])("on a pull request from %s", (_what, event) => {
  const evil = 'import { writeFileSync } from "node:fs"; writeFileSync("owned", ""); export default {};';
  const site = checkout({ "old.html": old }, { "new.html": changed, "standfirst.config.mjs": evil });
  afterAll(() => site.remove());

  test("runs no config that is code", () => {
    const run = runAction(site.path, event, { paths: "." });
    expect(run.code).toBe(2);
    expect(run.log).toContain("--no-code");
    expect(run.has("owned")).toBe(false);
  });

  test("runs no command of the workspace, and sends nothing to code scanning", () => {
    installIn(site.path);
    const config = { config: "safe.yaml", version: "local", "upload-sarif": "true", paths: "new.html" };
    execFileSync("sh", ["-c", "echo '{}' >safe.yaml"], { cwd: site.path });
    const run = runAction(site.path, event, config);
    expect(run.log).not.toContain("the local one runs");
    expect(run.npm[0]).toContain("standfirst@0.1.0");
    expect(rulesIn(run)).toEqual(["new.html date/invalid"]);
    expect(run.used).not.toHaveProperty(["github/codeql-action/upload-sarif"]);
  });
});

describe("inputs that a shell would act on", () => {
  const hostile = "$(touch owned); `touch owned` \"'|& touch owned\\";
  const site = checkout({ "a b.html": old, "-f.html": changed, "standfirst.config.yaml": "inputs: ['*.html']\n" });
  afterAll(() => site.remove());

  test.each(["paths", "config", "since", "baseline", "formats", "fail-on", "sarif-category", "version", "cache"])(
    "%s is text",
    (name) => {
      const run = runAction(site.path, { name: "push" }, { paths: "a b.html", [name]: hostile });
      expect(run.has("owned")).toBe(false);
      expect([1, 2]).toContain(run.code);
    },
  );

  test("a path is one path, with its spaces, and no option", () => {
    const run = runAction(site.path, { name: "push" }, { paths: "a b.html\n-f.html\n" });
    expect(rulesIn(run)).toEqual(["-f.html date/invalid", "a b.html date/invalid"]);
  });

  test("without paths the config says what is checked", () => {
    expect(rulesIn(runAction(site.path, { name: "push" }))).toHaveLength(2);
  });
});

test("the scripts are bash", () => {
  for (const name of ["prepare.sh", "check.sh"]) {
    const file = fileURLToPath(new URL(`../../.github/actions/standfirst/${name}`, import.meta.url));
    expect(execFileSync("bash", ["-n", file], { encoding: "utf8" })).toBe("");
  }
});

import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const good =
  "A post\n\nWhat the post says about its subject, in one sentence that is long enough to pass.\n\nJune 12, 2026 · 4 min · Ada Baker\n";

let folder: ReturnType<typeof temporaryFolder>;

beforeAll(() => {
  folder = temporaryFolder({
    "index.txt": good,
    "other.txt": good,
    "broken.json": '{ "posts": [ { "title": "A" ',
    "deep.json": "[".repeat(100_000),
    "empty.txt": "",
    "picture.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
    "latin1.txt": Buffer.from("Caf\xe9\n\nA summary\n\nJune 12, 2026 · 4 min · Ada Baker\n", "latin1"),
    "bomb.xml":
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
    "cut.xml":
      '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>One</title><link>https://e.example/1</link></item><item><title>Two',
    "plain.html": "<!doctype html><title>Nothing here</title><p>No list.</p>",
    "configs/unknown-key.yaml": "rulez: {}\n",
    "configs/unknown-rule.yaml": "rules:\n  summary/lenght: warn\n",
    "configs/unknown-option.json":
      '{ "rules": { "summary/length": ["warn", { "charaters": { "min": 1, "max": 2 } }] } }',
    "configs/contradiction.yaml": "rules:\n  summary/length: [warn, { characters: { min: 90, max: 10 } }]\n",
    "configs/not-yaml.yaml": "rules: [\n",
    "configs/code.mjs": "export default {};\n",
    "configs/throws.mjs": 'throw new Error("boom");\n',
    "configs/exits.mjs": "process.exit(0);\n",
    "configs/waits.mjs": "export default new Promise(() => {});\n",
    "two/standfirst.config.yaml": "{}\n",
    "two/standfirst.config.json": "{}\n",
    "two/index.txt": good,
    "bare/.keep": "",
  });
  mkdirSync(folder.file("taken"));
  symlinkSync("/nonexistent", folder.file("dangling.txt"));
});
afterAll(() => folder.remove());

/** What is called, the exit code, and what standard error or the report says. */
const calls: readonly (readonly [what: string, args: readonly string[], code: 0 | 1 | 2, says: RegExp])[] = [
  ["a path that does not exist", ["nowhere.txt"], 2, /There is no file or folder "nowhere\.txt"/],
  ["a mistyped command", ["chekc"], 2, /no command and no file "chekc"\. Did you mean "check"\?/],
  ["a glob without a match", ["posts/*.xml"], 2, /Nothing matches "posts\/\*\.xml"/],
  [
    "a glob that would take for ever",
    ["*a*a*a*a*a*a*a*a*a*b.txt"],
    2,
    /glob "\*a.*b\.txt" has more than 3 wildcards or braces/,
  ],
  ["a folder without an input", ["bare"], 2, /The folder "bare" has no file to read/],
  ["the same with --pass-on-no-files", ["bare", "--pass-on-no-files"], 0, /0 entries|nothing/i],
  ["nothing at all", [], 2, /There is nothing to check\. Name a post index/],
  ["an unknown option", ["index.txt", "--fromat", "json"], 2, /Unknown option --fromat\. Did you mean --format\?/],
  ["an unknown format", ["index.txt", "-f", "jsn"], 2, /There is no format "jsn"\. Did you mean "json"\?/],
  ["a format without its file", ["index.txt", "-f", "json:"], 2, /names no file\. Write -f json:FILE/],
  [
    "two machine formats on one stream",
    ["index.txt", "-f", "json", "-f", "sarif"],
    2,
    /Give one a file: -f sarif:FILE/,
  ],
  ["a report below a file", ["index.txt", "-f", "json:other.txt/report.json"], 2, /a part of its path is a file/],
  [
    "a report on a full disk",
    ["index.txt", "-f", "json:/dev/full"],
    2,
    process.platform === "linux" ? /\/dev\/full can't be written: the disk is full/ : /can't be written/,
  ],
  ["a report on a folder", ["index.txt", "-f", "json:taken"], 2, /it is a folder; name a file/],
  [
    "an unknown input form",
    ["index.txt", "--input-format", "rrs"],
    2,
    /no form that Standfirst reads\. Did you mean "rss"\?/,
  ],
  ["a date that is none", ["index.txt", "--now", "yesterday"], 2, /--now is "yesterday"; write a date as YYYY-MM-DD/],
  ["a day that does not exist", ["index.txt", "--now", "2026-04-31"], 2, /--now is "2026-04-31"/],
  ["a negative count", ["index.txt", "--max-warnings=-1"], 2, /write a whole number of at least 0/],
  ["a count in letters", ["index.txt", "--max-warnings", "few"], 2, /--max-warnings is "few"; write a whole number/],
  ["a count that is missing", ["index.txt", "--max-warnings"], 2, /--max-warnings needs a value/],
  ["no threads", ["index.txt", "--concurrency", "0"], 2, /--concurrency is "0"; write a whole number of at least 1/],
  ["an unknown severity", ["index.txt", "--fail-on", "warning"], 2, /--fail-on is "warning"\. Did you mean "warn"\?/],
  ["an unknown colour choice", ["index.txt", "--color", "sometimes"], 2, /write auto, always or never/],
  ["an unknown rule to run", ["index.txt", "--only", "summary/lenght"], 2, /"summary\/lenght".*"summary\/length"/],
  ["an unknown group to skip", ["index.txt", "--skip", "sumary"], 2, /"sumary".*"summary"/],
  ["a rule without severity", ["index.txt", "--rule", "summary/length"], 2, /summary\/length/],
  ["options that are no JSON", ["index.txt", "--rule", "summary/length:warn:{"], 2, /--rule/],
  ["a config that is not there", ["index.txt", "-c", "nowhere.yaml"], 2, /nowhere\.yaml/],
  [
    "an unknown key in a config",
    ["index.txt", "-c", "configs/unknown-key.yaml"],
    2,
    /unknown-key\.yaml:1:1: .*"rulez".*"rules"/,
  ],
  [
    "an unknown rule in a config",
    ["index.txt", "-c", "configs/unknown-rule.yaml"],
    2,
    /unknown-rule\.yaml:2:3: .*"summary\/length"/,
  ],
  [
    "an unknown option in a config",
    ["index.txt", "-c", "configs/unknown-option.json"],
    2,
    /unknown-option\.json:1:\d+: .*"characters"/,
  ],
  [
    "a minimum above its maximum",
    ["index.txt", "-c", "configs/contradiction.yaml"],
    2,
    /contradiction\.yaml:2:\d+: .*90.*10/,
  ],
  ["a config that is no YAML", ["index.txt", "-c", "configs/not-yaml.yaml"], 2, /not-yaml\.yaml:\d+:\d+: /],
  [
    "a config that runs code under --no-code",
    ["index.txt", "-c", "configs/code.mjs", "--no-code"],
    2,
    /--no-code refuses/,
  ],
  ["a config that throws", ["index.txt", "-c", "configs/throws.mjs"], 2, /throws\.mjs.*boom/],
  ["a config that ends the process", ["index.txt", "-c", "configs/exits.mjs"], 2, /The run ended before it was done/],
  ["a config that never comes", ["index.txt", "-c", "configs/waits.mjs"], 2, /The run ended before it was done/],
  ["two configs in one folder", ["two/index.txt", "-c", ""], 2, /--config needs a value/],
  ["an unknown rule to explain", ["explain", "summary/lenght"], 2, /Did you mean "summary\/length"\?/],
  ["a broken JSON file", ["broken.json"], 1, /parse\/json/],
  ["JSON of 100,000 levels", ["deep.json"], 1, /parse\/(?:limit|json)/],
  ["a feed that is cut off", ["cut.xml"], 1, /parse\/xml/],
  ["a feed with entities of its own", ["bomb.xml"], 1, /parse\/xml/],
  ["a page without a list", ["plain.html"], 1, /parse\/html/],
  ["a file in another encoding", ["latin1.txt"], 1, /parse\/encoding.*|windows-1252/],
  ["a picture that is named", ["picture.png"], 0, /picture\.png is left out/],
  ["a picture that is forced", ["picture.png", "--input-format", "text"], 1, /parse\//],
  ["a link to nowhere", ["dangling.txt"], 2, /There is no file or folder "dangling\.txt"/],
];

describe("a bad call or a bad input says what is wrong", () => {
  test.each(calls)("%s", async (_what, args, code, says) => {
    const before = readdirSync(folder.path, { recursive: true }).toSorted();
    const run = await runCli(args, { cwd: folder.path });
    expect(`${run.stdout}${run.stderr}`).toMatch(says);
    expect(run.code).toBe(code);
    expect(`${run.stdout}${run.stderr}`).not.toMatch(/\n\s+at |node:internal|internal error/);
    expect(readdirSync(folder.path, { recursive: true }).toSorted(), "nothing is left half written").toEqual(before);
  });

  test("two configs in one folder", async () => {
    const { code, stderr } = await runCli(["index.txt"], { cwd: folder.file("two") });
    expect(stderr).toMatch(/standfirst\.config\.(?:json|yaml).*standfirst\.config\.(?:json|yaml)/);
    expect(code).toBe(2);
  });
});

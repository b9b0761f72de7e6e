import { describe, expect, test } from "vitest";
import { compileGlobs, resolveSettings, type CommandLineOverrides, type Config } from "#config/index";
import { complaint, rules } from "./support.ts";

const settle = (value: Config, overrides: CommandLineOverrides = {}) =>
  resolveSettings({ directory: "/repo", value }, overrides, rules, "/repo");

/** The severity of every rule that is on. */
const levels = (settings: Awaited<ReturnType<typeof settle>>, path = "x.md") =>
  Object.fromEntries(
    Object.keys(rules).flatMap((id) => {
      const { severity } = settings.at(id, path);
      return severity === "off" ? [] : [[id, severity]];
    }),
  );

describe("presets come from the rules", () => {
  test.each<[Config, readonly string[]]>([
    [{}, ["author/outlier", "lead/length", "title/width"]],
    [{ extends: [] }, []],
    [{ extends: ["seo"] }, ["title/width"]],
    [{ extends: ["strict"] }, ["author/outlier", "lead/length", "title/generic", "title/width"]],
    [{ extends: ["recommended", "editorial"] }, ["author/outlier", "lead/length", "lead/marker", "title/width"]],
  ])("%j", async (config, ids) => {
    expect((await settle(config)).enabled).toEqual(ids);
  });
});

describe("rules and groups", () => {
  test("a rule has its own severity and default options", async () => {
    expect((await settle({})).base("lead/length")).toEqual({
      severity: "warn",
      options: { words: { min: 12, max: 60 }, skip: [] },
    });
  });

  test("a group sets all its rules, and an id wins over its group wherever it stands", async () => {
    expect(levels(await settle({ rules: { "lead/marker": "info", lead: "error", title: "off" } }))).toEqual({
      "lead/length": "error",
      "lead/marker": "info",
      "author/outlier": "info",
    });
  });

  test("options are merged over the defaults key by key", async () => {
    const settings = await settle({ rules: { "lead/length": ["error", { skip: ["Note"] }] } });
    expect(settings.base("lead/length")).toEqual({
      severity: "error",
      options: { words: { min: 12, max: 60 }, skip: ["Note"] },
    });
  });

  test("an unknown rule is off", async () => {
    expect((await settle({})).base("no/such").severity).toBe("off");
  });
});

describe("overrides", () => {
  const config: Config = {
    rules: { "lead/length": ["warn", { skip: ["Note"] }] },
    overrides: [
      { files: ["notes/**"], ignores: ["notes/pinned.md"], rules: { lead: "off", "title/generic": "info" } },
      { files: ["**/*.html"], rules: { "lead/length": ["error", { words: { min: 1, max: 9 } }] } },
    ],
  };

  test("hold for the paths that their globs match, later ones over earlier ones", async () => {
    const settings = await settle(config);
    expect(settings.at("lead/length", "posts/a.md").severity).toBe("warn");
    expect(settings.at("lead/length", "notes/a.md").severity).toBe("off");
    expect(settings.at("lead/length", "notes/pinned.md").severity).toBe("warn");
    expect(settings.at("lead/length", "notes/a.html")).toEqual({
      severity: "error",
      options: { words: { min: 1, max: 9 }, skip: ["Note"] },
    });
    expect(settings.base("lead/length").severity).toBe("warn");
  });

  test("a rule that only an override switches on is enabled", async () => {
    expect((await settle(config)).enabled).toContain("title/generic");
    expect((await settle(config)).base("title/generic").severity).toBe("off");
  });

  test("globs start at the config's folder, paths at the run's root", async () => {
    const settings = await resolveSettings({ directory: "/repo/site", value: config }, {}, rules, "/repo");
    expect(settings.at("lead/length", "site/notes/a.md").severity).toBe("off");
    expect(settings.at("lead/length", "notes/a.md").severity).toBe("warn");
  });

  test("equal sets of overrides share their settings, whatever the path", async () => {
    const settings = await settle(config);
    expect(settings.at("lead/length", "notes/a.md")).toBe(settings.at("lead/length", "notes/b.md"));
  });
});

describe("the command line", () => {
  test("--rule wins over overrides, and takes options", async () => {
    const config: Config = { overrides: [{ files: ["**"], rules: { "title/width": "off" } }] };
    const settings = await settle(config, { rule: ['title/width:error:{"max":500}', "author:off"] });
    expect(settings.at("title/width", "a.md")).toEqual({ severity: "error", options: { max: 500 } });
    expect(levels(settings)).toEqual({ "lead/length": "warn", "title/width": "error" });
  });

  test("of two --rule for one rule the later one wins, and an id wins over its group", async () => {
    expect(levels(await settle({}, { rule: ["lead/length:info", "lead:error", "lead/length:warn"] }))).toMatchObject({
      "lead/length": "warn",
      "lead/marker": "error",
    });
  });

  test("--only runs what it names, also what the config has off", async () => {
    expect(levels(await settle({}, { only: ["lead"] }))).toEqual({ "lead/length": "warn", "lead/marker": "error" });
    expect(levels(await settle({}, { only: ["title/generic,author"] }))).toEqual({
      "title/generic": "info",
      "author/outlier": "info",
    });
    expect((await settle({}, { only: ["lead"] })).enabled).toEqual(["lead/length", "lead/marker"]);
  });

  test("--only leaves a path's override alone", async () => {
    const config: Config = { overrides: [{ files: ["notes/**"], rules: { lead: "off" } }] };
    expect(levels(await settle(config, { only: ["lead"] }), "notes/a.md")).toEqual({});
  });

  test("--skip switches off, also what --only names", async () => {
    expect(levels(await settle({}, { skip: ["author", "lead/length"] }))).toEqual({ "title/width": "warn" });
    expect(levels(await settle({}, { only: ["lead"], skip: ["lead/marker"] }))).toEqual({ "lead/length": "warn" });
  });

  test("the gate: flag, then config, then error", async () => {
    expect((await settle({})).gate).toEqual({ failOn: "error" });
    expect((await settle({ failOn: "warn", maxWarnings: 3 })).gate).toEqual({ failOn: "warn", maxWarnings: 3 });
    expect((await settle({ failOn: "warn", maxWarnings: 3 }, { failOn: "never", maxWarnings: 0 })).gate).toEqual({
      failOn: "never",
      maxWarnings: 0,
    });
  });

  test("the site is the config's", async () => {
    expect((await settle({ site: { titleSuffix: " | Blog" } })).site).toEqual({ titleSuffix: " | Blog" });
  });

  test.each<[CommandLineOverrides, string]>([
    [{ rule: ["lead"] }, "--rule lead: write it as ID:SEVERITY or ID:SEVERITY:JSON"],
    [{ rule: ["led:off"] }, `--rule led:off: unknown rule or group "led"; did you mean "lead"?`],
    [{ rule: ["lead:loud"] }, `--rule lead:loud: "loud" is not a severity for "lead"; use off, info, warn or error`],
    [
      { rule: ["lead/length:warn:{"] },
      `--rule lead/length:warn:{: the options "{" are not JSON; write a map such as {"max":3}`,
    ],
    [
      { rule: ['title/width:warn:{"max":0}'] },
      `--rule title/width:warn:{"max":0}: option "max" of "title/width" must be at least 1, found the number 0`,
    ],
    [
      { rule: ["lead:warn:{}"] },
      `--rule lead:warn:{}: "lead" is a group of rules; give it off, info, warn or error, and give options to its rules one by one`,
    ],
    [{ only: ["lead,titel"] }, `--only: unknown rule or group "titel"; did you mean "title"?`],
    [
      { only: ["x/y"], skip: ["autor"] },
      `--only: unknown rule or group "x/y"; "standfirst rules" lists them all\n--skip: unknown rule or group "autor"; did you mean "author"?`,
    ],
    [{ only: [""] }, "--only: it names no rule; give ids or groups"],
  ])("%j is refused", async (overrides, message) => {
    expect(await complaint(() => settle({}, overrides))).toBe(message);
  });
});

const matches = (glob: string, path: string) => compileGlobs([glob], "/repo/site", "/repo")(path);

describe("globs", () => {
  test.each([
    ["content/**", "site/content/a/b.md"],
    ["content/", "site/content/a/b.md"],
    ["./content/*.md", "site/content/a.md"],
    ["**/*.md", "site/a.md"],
    ["**/drafts/**/*.md", "site/x/drafts/y/z/a.md"],
    ["**", "site/.hidden/a.md"],
    ["{posts,notes}/*.md", "site/notes/a.md"],
    ["(group)/*.md", "site/(group)/a.md"],
    ["c++/[ab]?.md", "site/c++/a1.md"],
    ["caf\u00e9/*", "site/cafe\u0301/a.md"],
    ["../shared/*.md", "shared/a.md"],
    ["a/**/b/**/c", "site/a/b/x/b/y/c"],
  ])("%s matches %s", (glob, path) => {
    expect(matches(glob, path)).toBe(true);
  });

  test.each([
    ["content/*", "site/content/a/b.md"],
    ["content/**", "content/a.md"],
    ["**/*.md", "other/a.md"],
    ["*.md", "site/a.mdx"],
    ["(a|b)/*.md", "site/a/x.md"],
    ["a/**/b", "site/a/b/c"],
  ])("%s does not match %s", (glob, path) => {
    expect(matches(glob, path)).toBe(false);
  });

  test("many folder wildcards over a deep path end", async () => {
    expect(matches(`${"**/a/".repeat(90)}b`, `site/${"a/".repeat(2000)}c`)).toBe(false);
  });
});

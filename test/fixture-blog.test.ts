import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { auditDocuments } from "#audit";
import type { Finding, Report } from "#model/report";
import { rules } from "#rules/index";
import type { Settings } from "#rule-kit/settings";
import { posts } from "./support/fixture-blog.ts";
import { forms, type BlogForm } from "./support/fixture-forms.ts";
import { plants, type Plant } from "./support/fixture-plants.ts";
import { blog } from "./support/fixture-post.ts";
import { reportLines } from "./support/run-rule.ts";

const folder = fileURLToPath(new URL("../fixtures/sites/tidepool/", import.meta.url));

/** The settings that a run without a config has: the rules of `recommended` with their defaults. */
function recommended(): Settings {
  const inPreset = Object.entries(rules).filter(([, { presets }]) => presets.includes("recommended"));
  const settings = new Map(
    inPreset.map(([id, { severity, options }]) => {
      const defaults = Object.entries(options).map(([name, option]) => [name, option.default]);
      return [id, { severity, options: Object.fromEntries(defaults) as Record<string, unknown> }];
    }),
  );
  const off = { severity: "off", options: {} } as const;
  const setting = (rule: string) => settings.get(rule) ?? off;
  return { base: setting, at: setting, enabled: [...settings.keys()], gate: { failOn: "error" }, site: {} };
}

const run = { now: new Date(blog.now).toISOString(), site: {} };
const audit = (form: BlogForm): Promise<Report> =>
  auditDocuments([{ path: form.file, text: form.write(), bom: false }], {
    rules,
    settings: recommended(),
    run,
    version: "0.0.0",
  });

const titleOf = ({ slug }: Plant) => posts.find((post) => post.slug === slug)?.title;
const isShownIn = ({ carries, undoes }: BlogForm) => {
  const fields = new Set<string>(carries);
  return ({ rule, fields: needed }: Plant) => undoes[rule] === undefined && needed.every((field) => fields.has(field));
};
const withoutRuns = (text: string | null | undefined) => text?.replace(/ +/g, " ");
const said = ({ rule, subject }: Pick<Finding, "rule" | "subject">) => `${rule}: ${withoutRuns(subject)}`;

describe.each(forms)("$file", (form) => {
  test("is what the blog says now (npm run generate writes it)", async () => {
    await expect(form.write()).toMatchFileSnapshot(folder + form.file);
  });

  test("is read in full", async () => {
    const { run: counts, errors } = await audit(form);
    expect(counts).toMatchObject({ documents: 1, entries: posts.length, posts: posts.length });
    expect(errors).toEqual([]);
  });

  test("shows every planted defect that it can carry, and nothing else", async () => {
    const { findings } = await audit(form);
    const planted = plants
      .filter(isShownIn(form))
      .map((one) => said({ rule: one.rule, subject: titleOf(one) ?? null }));
    expect(findings.map(said).toSorted()).toEqual(planted.toSorted());
  });

  test("gives the reviewed report", async () => {
    const report = await audit(form);
    await expect(`${reportLines(report, false)}\n`).toMatchFileSnapshot(`${folder}${form.file}.report.txt`);
  });
});

test("every form says the same of the same post", async () => {
  const messages = new Map<string, Set<string>>();
  for (const form of forms) {
    for (const finding of (await audit(form)).findings) {
      // Messages about dates quote them as the form writes them.
      if (finding.rule.startsWith("date/")) continue;
      messages.set(said(finding), (messages.get(said(finding)) ?? new Set()).add(finding.message));
    }
  }
  const disagreeing = [...messages].filter(([, texts]) => texts.size > 1);
  expect(disagreeing.map(([what, texts]) => [what, ...texts])).toEqual([]);
});

test("every rule with a planted defect is in the preset, and most posts that are clean stay so", () => {
  const unknown = plants.filter(({ rule }) => !rules[rule]?.presets.includes("recommended"));
  expect(unknown).toEqual([]);
  const clean = posts.filter(({ slug }) => !plants.some((one) => one.slug === slug));
  expect(clean.length).toBeGreaterThanOrEqual(7);
});

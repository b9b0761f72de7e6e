import { expect, test } from "vitest";
import rule from "#rules/lead/templated";
import { runRule } from "../../support/run-rule.ts";

const entry = (title: string, summary: string) => `${title}\n\n${summary}\n\nJune 12, 2026 · 4 min · Ada Baker\n`;
const run = async (entries: readonly string[]) =>
  (await runRule("lead/templated", rule, [{ path: "index.txt", text: entries.join("\n") }])).findings;

const cities = ["Bergen", "Turku", "Riga"];
const lead = (city: string) => `The bakers of ${city} begin their day at four and stop at noon.`;

test("names inside a sentence are masked, and all findings are one group", async () => {
  const found = await run(cities.map((city, index) => entry(`Letter number ${index}`, lead(city))));
  expect(found.map(({ group }) => group)).toEqual(["g1", "g1", "g1"]);
  expect(found[0]?.related).toHaveLength(2);
});

test("the issues of a series are alike by intent", async () => {
  const post = (name: string, city: string) => ({
    path: `news/${name}.md`,
    text: `---\ntitle: ${name}\ndate: 2026-05-01\n---\n\n${lead(city)}\n`,
  });
  const counts = [
    ["may", "june", "july"],
    ["salt", "ice", "oven"],
  ].map((names) => names.map((name, index) => post(`${name}-news`, cities[index] ?? "")));
  const found = await Promise.all(counts.map(async (files) => (await runRule("lead/templated", rule, files)).findings));
  expect(found.map(({ length }) => length)).toEqual([0, 3]);
});

test("two of a kind are no template", async () => {
  expect(await run(cities.slice(1).map((city, index) => entry(`Letter number ${index}`, lead(city))))).toEqual([]);
});

test("summaries that are one template as a whole are left to summary/near-duplicate", async () => {
  expect(await run(cities.map((city) => entry(`Our trip to ${city}`, lead(city))))).toEqual([]);
});

test("equal summaries are left to summary/duplicate", async () => {
  expect(
    await run(cities.map((city) => entry(`Our trip to ${city}`, "Bakers begin their day at four and stop at noon."))),
  ).toEqual([]);
});

import { describe, expect, test } from "vitest";
import type { Preset } from "#model/severity";
import { auditSite, bakehouse, type SiteFiles } from "./support/bakehouse.ts";
import { defects } from "./support/bakehouse-defects.ts";
import { bakehouseIndex } from "./support/bakehouse-index.ts";

const presets: readonly Preset[] = ["strict", "seo"];

/** What is found in a site, one line a file and rule. */
async function found(files: SiteFiles): Promise<string[]> {
  const lines = (await auditSite(files, presets))
    .filter(({ status }) => status === "active")
    .map(({ path, rule }) => `${path} ${rule}`);
  return [...new Set(lines)].toSorted();
}

describe("the bakehouse, without a defect", () => {
  test("has no finding", async () => {
    expect(await found(bakehouse())).toEqual([]);
  });

  test("has none with an index beside it", async () => {
    const files = bakehouse();
    expect(await found(files.set("index.json", bakehouseIndex(files)))).toEqual([]);
  });
});

describe("the bakehouse, with one defect", () => {
  test.each(defects)("$what: $rule", async ({ plant, rule, at, also }) => {
    const files = bakehouse();
    plant(files);
    expect(await found(files)).toEqual([`${at} ${rule}`, ...also].toSorted());
  });

  test("there are at least forty, each of its own kind", () => {
    expect(new Set(defects.map(({ what }) => what)).size).toBeGreaterThanOrEqual(40);
  });
});

import { createHash } from "node:crypto";
import { load } from "cheerio/slim";
import { describe, expect, test } from "vitest";
import { html } from "#reporters/html";
import { bakery, hostile } from "../support/report-cases.ts";
import { contextFor, reportFrom, type ReportSpec } from "../support/reports.ts";

const page = (spec: ReportSpec) => load(html(reportFrom(spec), contextFor(spec)).output);

describe("the HTML report", () => {
  test("has every active finding under its document, with its place, its source and its rule", () => {
    const $ = page(bakery);
    const active = reportFrom(bakery).findings.filter(({ status }) => status === "active");
    const shown = $("section")
      .toArray()
      .flatMap((section) =>
        $(section)
          .find("li.finding")
          .toArray()
          .map(
            (item) =>
              `${$(section).attr("data-path")}:${$(item).find(".place").text()} ${$(item).find(".rule").text()}`,
          ),
      );
    const expected = active.map(({ path, range: { start }, rule }) => `${path}:${start.line}:${start.column} ${rule}`);
    expect(shown).toEqual(expected);
    const first = $("section[data-path='content/posts/rye bread.md'] li").first();
    expect(first.find("mark").text()).toBe(
      "Rye bread for beginners: the complete guide to a dense, sour, dark loaf that keeps for a week",
    );
    expect(first.find("pre").text()).toContain('title: "Rye bread');
    expect($("h1").text()).toMatch(/^Standfirst: \d+ errors?, \d+ warnings?/);
  });

  test("counts the findings of each rule", () => {
    const $ = page(bakery);
    const active = reportFrom(bakery).findings.filter(({ status }) => status === "active");
    const counts = $("button[data-rule]")
      .toArray()
      .map((button) => Number($(button).text()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(active.length);
    expect($("option").length).toBe(counts.length + 1);
  });

  test("shows hostile content as text, and lets no script run but its own", () => {
    const $ = page(hostile);
    expect($("img, iframe, object, base, link").length).toBe(0);
    expect($("script").length).toBe(1);
    expect($("body").text()).toContain("<img src=x onerror=alert(1)>");
    const urls = $("[href], [src]")
      .toArray()
      .map((node) => $(node).attr("href"));
    expect(urls.filter((url) => url === undefined || !url.startsWith("https://"))).toEqual([]);
    const hash = createHash("sha256").update($("script").text()).digest("base64");
    expect($("meta[http-equiv]").attr("content")).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`,
    );
  });

  test("says so where nothing was found", () => {
    const $ = page({ documents: { "a.md": "x\n" }, findings: [] });
    expect($("h1").text()).toBe("Standfirst: no findings");
    expect($("form, section, table").length).toBe(0);
  });
});

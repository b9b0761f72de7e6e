import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

const sites = fileURLToPath(new URL("../../fixtures/sites/", import.meta.url));
const urls = (site: string, ...args: string[]) =>
  runCli(["files", "--urls", "--now", "2026-07-01", ...args], { cwd: `${sites}${site}` });

describe("files --urls", () => {
  test("shows where the build puts each document, and what it leaves out", async () => {
    const { code, stdout } = await urls("hugo");
    expect(code).toBe(0);
    const rows = stdout.split("\n").map((line) => line.replace(/^markdown +fixtures\/sites\/hugo\/content\//, ""));
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ["_index.md", "/blog/"],
      ["about.de.md", "/blog/de/about/"],
      ["about.md", "/blog/who/"],
      ["notes/One Note.md", "/blog/notes/one-note.html"],
      ["parts/_index.md", "(no page, or not known)"],
      ["parts/table.md", "(no page, or not known)"],
      ["posts/2026-salt.md", "/blog/2026/06/salt/"],
      ["posts/_index.md", "/blog/journal/"],
      ["posts/cafe.md", "/blog/2026/05/café-crème-brûlée/"],
      ["posts/later.md", "(not published)"],
      ["posts/loaf/index.md", "/blog/2026/04/a-loaf/"],
      ["posts/loaf/notes.md", "(no page, or not known)"],
      ["posts/over.md", "(not published)"],
      ["posts/unfinished.md", "(not published)"],
      [""],
    ]);
  });

  test("goes by the clock of the run", async () => {
    expect((await urls("jekyll")).stdout).toMatch(/2027-01-01-later\.md +\(not published\)$/m);
    const { stdout } = await urls("jekyll", "--now", "2027-02-01");
    expect(stdout).toMatch(/2027-01-01-later\.md +\/2027\/01\/01\/later\/$/m);
  });

  test("knows none without a site", async () => {
    expect(await urls("plain")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("so no URLs are known") as string,
    });
  });
});

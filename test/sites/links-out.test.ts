import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => folder?.remove());

const post = "---\ntitle: Rye\ndate: 2026-01-02\n---\n\nSee the the oven.\n";

/** Checks a site, in a repository of its own, that has a link to the folder beside it. */
async function check(link: string, files: Readonly<Record<string, string>>) {
  folder = temporaryFolder({ "secret/rye.md": post, ...files });
  mkdirSync(folder.file("site/.git"));
  writeFileSync(folder.file("site/.git/HEAD"), "ref: refs/heads/main\n");
  symlinkSync("../secret", folder.file(`site/${link}`));
  const call = ["--no-cache", "--only", "prose/repeated-word", "-f", "compact"];
  const { code, stdout, stderr } = await callMain(call, { cwd: folder.file("site") });
  return { code, found: stdout.match(/^\S+\.md/gm) ?? [], stderr };
}

describe("a folder of content that leads out of the repository is not read", () => {
  const astro = {
    "site/astro.config.mjs": "export default {};\n",
    "site/src/content.config.ts":
      'const a = defineCollection({ loader: glob({ base: "linked", pattern: "**/*.md" }) });\nexport const collections = { a };\n',
  };

  test("Hugo's, with nothing else to check", async () => {
    const { code, stderr } = await check("content", { "site/hugo.toml": "" });
    expect(code).toBe(2);
    expect(stderr).toContain("content is out of the folder that is checked, through a symbolic link.");
  });

  test("one of an Astro collection, beside pages that are read", async () => {
    const { found, stderr } = await check("linked", { ...astro, "site/src/pages/about.md": post });
    expect(found).toEqual(["src/pages/about.md"]);
    expect(stderr).toContain("linked is left out: it is out of the folder that is checked");
  });

  test("one below the content", async () => {
    const { found } = await check("content/more", { "site/hugo.toml": "", "site/content/ice.md": post });
    expect(found).toEqual(["content/ice.md"]);
  });
});

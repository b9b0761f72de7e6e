import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, test } from "vitest";
import { readSite } from "./read-site.ts";

const corpora = fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));

describe.skipIf(!existsSync(`${corpora}tanhdev-public`))("a Hugo site against what Hugo built of it", () => {
  let site: Awaited<ReturnType<typeof readSite>>["site"];
  let entries: Awaited<ReturnType<typeof readSite>>["entries"];
  let built: readonly string[];

  // Not in the body of `describe`, which runs even where the tests are skipped.
  beforeAll(async () => {
    ({ site, entries } = await readSite(`${corpora}tanhdev`));
    built = globSync("**/*", { cwd: `${corpora}tanhdev-public` }).map(
      (path) => `/${path.replace(/(^|\/)index\.html$/, "$1")}`,
    );
  });

  test("every document is served where the build has it", () => {
    const paths = new Set(built);
    const wrong = entries.filter((entry) => !paths.has(site.urlOf(entry) ?? "")).map(({ path }) => path);
    expect([entries.length, wrong]).toEqual([316, []]);
  });

  test("every path of the build is known, but for what the theme's pipeline writes", () => {
    const [from] = entries;
    const missing = built.filter((url) => from !== undefined && site.resolve(from, encodeURI(url)).kind === "missing");
    expect(missing.map((url) => url.replace(/\.\w{64}\./, ".HASH."))).toEqual(["/assets/css/stylesheet.HASH.css"]);
  });

  test("every page that is known is in the build", () => {
    const paths = new Set(built);
    const extra = [...site.pages.values()].filter(({ url, kind }) => kind !== "static" && !paths.has(url));
    expect(extra).toEqual([]);
  });
});

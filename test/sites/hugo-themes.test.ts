import { mkdirSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite } from "./read-site.ts";

let folder: ReturnType<typeof temporaryFolder>;
afterEach(() => folder.remove());

const config = `baseURL = "https://rye.example/"
theme = "crumb"
[languages.en]
[[languages.en.menu.main]]
name = "Search"
url = "/search/index.html"
[languages.fr]
`;

test.each([
  ["may have pages that menus lead to, and understand what links say of a language", {}, "unknown"],
  ["is read where it is there", { "themes/crumb/layouts/index.html": "" }, "missing"],
])("a theme %s", async (_name, theme, kind) => {
  folder = temporaryFolder({ "hugo.toml": config, "content/rye.md": "Rye.", ...theme });
  // What git leaves of a submodule that was not asked for.
  mkdirSync(folder.file("themes/crumb"), { recursive: true });
  const { site, entry } = await readSite(folder.path);
  const kinds = ["/search?by=rye", "/search/", "/oats/?lang=fr", "/oats/?lang=de", "/oats/"].map(
    (href) => site.resolve(entry("content/rye.md"), href).kind,
  );
  expect(kinds).toEqual([kind, kind, kind, "missing", "missing"]);
});

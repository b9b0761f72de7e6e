import { afterEach, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => folder?.remove());

const netlify = `[build]
  publish = "public"

[[redirects]]
  from = "/old" # since May
  to = "/rye/"
  status = 301

[[redirects]]
  from = "/lost"
  to = "/gone/"

[[redirects]]
  from = "https://rye.example/host"
  to = "/nowhere/"

[[redirects]]
  from = "/by-country"
  to = "/elsewhere/"
  [redirects.conditions]
    Country = ["no"]

[[headers]]
  for = "/*"
`;

/** Where a post with the URL `/rye/` stands, and what else makes the site one of its generator. */
const sites: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ["Hugo", "content/rye.md", { "hugo.toml": "disableKinds = []\n" }],
  ["Jekyll", "rye.md", { "_config.yml": "permalink: pretty\n" }],
  ["Eleventy", "rye.md", { "eleventy.config.js": "export default function () {}\n" }],
];

test.each(sites)("%s: redirects of a netlify.toml are followed and judged", async (_generator, post, files) => {
  folder = temporaryFolder({
    ...files,
    "netlify.toml": netlify,
    [post]: "---\ntitle: Rye\ndate: 2026-01-02\n---\n\nSee [the old page](/old).\n",
  });
  const call = ["--no-cache", "--only", "redirect", "--only", "link/redirected-internal", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: folder.path });
  expect(stdout.trim().split("\n").toSorted()).toEqual(
    [
      `${post}:6:20: warning link/redirected-internal: /old redirects to /rye/; link to the page itself.`,
      "netlify.toml:11:9: error redirect/target-missing: /lost redirects to /gone/, which is no page or file of this site; correct the target.",
    ].toSorted(),
  );
});

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

const docs = {
  ".git/HEAD": "",
  "parts/site/docusaurus.config.js": 'export default { url: "https://rye.example", baseUrl: "/" };\n',
  "parts/site/docs/rye.md": "See [the old page](/old), [the shop](/shop/salt), [the rest](/rest).\n",
};

test.each([
  ["beside the site", { "parts/_redirects": "/old /docs/rye\n" }, true],
  ["at the root", { "netlify.toml": '[[redirects]]\nfrom = "/old"\nto = "/docs/rye"\n' }, true],
  [
    "for the site",
    {
      "netlify.toml":
        '[build]\nbase = ""\npublish = "parts/site/build"\n[[redirects]]\nfrom = "/old"\nto = "/docs/rye"\n',
    },
    true,
  ],
  [
    "for another site",
    { "netlify.toml": '[build]\nbase = "other"\n[[redirects]]\nfrom = "/old"\nto = "/docs/rye"\n' },
    false,
  ],
  [
    "where the site has its own",
    { _redirects: "/old /docs/rye\n", "parts/site/_redirects": "/new /docs/rye\n" },
    false,
  ],
] as const)("redirects in a folder above that of a site: %s", async (_name, files, counts) => {
  folder = temporaryFolder({ ...docs, ...files });
  const call = ["--no-cache", "--only", "link/redirected-internal", "--only", "link/broken-internal", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: `${folder.path}/parts/site` });
  expect(stdout).toContain(
    counts ? "link/redirected-internal: /old redirects to /docs/rye" : "link/broken-internal: /old is no page",
  );
});

test("what a host answers for is no broken link; a rule for all paths answers for none", async () => {
  folder = temporaryFolder({
    ...docs,
    "parts/site/static/_redirects":
      "/shop/* https://shop.example/:splat 200\n/old /very/old 200\n/* /404 404\n/* / 200\n",
  });
  const call = ["--no-cache", "--only", "link/broken-internal", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: `${folder.path}/parts/site` });
  expect(stdout.trim()).toBe(
    "parts/site/docs/rye.md:1:62: error link/broken-internal: /rest is no page or file of this site; correct the link or remove it.",
  );
});

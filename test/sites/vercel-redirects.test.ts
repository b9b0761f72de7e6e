import { afterEach, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => folder?.remove());

const vercel = `{
  "redirects": [
    { "source": "/old/", "destination": "/rye/" },
    { "source": "/slides/(.*)", "destination": "https://slides.example/$1" },
    { "source": "/([^/]+)/feed/", "destination": "/$1/index.xml" },
    { "source": "/talks/:name/:rest*", "destination": "/gone/:name/" },
    { "source": "/(a|b/c)s/", "destination": "/$1/" },
    { "source": "/x(.*)y", "destination": "/rye/" },
    { "source": "/by-country", "destination": "/rye/", "has": [{ "type": "host", "value": "no.example" }] }
  ]
}
`;

test.each([
  ["Hugo", "content/rye.md", { "hugo.toml": "disableKinds = []\n" }],
  ["Eleventy", "rye.md", { "eleventy.config.js": "export default function () {}\n" }],
])(
  "%s: redirects of a vercel.json are followed, patterns as far as a path says what they mean",
  async (_, post, files) => {
    const links = [
      "/old",
      "/slides/a/b.html",
      "/rye/feed/",
      "/talks/salt/2026/a/",
      "/b/cs/",
      "/xy",
      "/by-country",
      "/rye/",
    ];
    folder = temporaryFolder({
      ...files,
      "vercel.json": vercel,
      [post]: `---\ntitle: Rye\ndate: 2026-01-02\n---\n\n${links.map((link) => `[Salt](${link})\n`).join("")}`,
    });
    const call = [
      "--no-cache",
      "--only",
      "link/redirected-internal",
      "--only",
      "link/broken-internal",
      "-f",
      "compact",
    ];
    const { stdout } = await callMain(call, { cwd: folder.path });
    expect(stdout.trim().split("\n")).toEqual(
      [
        "6:8: warning link/redirected-internal: /old redirects to /rye/; link to the page itself.",
        "7:8: warning link/redirected-internal: /slides/a/b.html redirects to https://slides.example/a/b.html, which is not a page of this site; link to what readers should see.",
        "8:8: warning link/redirected-internal: /rye/feed/ redirects to /rye/index.xml; link to the page itself.",
        "9:8: warning link/redirected-internal: /talks/salt/2026/a/ redirects to /gone/salt/, which is not a page of this site; link to what readers should see.",
        "10:8: warning link/redirected-internal: /b/cs/ redirects to /b/c/, which is not a page of this site; link to what readers should see.",
        "11:8: error link/broken-internal: /xy is no page or file of this site; correct the link or remove it.",
        "12:8: error link/broken-internal: /by-country is no page or file of this site; correct the link or remove it.",
      ].map((line) => `${post}:${line}`),
    );
  },
);

test.each([
  ["{"],
  ["[]"],
  ['{"redirects": {}}'],
  ['{"redirects": [1, {"source": "/a"}, {"source": 1, "destination": 2}]}'],
])("a vercel.json such as %s has no redirects", async (text) => {
  folder = temporaryFolder({
    "hugo.toml": "",
    "vercel.json": text,
    "content/rye.md": "---\ntitle: Rye\n---\n\n[Salt](/a/)\n",
  });
  const { stdout } = await callMain(["--no-cache", "--only", "link/broken-internal", "-f", "compact"], {
    cwd: folder.path,
  });
  expect(stdout.trim()).toBe(
    "content/rye.md:5:8: error link/broken-internal: /a/ is no page or file of this site; correct the link or remove it.",
  );
});

test("a source stands where it is one, not where another rule leads to it", async () => {
  folder = temporaryFolder({
    "hugo.toml": "disableKinds = []\n",
    "content/rye.md": "---\ntitle: Rye\n---\n",
    "vercel.json": `{
  "redirects": [
    { "source": "/oats/", "destination": "/rye/" },
    { "source": "/rye/", "destination": "https://rye.example/" }
  ]
}
`,
  });
  const call = ["--no-cache", "--only", "redirect/shadows-page", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: folder.path });
  expect(stdout.trim()).toMatch(/^vercel\.json:4:18: warning redirect\/shadows-page: \/rye\/ is the page of/);
});

test("redirects of a firebase.json are followed", async () => {
  folder = temporaryFolder({
    "hugo.toml": "",
    "firebase.json": `{"hosting": {"redirects": [
      { "source": "/old", "destination": "/rye/", "type": 301 },
      { "source": "/talks/**", "destination": "/rye/" },
      { "source": "/tools/:tool*", "destination": "https://tools.example/:tool" }
    ]}}`,
    "content/rye.md": "---\ntitle: Rye\n---\n\n[Salt](/old)\n\n[Salt](/talks/a/b)\n\n[Salt](/tools/a)\n",
  });
  const args = ["--no-cache", "--only", "link/redirected-internal", "--only", "link/broken-internal", "-f", "compact"];
  const { stdout } = await callMain(args, { cwd: folder.path });
  expect(stdout.match(/\S+ redirects to \S+(?=[;,])/g)).toEqual([
    "/old redirects to /rye/",
    "/talks/a/b redirects to /rye/",
    "/tools/a redirects to https://tools.example/a",
  ]);
});

import { expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const docusaurus = `export default {
  url: "https://rye.example",
  baseUrl: "/",
  presets: [["classic", {}]],
  plugins: [
    ["@docusaurus/plugin-client-redirects", {
      redirects: [
        { from: ["/old", "/older"], to: "/docs/rye" },
        { to: '/docs/gone', from: '/lost' },
      ],
      createRedirects: (path) => [path.toUpperCase()],
    }],
  ],
};
`;
const astro = `export default {
  site: "https://rye.example",
  redirects: {
    "/old": "/rye/",
    "/older": { status: 302, destination: "/rye/" },
    "/lost": "/gone/",
    "/posts/[slug]": "/[slug]",
  },
};
`;

const sites = [
  [
    "Docusaurus",
    {
      "docusaurus.config.js": docusaurus,
      "docs/rye.md": "# Rye\n",
      "docs/salt.md": "# Salt\n\n[a](/old) [b](/older)\n",
    },
    [
      "docs/salt.md:3:5: warning link/redirected-internal: /old redirects to /docs/rye; link to the page itself.",
      "docs/salt.md:3:15: warning link/redirected-internal: /older redirects to /docs/rye; link to the page itself.",
      "docusaurus.config.js:9:16: error redirect/target-missing: /lost redirects to /docs/gone, which is no page or file of this site; correct the target.",
    ],
  ],
  [
    "Astro",
    {
      "astro.config.mjs": astro,
      "src/pages/rye.md": "---\ntitle: Rye\n---\n",
      "src/pages/salt.md": "---\ntitle: Salt\n---\n\n[a](/old) [b](/older)\n",
    },
    [
      "astro.config.mjs:6:15: error redirect/target-missing: /lost redirects to /gone/, which is no page or file of this site; correct the target.",
      "src/pages/salt.md:5:5: warning link/redirected-internal: /old redirects to /rye/; link to the page itself.",
      "src/pages/salt.md:5:15: warning link/redirected-internal: /older redirects to /rye/; link to the page itself.",
    ],
  ],
  [
    "Astro, from another module",
    {
      "astro.config.mjs":
        'import old from "./old.js";\nexport default { site: "https://rye.example", redirects: { ...old } };\n',
      "old.js": '// "/lost"\nexport default {\n  "/old": "/rye/",\n  "/lost": "/gone/",\n};\n',
      "src/pages/rye.md": "---\ntitle: Rye\n---\n",
      "src/pages/salt.md": "---\ntitle: Salt\n---\n\n[a](/old)\n",
    },
    [
      "old.js:4:13: error redirect/target-missing: /lost redirects to /gone/, which is no page or file of this site; correct the target.",
      "src/pages/salt.md:5:5: warning link/redirected-internal: /old redirects to /rye/; link to the page itself.",
    ],
  ],
] as const;

test.each(sites)(
  "%s: redirects of the config are followed, and judged where they stand",
  async (_name, files, wanted) => {
    const folder = temporaryFolder(files);
    const call = ["--no-cache", "--only", "redirect", "--only", "link/redirected-internal", "-f", "compact"];
    const { stdout } = await callMain(call, { cwd: folder.path });
    folder.remove();
    expect(stdout.trim().split("\n")).toEqual(wanted);
  },
);

test("Astro: where code makes the redirects, any path may lead somewhere", async () => {
  const site = async (config: string) => {
    const folder = temporaryFolder({
      "astro.config.mjs": config,
      "src/pages/salt.md": "---\ntitle: Salt\n---\n\n[Old](/en/old)\n",
    });
    const { stdout, stderr } = await callMain(["--no-cache", "--only", "link/broken-internal", "-f", "compact"], {
      cwd: folder.path,
    });
    folder.remove();
    return [stdout.trim(), stderr.trim()];
  };
  const broken =
    "src/pages/salt.md:5:7: error link/broken-internal: /en/old is no page or file of this site; correct the link or remove it.";
  expect(await site("export default defineConfig({ redirects: {} });")).toEqual([broken, ""]);
  expect(await site("const redirects = inAll(old);\nexport default defineConfig({ redirects });")).toEqual([
    "",
    "standfirst: astro.config.mjs makes redirects by code; links to paths that it may redirect are not judged.",
  ]);
});

test("Docusaurus: what a function of the config may redirect is left alone", async () => {
  const folder = temporaryFolder({
    "docusaurus.config.js": `export default {
  url: "https://rye.example",
  baseUrl: "/",
  presets: [["classic", {}]],
  plugins: [
    ["@docusaurus/plugin-client-redirects", {
      // Not "/note".
      createRedirects(path) {
        if (path.startsWith("/docs/")) return [path.replace("/docs/", "/manual/"), \`/v1\${path}\`];
        return undefined;
      },
      redirects: [{ from: "/old", to: "/docs/rye" }],
    }],
  ],
};
`,
    "docs/rye.md": "# Rye\n\n[a](/manual/rye) [b](/v1/docs/rye) [c](/docs/oats) [d](/note) [e](/older)\n",
  });
  const call = ["--no-cache", "--only", "link/broken-internal", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: folder.path });
  folder.remove();
  expect(stdout.match(/(?<=broken-internal: )\S+/g)).toEqual(["/docs/oats", "/note", "/older"]);
});

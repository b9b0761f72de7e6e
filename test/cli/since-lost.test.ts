import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Report } from "#model/report";
import { callMain } from "../support/call-main.ts";
import { gitIn } from "../support/git.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const post = (title: string, body: string, more = "") =>
  `---\ntitle: ${title}\ndate: 2026-03-04\n${more}---\n\n${title} begins here.\n\n${body}\n`;

/** A site in a repository: one post has a link that was broken before, and links to everything that may get lost. */
function bakehouse() {
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://bake.example/"\n',
    "content/posts/rye.md": post("Rye", "It rises slowly.\n\n## Why it rises\n\nYeast.", "tags: [dark]\n"),
    "content/posts/oats/index.md": post("Oats", "They soak overnight."),
    "content/posts/oats/bowl.png": "",
    "content/posts/all.md": post(
      "All of them",
      "[rye](/posts/rye/), [why](/posts/rye/#why-it-rises), [oats](/posts/oats/), [dark ones](/tags/dark/), " +
        "[spelt](/posts/spelt/), [old](/old/).\n\n![A bowl](/posts/oats/bowl.png) ![A loaf](/img/loaf.png)",
    ),
    "static/img/loaf.png": "",
    "static/img/other.png": "",
    "static/_redirects": "/old/ /posts/rye/ 301\n/older/ /posts/oats/ 301\n",
  });
  onTestFinished(() => folder.remove());
  const git = gitIn(folder.path);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "before");
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(folder.file(file)), { recursive: true });
    writeFileSync(folder.file(file), text);
  };
  const rename = (from: string, to: string) => renameSync(folder.file(from), folder.file(to));
  const remove = (file: string) => rmSync(folder.file(file), { recursive: true });
  const check = async (...args: string[]) => {
    const only = [
      "link/broken-internal",
      "link/broken-fragment",
      "link/form",
      "link/draft-target",
      "image/missing-file",
      "redirect/target-missing",
    ];
    const flags = ["--no-cache", "--now", "2026-07-01", "-f", "json", ...only.flatMap((rule) => ["--only", rule])];
    const { stdout } = await callMain([...flags, ...args], { cwd: folder.path });
    return (JSON.parse(stdout) as Report).findings.map(({ rule, key, path: at }) => `${at} ${rule} ${key}`);
  };
  return { git, write, rename, remove, check };
}

type Site = ReturnType<typeof bakehouse>;
const all = "content/posts/all.md";

test.each<[string, (site: Site) => void, string[]]>([
  [
    "a post that is deleted",
    ({ remove }) => remove("content/posts/rye.md"),
    [
      `${all} link/broken-internal /posts/rye/`,
      `${all} link/broken-internal /posts/rye/#why-it-rises`,
      `${all} link/broken-internal /tags/dark/`,
      "static/_redirects redirect/target-missing /old/ /posts/rye/",
    ],
  ],
  [
    "a post that is renamed",
    ({ rename }) => rename("content/posts/oats", "content/posts/oat-bread"),
    [
      `${all} link/broken-internal /posts/oats/`,
      `${all} image/missing-file /posts/oats/bowl.png`,
      "static/_redirects redirect/target-missing /older/ /posts/oats/",
    ],
  ],
  [
    "a post with another slug",
    ({ write }) => write("content/posts/oats/index.md", post("Oats", "They soak overnight.", "slug: porridge\n")),
    [
      `${all} link/form /posts/oats/`,
      `${all} image/missing-file /posts/oats/bowl.png`,
      "static/_redirects redirect/target-missing /older/ /posts/oats/",
    ],
  ],
  [
    "a post that becomes a draft",
    ({ write }) => write("content/posts/rye.md", post("Rye", "## Why it rises", "draft: true\ntags: [dark]\n")),
    [
      `${all} link/draft-target /posts/rye/`,
      `${all} link/draft-target /posts/rye/#why-it-rises`,
      `${all} link/broken-internal /tags/dark/`,
    ],
  ],
  [
    "a tag without posts",
    ({ write }) => write("content/posts/rye.md", post("Rye", "## Why it rises")),
    [`${all} link/broken-internal /tags/dark/`],
  ],
  [
    "a picture that is deleted",
    ({ remove }) => remove("static/img/loaf.png"),
    [`${all} image/missing-file /img/loaf.png`],
  ],
  [
    "a redirect that is taken out",
    ({ write }) => write("static/_redirects", "/older/ /posts/oats/ 301\n"),
    [`${all} link/broken-internal /old/`],
  ],
  ["nothing that is linked", ({ write }) => write("content/posts/new.md", post("New", "A new one.")), []],
])("%s is found in the posts that did not change, and what was broken before is not", async (_what, change, lost) => {
  const site = bakehouse();
  expect(await site.check("--since", "HEAD")).toEqual([]);
  change(site);
  expect((await site.check()).toSorted()).toEqual([`${all} link/broken-internal /posts/spelt/`, ...lost].toSorted());
  expect((await site.check("--since", "HEAD")).toSorted()).toEqual(lost.toSorted());
  site.git("add", "-A");
  expect((await site.check("--staged")).toSorted()).toEqual(lost.toSorted());
  site.git("commit", "-qm", "after");
  expect((await site.check("--since", "HEAD~1", "--changed-lines")).toSorted()).toEqual(lost.toSorted());
  expect(await site.check("--since", "HEAD")).toEqual([]);
});

test("a section with another name is found in the posts that link to it", async () => {
  const site = bakehouse();
  site.write("content/posts/rye.md", post("Rye", "## What makes it rise", "tags: [dark]\n"));
  const lost = [`${all} link/broken-fragment /posts/rye/#why-it-rises`];
  expect(await site.check("--since", "HEAD")).toEqual(lost);
});

test("what others lost is no matter of the post that is named", async () => {
  const site = bakehouse();
  site.remove("content/posts/rye.md");
  expect(await site.check("--since", "HEAD", "content/posts/oats/index.md")).toEqual([]);
});

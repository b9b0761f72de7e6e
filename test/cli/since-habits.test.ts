import { appendFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import type { Report } from "#model/report";
import { callMain } from "../support/call-main.ts";
import { gitIn } from "../support/git.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const post = (index: number, body = "It rises slowly.") =>
  `---\ntitle: Loaf ${index}\ndate: 2026-03-04\n---\n\n${body}\n\n![](/img/loaf-${index}.png)\n`;

/** A site whose posts lack summaries and texts of pictures by habit: that is told once, at the first of them. */
function site() {
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://bake.example/"\n',
    ...Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`content/posts/loaf-${i + 10}.md`, post(i + 10)])),
  });
  onTestFinished(() => folder.remove());
  const git = gitIn(folder.path);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "before");
  const check = async (...args: string[]) => {
    const only = ["--only", "summary/missing", "--only", "image/alt-missing", "--only", "directive"];
    const { stdout } = await callMain(["--no-cache", "-f", "json", ...only, ...args], { cwd: folder.path });
    return (JSON.parse(stdout) as Report).findings;
  };
  const brief = async (...args: string[]) =>
    (await check(...args)).map(({ path, range, rule, status }) => `${path}:${range.start.line} ${rule} ${status}`);
  return { folder, git, check, brief };
}

const file = (index: number) => `content/posts/loaf-${index}.md`;

test("what is told once for a site is told at the document that is named, or that changed", async () => {
  const { folder, check, brief } = site();
  expect(await brief()).toEqual([`${file(10)}:2 summary/missing active`, `${file(10)}:8 image/alt-missing active`]);
  const named = [`${file(17)}:2 summary/missing active`, `${file(17)}:8 image/alt-missing active`];
  expect(await brief(file(17))).toEqual(named);
  appendFileSync(folder.file(file(17)), "One more line.\n");
  appendFileSync(folder.file(file(20)), "One more line.\n");
  expect(await brief("--since", "HEAD")).toEqual(named);
  expect(await brief("--since", "HEAD", "--changed-lines")).toEqual([]);
  const [there, here] = [await check(), await check(file(17))].map(([first]) => first);
  expect(here).toMatchObject({ fingerprint: there?.fingerprint, subject: "Loaf 17", message: there?.message });
});

test("what the baseline knows of it, it knows there too", async () => {
  const { folder, brief } = site();
  await callMain(["baseline", "create", "--no-cache", "--only", "summary/missing"], { cwd: folder.path });
  expect(await brief(file(17))).toEqual([
    `${file(17)}:2 summary/missing baselined`,
    `${file(17)}:8 image/alt-missing active`,
  ]);
});

test("a directive holds where it stands, and is of use there", async () => {
  const { folder, brief } = site();
  appendFileSync(
    folder.file(file(17)),
    "\n<!-- standfirst-disable-file image/alt-missing -- a pattern, no picture -->\n",
  );
  expect(await brief()).toEqual([`${file(10)}:2 summary/missing active`, `${file(10)}:8 image/alt-missing active`]);
  expect(await brief(file(17))).toEqual([`${file(17)}:2 summary/missing active`]);
});

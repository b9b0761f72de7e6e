import { expect, test } from "vitest";
import fragment from "#rules/link/broken-fragment";
import absolute from "#rules/link/absolute-self";
import broken from "#rules/link/broken-internal";
import form from "#rules/link/form";
import generic from "#rules/link/generic-text";
import orphan from "#rules/link/orphan";
import missing from "#rules/image/missing-file";
import { runRule } from "../../support/run-rule.ts";

const hugo = { path: "hugo.toml", text: 'baseURL = "https://rye.example/"\n' };
const post = (name: string, body: string, more = "") => ({
  path: `content/posts/${name}.md`,
  text: `---\ntitle: ${name}\n${more}---\n\n${body}\n`,
});

test("an index of posts has no links to judge", async () => {
  const text = '{ "posts": [{ "title": "Salt", "url": "/nowhere/", "image": "/no.png" }] }';
  expect((await runRule("link/broken-internal", broken, [{ path: "index.json", text }])).findings).toEqual([]);
});

test("a template of the site's own makes its links", async () => {
  const files = [hugo, { path: "layouts/_markup/render-link.html", text: "" }, post("rye", "[g](g) ![g](/g.png)")];
  expect((await runRule("link/broken-internal", broken, files)).findings).toEqual([]);
});

test("ids of headings that repeat, of attributes, of HTML, of defined terms; fragments of scripts", async () => {
  const headings = "## Salt\n\n## Salt\n\n## Water {#wet}\n\n<a name=old></a>\n\nYeast\n: A fungus.\n";
  const links = "[a](#salt-1) [b](#wet) [c](#old) [d](#yeast) [e](#/route) [f](#:~:text=Salt) [g](#fn:1)";
  const files = [hugo, post("rye", `${headings}\n${links}`)];
  expect((await runRule("link/broken-fragment", fragment, files)).findings).toEqual([]);
});

test("a script's strings are no links, and a comment's id is made by what serves the comments", async () => {
  const script =
    "<script>\nlist.innerHTML = '<a href=\"' + url + '\">salt</a>';\n</script>\n\n<style>/* <a href=no> */</style>";
  const files = [hugo, post("rye", `${script}\n\nAs [Ada says](#comment-6).`)];
  expect((await runRule("link/broken-internal", broken, files)).findings).toEqual([]);
  expect((await runRule("link/broken-fragment", fragment, files)).findings).toEqual([]);
  const after = [hugo, post("rye", `${script}\n\n<a href="/gone/">gone</a>`)];
  expect((await runRule("link/broken-internal", broken, after)).findings).toHaveLength(1);
});

test("an id that several pages lack is the theme's, but for the translations of one page", async () => {
  const found = async (...names: readonly string[]) => {
    const linking = post("rye", names.map((name) => `[a](/posts/${name}/#content)`).join(" "));
    const files = [hugo, linking, ...names.map((name) => post(name, "Text."))];
    return (await runRule("link/broken-fragment", fragment, files)).findings.length;
  };
  expect([await found("a", "b"), await found("a", "b", "c"), await found("v1/a", "v2/a", "v3/a")]).toEqual([2, 0, 3]);
});

test("a page that takes in text from elsewhere may have any section", async () => {
  const files = [hugo, post("rye", '{{% include "parts/salt.md" %}}\n\n[a](#salt)')];
  expect((await runRule("link/broken-fragment", fragment, files)).findings).toEqual([]);
});

test("ten posts that do not link to each other have no orphans", async () => {
  const posts = Array.from({ length: 12 }, (_, n) => post(`p${n}`, "Text.", `date: 2026-01-${10 + n}\n`));
  expect((await runRule("link/orphan", orphan, [hugo, ...posts])).findings).toEqual([]);
});

test("pictures with data, from other hosts, and those that a theme looks for by name", async () => {
  const body = "![a](data:image/png;base64,AA==) ![b](https://cdn.example/b.png) ![c]({{ .Image }})";
  const files = [hugo, post("rye", body, "image: hero.png\n")];
  expect((await runRule("image/missing-file", missing, files)).findings).toEqual([]);
});

test("a site that leaves out the last slash in its links is served so", async () => {
  const files = (links: readonly string[]) => [hugo, post("salt", "Salt."), post("rye", links.join(" "))];
  const bare = (count: number) => Array.from({ length: count }, () => "[s](/posts/salt)");
  const whole = Array.from({ length: 4 }, () => "[s](/posts/salt/#amounts)");
  const told = async (links: readonly string[]) => (await runRule("link/form", form, files(links))).findings.length;
  expect(await told([...bare(10), ...whole])).toBe(0);
  expect(await told(bare(9))).toBe(9);
  expect(await told([...bare(9), ...whole])).toBe(9);
});

test("what else there may be under the host of a site that code makes pages of", async () => {
  const files = [
    { path: "eleventy.config.js", text: "export default () => ({});" },
    { path: "_data/site.json", text: '{ "url": "https://rye.dev/" }' },
    { path: "all.11ty.js", text: "export const data = { permalink: (data) => data.tool.url };" },
    { path: "rye.md", text: "---\ntitle: Rye\n---\n\n[a](https://rye.dev/salt/) [b](https://rye.dev/tools/)\n" },
    { path: "salt.md", text: "---\ntitle: Salt\n---\n\nSalt.\n" },
  ];
  const { findings } = await runRule("link/absolute-self", absolute, files);
  expect(findings.map(({ message }) => message)).toEqual([
    "https://rye.dev/salt/ is on this site; write /salt/, which also holds in previews.",
  ]);
});

test("of the versions of a post the newest counts among those that have a link", async () => {
  const version = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => post(`${name}/p${n}`, "Read it [here](https://rye.example/salt/)."));
  const found = async (count: number) => {
    const files = [...version("1.0", count), ...version("2.0", count)];
    const { findings } = await runRule("link/generic-text", generic, files);
    return findings.map(({ path, data }) => `${path} ${String(data["posts"])}`);
  };
  expect(await found(12)).toEqual(["content/posts/2.0/p0.md 12"]);
  expect(await found(6)).toHaveLength(6);
});

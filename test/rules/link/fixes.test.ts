import { expect, test } from "vitest";
import form from "#rules/link/form";
import redirected from "#rules/link/redirected-internal";
import tracking from "#rules/link/tracking-params";
import { runRule } from "../../support/run-rule.ts";

const site = [
  { path: "hugo.toml", text: 'baseURL = "https://rye.example/"\n' },
  { path: "content/posts/salt.md", text: "---\ntitle: Salt\naliases: [/salt/]\n---\n\nSalt.\n" },
];

/** The document after the fixes of a rule. */
async function fixed(id: string, rule: Parameters<typeof runRule>[1], body: string): Promise<string> {
  const text = `---\ntitle: Rye\n---\n\n${body}`;
  const { findings } = await runRule(id, rule, [...site, { path: "content/posts/rye.md", text }]);
  const edits = findings.flatMap(({ fix }) => (fix?.safety === "safe" ? fix.edits : []));
  return edits
    .toSorted((a, b) => b.range.start.offset - a.range.start.offset)
    .reduce((now, { range, text: to }) => now.slice(0, range.start.offset) + to + now.slice(range.end.offset), text)
    .slice(text.length - body.length);
}

test("a fix writes the target in each way that links are written", async () => {
  const body = [
    '[a](/posts/salt "Salt"), [b](</posts/salt>), [c][salt], <a href="/posts/salt">d</a>.',
    "",
    "[salt]: /posts/salt#why",
    "",
  ];
  expect(await fixed("link/form", form, body.join("\n"))).toBe(
    body.map((line) => line.replaceAll(/\/posts\/salt(?!\/)/g, "/posts/salt/")).join("\n"),
  );
});

test("an alias becomes the page, with query, fragment and host", async () => {
  const body = "[a](/salt/?a=1#why) [b](https://rye.example/salt/)\n";
  expect(await fixed("link/redirected-internal", redirected, body)).toBe(
    "[a](/posts/salt/?a=1#why) [b](https://rye.example/posts/salt/)\n",
  );
});

test("parameters of campaigns go, others stay", async () => {
  expect(await fixed("link/tracking-params", tracking, "[a](/posts/salt/?utm_source=x&b=1&gclid=2#c)\n")).toBe(
    "[a](/posts/salt/?b=1#c)\n",
  );
});

test("code, comments and shortcodes have no links", async () => {
  const body = '`[a](/posts/salt)`\n\n<!-- [b](/posts/salt) -->\n\n{{< card link="/posts/salt" >}}\n';
  expect(await fixed("link/form", form, body)).toBe(body);
});

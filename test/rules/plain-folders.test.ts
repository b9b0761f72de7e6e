import { expect, test } from "vitest";
import h1 from "#rules/heading/h1-in-body";
import mismatch from "#rules/lang/mismatch";
import broken from "#rules/link/broken-internal";
import duplicate from "#rules/title/duplicate";
import { runRule } from "../support/run-rule.ts";

// Of a folder of Markdown nobody knows the generator: what it does is learned, or left open.

const page = (path: string, body: string, title = path) => ({ path, text: `---\ntitle: ${title}\n---\n\n${body}\n` });

test("where more than a tenth of the bodies have the title, pages do not show that of the front matter", async () => {
  const found = async (count: number, titled: number) => {
    const files = Array.from({ length: count }, (_, n) =>
      page(`p${n}.md`, n < titled ? `# Rye ${n}\n\nText.` : "Text.", `Rye ${n}`),
    );
    return (await runRule("heading/h1-in-body", h1, files)).findings.length;
  };
  expect([await found(20, 2), await found(20, 3), await found(9, 3)]).toEqual([2, 0, 3]);
});

const german =
  "Das Salz und das Wasser sind in dem Teig, und der Teig ist nicht zu warm, aber auch nicht zu kalt. ".repeat(12);
const english =
  "The salt and the water are in the dough, and the dough is not too warm, but it is not too cold. ".repeat(12);

test("folders that are named after languages and translate each other say the language", async () => {
  const found = async (folder: string, text = german) => {
    const files = Array.from({ length: 12 }, (_, n) => page(`pages/en/p${n}.md`, english));
    const report = await runRule("lang/mismatch", mismatch, [...files, page(`pages/${folder}/p1.md`, text)]);
    return report.findings.map(({ messageId }) => messageId);
  };
  expect(await found("de")).toEqual([]);
  expect(await found("de-at")).toEqual([]);
  expect(await found("de", english)).toEqual(["stated"]);
  expect(await found("go")).toEqual(["learned"]);
});

test("a language without translations is a folder like others", async () => {
  const files = Array.from({ length: 12 }, (_, n) => page(`pages/en/p${n}.md`, english));
  const { findings } = await runRule("lang/mismatch", mismatch, [...files, page("pages/de/brot.md", german)]);
  expect(findings).toHaveLength(1);
});

test("a translation may keep its title", async () => {
  const files = [page("en/a.md", "Text.", "Rye and salt and ice"), page("fr/a.md", "Texte.", "Rye and salt and ice")];
  expect((await runRule("title/duplicate", duplicate, files)).findings).toEqual([]);
});

test.each([["content.fr"], ["content-fr"], ["content_fr"]])(
  "a folder whose name is that of another one and a language, such as %s, holds its translations",
  async (folder) => {
    const found = async (name: string) => {
      const files = [page(`site/content/${name}`, "Text.", "Rye and salt and ice")];
      const other = page(`site/${folder}/${name}`, "Texte.", "Rye and salt and ice");
      return (await runRule("title/duplicate", duplicate, [...files, other])).findings.length;
    };
    expect([await found("a.md"), await found("posts/b.md")]).toEqual([0, 0]);
    // Each package has a readme, whatever its folder is called.
    expect(await found("README.md")).toBe(2);
  },
);

test("a folder that ends with a language and stands alone is a folder like others", async () => {
  const files = [
    page("rye-fr/a.md", "Text.", "Rye and salt and ice"),
    page("salt/a.md", "Text.", "Rye and salt and ice"),
  ];
  expect((await runRule("title/duplicate", duplicate, files)).findings).toHaveLength(2);
});

test("what lies in a hidden folder is not looked for", async () => {
  const files = [page("a.md", "[The form](.github/FORM.md) and [none](none.md)")];
  const { findings } = await runRule("link/broken-internal", broken, files);
  expect(findings.map(({ key }) => key)).toEqual(["none.md"]);
});

test("a translation may link to what is there in another language only", async () => {
  const files = [
    page("docs/en/a.md", "Text."),
    page("docs/en/log.md", "Text."),
    page("docs/de/a.md", "[Log](log.md) and [none](none.md)"),
    page("docs/go/b.md", "[Log](log.md)"),
  ];
  const { findings } = await runRule("link/broken-internal", broken, files);
  expect(findings.map(({ path, key }) => `${path} ${key}`)).toEqual(["docs/de/a.md none.md", "docs/go/b.md log.md"]);
});

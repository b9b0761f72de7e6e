import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { CodeAction, Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { command, temporaryFolder } from "../support/run-cli.ts";

const post = (title: string, body: string) =>
  `---\ntitle: "${title}"\ndescription: How a loaf of ${title.trim()} is mixed, proved and baked, with the times that each of the steps takes.\ndate: 2026-03-04\n---\n\n${body}\n`;

/** Values that come one after the other, each waited for. */
function inbox<T>() {
  const waiting: T[] = [];
  let wake: (() => void) | undefined;
  return {
    put(value: T) {
      waiting.push(value);
      wake?.();
    },
    async next(): Promise<T> {
      for (;;) {
        const [value] = waiting.splice(0, 1);
        if (value !== undefined) return value;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** An editor with a site open, which talks to the server. */
async function editor() {
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://bake.example/"\n',
    "content/posts/rye.md": post("Rye", "Rye rises slowly, as [oats](/posts/oats/) do."),
    "content/posts/oats.md":
      "---\ntitle: Oats\ndescription: Overnight soaking, gentle heat and a pinch of salt turn a cup of grain into breakfast.\ndate: 2026-02-01\n---\n\nOats soak overnight.\n",
  });
  const child = spawn(process.execPath, [command, "lsp", "--stdio"], { cwd: folder.path, stdio: "pipe" });
  const closed = once(child, "close");
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = inbox<PublishDiagnosticsParams>();
  const shown = inbox<string>();
  connection.onNotification("textDocument/publishDiagnostics", published.put);
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => shown.put(message));
  connection.listen();
  onTestFinished(async () => {
    child.kill();
    await closed;
    connection.dispose();
    folder.remove();
  });
  const uri = (file: string) => pathToFileURL(folder.file(file)).href;
  const { capabilities } = await connection.sendRequest<{ capabilities: object }>("initialize", {
    processId: null,
    rootUri: pathToFileURL(folder.path).href,
    capabilities: {},
  });
  await connection.sendNotification("initialized", {});
  let version = 0;
  const open = (file: string, text: string) =>
    connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: uri(file), languageId: "markdown", version: ++version, text },
    });
  const change = (file: string, text: string) =>
    connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: uri(file), version: ++version },
      contentChanges: [{ text }],
    });
  const actions = (file: string, diagnostics: readonly Diagnostic[], only?: readonly string[]) =>
    connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: uri(file) },
      range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics, ...(only !== undefined && { only }) },
    });
  return { folder, child, closed, connection, capabilities, published, shown, uri, open, change, actions };
}

const brief = ({ diagnostics }: PublishDiagnosticsParams) =>
  diagnostics.map(({ range: { start }, severity, code }) => `${start.line}:${start.character} ${severity} ${code}`);

/** The text after an action. */
function after(text: string, uri: string, { edit }: CodeAction): string {
  return TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, text), edit?.changes?.[uri] ?? []);
}

const rye = "content/posts/rye.md";

test("what an editor holds is judged, with its site in view, at every change, and forgotten when it is closed", async () => {
  const { published, open, change, uri, connection } = await editor();
  await open(rye, post("Rye", "Rye rises slowly, as [oats](/posts/oats/) and [spelt](/posts/spelt/) do."));
  const first = await published.next();
  expect(first.uri).toBe(uri(rye));
  expect(brief(first)).toEqual(["6:54 1 link/broken-internal"]);
  expect(first.diagnostics[0]).toMatchObject({
    source: "standfirst",
    message: "/posts/spelt/ is no page or file of this site; correct the link or remove it.",
    range: { start: { line: 6, character: 54 }, end: { line: 6, character: 67 } },
  });
  await change(rye, post("Rye", "Rye rises slowly, as [oats](/posts/oats/) do."));
  expect(brief(await published.next())).toEqual([]);
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri: uri(rye) } });
  expect(await published.next()).toEqual({ uri: uri(rye), diagnostics: [] });
});

test("a finding is mended or suppressed by its actions, and all safe ones by one", async () => {
  const { published, open, change, uri, actions } = await editor();
  const text = post("Rye  bread", "Rye rises slowly, as [oats](https://bake.example/posts/oats/) do.");
  await open(rye, text);
  const { diagnostics } = await published.next();
  expect(diagnostics.map(({ code }) => code)).toEqual(["text/double-space", "link/absolute-self"]);
  const [spaces] = diagnostics;
  const offered = await actions(rye, spaces === undefined ? [] : [spaces], ["quickfix"]);
  expect(offered.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ["Write one space.", true],
    ["Suppress text/double-space here", undefined],
  ]);
  const [mended, suppressed] = offered.map((action) => after(text, uri(rye), action));
  expect(mended).toBe(text.replace("Rye  bread", "Rye bread"));
  expect(suppressed).toMatch(
    /^---\n# standfirst-disable-next-line text\/double-space -- accepted on \d{4}-\d\d-\d\d\n/,
  );
  const [all, ...others] = await actions(rye, [], ["source.fixAll"]);
  expect(others).toEqual([]);
  const clean = all === undefined ? "" : after(text, uri(rye), all);
  expect(clean).toBe(text.replace("Rye  bread", "Rye bread").replace("https://bake.example/posts", "/posts"));
  await change(rye, suppressed ?? "");
  expect(brief(await published.next())).toEqual(["7:28 3 link/absolute-self"]);
  await change(rye, clean);
  expect(brief(await published.next())).toEqual([]);
  expect(await actions(rye, diagnostics)).toEqual([]);
});

test("a config that is broken is told once, and the next one is taken", async () => {
  const { folder, published, shown, open, change } = await editor();
  writeFileSync(folder.file("standfirst.config.yaml"), "rulez: {}\n");
  const text = post("Rye", "As [spelt](/posts/spelt/) does.");
  await open(rye, text);
  expect(await shown.next()).toContain('"rulez"');
  writeFileSync(folder.file("standfirst.config.yaml"), "rules: { link/broken-internal: info }\n");
  await change(rye, `${text}\n`);
  expect(brief(await published.next())).toEqual(["6:11 3 link/broken-internal"]);
});

test("a plugin's rule judges what is typed, and is taken anew when its file changes", async () => {
  const { folder, published, open, change } = await editor();
  const plugin = (word: string) =>
    `export default { name: "bakery", rules: { word: { on: "document", summary: "Say it.", severity: "error", presets: ["recommended"], messages: { there: "It says ${word}." }, facts: { at: { id: "at", version: 1, from: { markdown: ({ masked }) => masked.indexOf("${word}") } } }, *check(entry, _options, { at }) { if (at >= 0) yield { message: "there", data: {}, key: "${word}", at: { path: entry.path, span: { start: at, end: at + 3 }, anchor: "body", entry } }; } } } };\n`;
  writeFileSync(folder.file("rules.mjs"), plugin("oven"));
  writeFileSync(
    folder.file("standfirst.config.yaml"),
    "extends: []\nplugins: [./rules.mjs]\nrules: { bakery: error }\n",
  );
  const text = post("Rye", "A hot oven and a crust.");
  await open(rye, text);
  expect(brief(await published.next())).toEqual(["6:6 1 bakery/word"]);
  writeFileSync(folder.file("rules.mjs"), plugin("crust"));
  await change(rye, `${text}\n`);
  expect(brief(await published.next())).toEqual(["6:17 1 bakery/word"]);
});

test("it ends when the editor says so, and when the editor is gone", async () => {
  const polite = await editor();
  expect(polite.capabilities).toMatchObject({
    codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.standfirst"] },
  });
  await polite.connection.sendRequest("shutdown");
  await polite.connection.sendNotification("exit");
  expect(await polite.closed).toEqual([0, null]);
  const rude = await editor();
  rude.child.stdin.end();
  expect(await rude.closed).toEqual([1, null]);
});

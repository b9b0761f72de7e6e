import { spawn } from "node:child_process";
import { appendFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { command, runCli, temporaryFolder } from "../support/run-cli.ts";

const post = (title: string, body = "It rises slowly.") =>
  `---\ntitle: ${title}\ndescription: How ${title} is baked.\ndate: 2026-03-04\n---\n\n${body}\n`;

const waiting = "Waiting for changes; Ctrl-C ends it.\n";

/** Watches a site; each call of `next` gives what was written up to the next wait. */
async function watching(...args: string[]) {
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://bake.example/"\n',
    "content/posts/rye.md": post("Rye", "[Oats](/posts/oats/) and [spelt](/posts/spelt/)."),
    "content/posts/oats.md": post("Oats"),
  });
  const only = ["--only", "link/broken-internal", "-f", "compact", "--no-cache", "--now", "2026-07-01"];
  const child = spawn(process.execPath, [command, "--watch", ...only, ...args], { cwd: folder.path, stdio: "pipe" });
  onTestFinished(async () => {
    child.kill();
    await once(child, "close");
    folder.remove();
  });
  let written = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      written += chunk.toString();
      for (const listener of listeners) listener();
    });
  const next = async (): Promise<string> => {
    while (!written.includes(waiting))
      await new Promise<void>((resolve) => {
        listeners.add(resolve);
      });
    const end = written.indexOf(waiting);
    const round = written.slice(0, end).replace(/standfirst: $/, "");
    written = written.slice(end + waiting.length);
    return round;
  };
  return { folder, next };
}

const broken = (file: string, line: number, column: number, target: string) =>
  `content/posts/${file}:${line}:${column}: error link/broken-internal: ${target} is no page or file of this site; correct the link or remove it.\n`;

test("--watch reports all, then what was edited, and all again where a document is gone", async () => {
  const { folder, next } = await watching();
  const spelt = broken("rye.md", 7, 34, "/posts/spelt/");
  expect(await next()).toBe(spelt);
  appendFileSync(folder.file("content/posts/oats.md"), "\n[Barley](/posts/barley/)\n");
  expect(await next()).toBe(broken("oats.md", 9, 10, "/posts/barley/"));
  writeFileSync(folder.file("content/posts/barley.md"), post("Barley"));
  expect(await next()).toBe("");
  rmSync(folder.file("content/posts/oats.md"));
  expect(await next()).toBe(broken("rye.md", 7, 8, "/posts/oats/") + spelt);
});

test("--watch is not woken by what it writes itself", async () => {
  const { folder, next } = await watching("-f", "json:report.json", "--cache-dir", "facts");
  await next();
  const oats = folder.file("content/posts/oats.md");
  for (const [line, name] of ["Barley", "Maize", "Millet"].entries()) {
    appendFileSync(oats, `\n[${name}](/posts/${name.toLowerCase()}/)\n`);
    const lines = (await next()).trim().split("\n");
    expect(lines.length, "nothing came between").toBe(line + 1);
  }
  expect(existsSync(folder.file("report.json"))).toBe(true);
});

test("--watch outlives a config that is broken, and takes the next one", async () => {
  const { folder, next } = await watching();
  await next();
  writeFileSync(folder.file("standfirst.config.yaml"), "rulez: {}\n");
  expect(await next()).toContain('"rulez"');
  writeFileSync(folder.file("standfirst.config.yaml"), "rules: { link/broken-internal: info }\n");
  expect(await next()).toContain(": info link/broken-internal: ");
});

test("--watch reads a config in code anew", async () => {
  const { folder, next } = await watching();
  await next();
  for (const severity of ["info", "warn"]) {
    const code = `export default { rules: { "link/broken-internal": "${severity}" } };\n`;
    writeFileSync(folder.file("standfirst.config.mjs"), code);
    const word = severity === "warn" ? "warning" : severity;
    expect(await next()).toContain(`: ${word} link/broken-internal: `);
  }
});

test("--watch takes a plugin that is mended", async () => {
  const { folder, next } = await watching("--only", "bakery");
  await next();
  const plugin = (found: string) =>
    `export default { name: "bakery", rules: { oven: { on: "corpus", summary: "Bake.", severity: "warn", presets: [], messages: { one: "${found}" }, *check({ entries: [entry] }) { yield { message: "one", at: { path: entry.path, span: entry.span, anchor: "entry", entry }, key: "a" }; } } } };\n`;
  writeFileSync(folder.file("rules.mjs"), "export default 3;\n");
  await next();
  writeFileSync(folder.file("standfirst.config.yaml"), "plugins: [./rules.mjs]\n");
  expect(await next()).toContain("its default export is no plugin");
  for (const found of ["Rye.", "Oats."]) {
    writeFileSync(folder.file("rules.mjs"), plugin(found));
    expect(await next()).toContain(`bakery/oven: ${found}`);
  }
});

test.each([
  [["--watch", "--fix"], "--watch and --fix exclude each other."],
  [["--watch", "-"], "--watch can't watch standard input; name files or folders."],
])("%s is refused", async (args, message) => {
  const { code, stderr } = await runCli(args);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

#!/usr/bin/env node
import { createRequire } from "node:module";
import { main } from "./main.ts";

// Reuses compiled code between runs where Node can (22.1 and later).
(createRequire(import.meta.url)("node:module") as { enableCompileCache?: () => void }).enableCompileCache?.();

const isClosed = (error: NodeJS.ErrnoException) => error.code === "EPIPE";

const stream = (target: NodeJS.WriteStream) => ({
  write: (text: string) =>
    new Promise<void>((resolve, reject) => {
      target.write(text, (error) => (error && !isClosed(error) ? reject(error) : resolve()));
    }),
  isTerminal: target.isTTY === true,
  columns: target.isTTY ? target.columns : undefined,
});

// A reader that stops early (`standfirst | head`) is no error.
for (const target of [process.stdout, process.stderr])
  target.on("error", (error) => {
    if (!isClosed(error)) throw error;
  });

process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: stream(process.stdout),
  stderr: stream(process.stderr),
  async readStdin(most) {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  },
});

#!/usr/bin/env node
import { createRequire } from "node:module";
import { exitCodes } from "./io.ts";
import { main } from "./main.ts";
import { OutputError } from "./output-error.ts";

// Reuses compiled code between runs where Node can (22.1 and later).
(createRequire(import.meta.url)("node:module") as { enableCompileCache?: () => void }).enableCompileCache?.();

/** A reader that stops early (`standfirst | head`) is no error. */
const isClosed = (error: NodeJS.ErrnoException) => error.code === "EPIPE";

const stream = (target: NodeJS.WriteStream, name: string) => ({
  write: (text: string) =>
    new Promise<void>((resolve, reject) => {
      target.write(text, (error) => (error && !isClosed(error) ? reject(new OutputError(name, error)) : resolve()));
    }),
  isTerminal: target.isTTY === true,
  columns: target.isTTY ? target.columns : undefined,
});

// Whoever writes is told: without a listener the event would end the process.
for (const target of [process.stdout, process.stderr]) target.on("error", () => undefined);

// A config that is code may end the process, or wait for what never comes. That is no run, and passes no gate.
const cutShort = () => {
  process.exitCode = exitCodes.couldNotRun;
  process.stderr.write(
    "The run ended before it was done; a config that is code may have ended it. --no-code reads none.\n",
  );
};
process.on("exit", cutShort);

const exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: stream(process.stdout, "Standard output"),
  stderr: stream(process.stderr, "Standard error"),
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
process.off("exit", cutShort);
process.exitCode = exitCode;

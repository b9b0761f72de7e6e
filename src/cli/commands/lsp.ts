import { once } from "node:events";
import process from "node:process";
import { createConnection } from "vscode-languageserver";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { serve } from "#lsp/server";
import { version } from "../../version.ts";
import { configChoice, judgementRequest } from "../check-request.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import type { Arguments } from "../parse-arguments.ts";

/** Serves an editor on standard input and output until it says that it is done, or is gone. */
export async function lsp(io: Io, { options }: Arguments): Promise<ExitCode> {
  let isShutDown = false;
  const ended = new Promise<ExitCode>((end) => {
    const connection = createConnection(
      (logger) =>
        createProtocolConnection(
          new StreamMessageReader(process.stdin),
          new StreamMessageWriter(process.stdout),
          logger,
        ),
      {
        get shutdownReceived() {
          return isShutDown;
        },
        set shutdownReceived(value) {
          isShutDown = value;
        },
        initialize: () => undefined,
        exit: () => end(isShutDown ? exitCodes.passed : exitCodes.gateFailed),
      },
    );
    serve(connection, {
      version,
      requestFor: (folder, files) => ({
        ...judgementRequest(io, options),
        cwd: folder,
        inputs: files,
        config: configChoice(options),
        passOnNoFiles: true,
        cache: { off: false, time: Date.now() },
      }),
    });
  });
  const gone = once(process.stdin, "end").then(() => (isShutDown ? exitCodes.passed : exitCodes.gateFailed));
  const code = await Promise.race([ended, gone]);
  process.stdin.destroy();
  return code;
}

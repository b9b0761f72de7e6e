import type { Io } from "./io.ts";

/** Runs that are over sooner show nothing. */
const patience = 1000;
/** Milliseconds between two updates. */
const pace = 100;

/** A line on a terminal's standard error that says how far reading is. */
export interface Progress {
  update(done: number, all: number): void;
  /** Takes the line away. */
  clear(): Promise<void>;
}

/** Shows progress on a terminal, never in CI, and only for runs over a second. */
export function showProgress({ stderr, env }: Pick<Io, "stderr" | "env">): Progress {
  if (!stderr.isTerminal || env["CI"]) return { update: () => undefined, clear: async () => undefined };
  const started = performance.now();
  let last = started;
  let isShown = false;
  return {
    update(done, all) {
      const now = performance.now();
      if (now - started < patience || now - last < pace) return;
      last = now;
      isShown = true;
      void stderr.write(
        `\r\u001b[KReading ${done.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} documents`,
      );
    },
    async clear() {
      if (isShown) await stderr.write("\r\u001b[K");
    },
  };
}

import type { RunStep } from "#audit/preparation";
import type { Io } from "./io.ts";

/** Runs that are over sooner show nothing. */
const patience = 1000;
/** Milliseconds between two updates within a step. */
const pace = 100;

/** A line on a terminal's standard error that says how far a run is. */
export interface Progress {
  update(step: RunStep): void;
  /** Takes the line away. */
  clear(): Promise<void>;
}

/** Shows progress on a terminal, never in CI, and only for runs over a second. */
export function showProgress({ stderr, env }: Pick<Io, "stderr" | "env">): Progress {
  if (!stderr.isTerminal || env["CI"]) return { update: () => undefined, clear: async () => undefined };
  const started = performance.now();
  let line = "Looking for documents";
  let shown: { readonly at: number; readonly phase: RunStep["phase"] | undefined } | undefined;
  const show = (phase?: RunStep["phase"]) => {
    shown = { at: performance.now(), phase };
    void stderr.write(`\r\u001b[K${line}`);
  };
  // A search that takes long tells nothing of itself.
  const timer = setTimeout(show, patience);
  timer.unref();
  return {
    update(step) {
      line = wording(step);
      const now = performance.now();
      const isSoon = shown?.phase === step.phase && now - shown.at < pace;
      if (now - started >= patience && !isSoon) show(step.phase);
    },
    async clear() {
      clearTimeout(timer);
      if (shown !== undefined) await stderr.write("\r\u001b[K");
    },
  };
}

const wording = ({ phase, done, all }: RunStep): string =>
  phase === "judge" ? `Judging ${counted(all)} documents` : `Reading ${counted(done)} of ${counted(all)} documents`;

const counted = (count: number): string => count.toLocaleString("en-US");

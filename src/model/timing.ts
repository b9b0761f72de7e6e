/** The steps of a run, in their order. */
export const phases = ["start", "config", "find", "extract", "join", "judge", "settle", "report", "write"] as const;
export type Phase = (typeof phases)[number];

/** Work whose time is added up by name. On several threads it can add up to more than the phase that it is part of. */
export type TimedWork = "fact" | "rule";

/** Takes the time of pieces of work. Only its maker knows a clock. */
export interface Stopwatch {
  /** Milliseconds since some moment. */
  now(): number;
  spent(work: TimedWork, name: string, milliseconds: number): void;
}

/** Takes the time of a run, where someone asked for it. */
export interface Timing extends Stopwatch {
  /** Says that what was done since the last call was this phase. */
  end(phase: Phase): void;
  /** Says how many documents the cache knew, of how many that it was asked for. */
  cached(hits: number, documents: number): void;
}

/** The steps of a run, in their order. */
export const phases = ["start", "config", "find", "extract", "join", "judge", "settle", "report", "write"] as const;
export type Phase = (typeof phases)[number];

/** Work whose time is added up by name; it is part of a phase. Work on several threads can add up to more than it. */
export type TimedWork = "fact" | "rule";

/** Takes the time of a run, where someone asked for it. Only its maker knows a clock. */
export interface Timing {
  /** Milliseconds since some moment. */
  now(): number;
  /** Says that what was done since the last call was this phase. */
  end(phase: Phase): void;
  spent(work: TimedWork, name: string, milliseconds: number): void;
  /** Says how many documents the cache knew, of how many that it was asked for. */
  cached(hits: number, documents: number): void;
}

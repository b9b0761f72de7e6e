import { phases, type Phase, type TimedWork, type Timing } from "#model/timing";
import { compareStrings } from "#text/compare";
import { plural } from "#text/wording";

/** The time of a run as it was taken, and as a text. */
export interface Taken extends Timing {
  /** For people: the phases in their order, then the facts and the rules that took most. */
  table(): string;
}

/** Facts and rules that are shown of each. */
const mostShown = 15;

/** Takes the time of a run from now on; what went before, the start of the process, is its first phase. */
export function takeTime(): Taken {
  const byPhase = new Map<Phase, number>();
  const byWork = { fact: new Map<string, number>(), rule: new Map<string, number>() };
  let last = 0;
  let cache: { readonly hits: number; readonly documents: number } | undefined;
  const timing: Taken = {
    now: () => performance.now(),
    end(phase) {
      const now = performance.now();
      add(byPhase, phase, now - last);
      last = now;
    },
    spent: (work, name, milliseconds) => add(byWork[work], name, milliseconds),
    cached(hits, documents) {
      cache = { hits, documents };
    },
    table: () => tableOf(byPhase, byWork, cache),
  };
  timing.end("start");
  return timing;
}

const add = <K>(sums: Map<K, number>, name: K, milliseconds: number) =>
  void sums.set(name, (sums.get(name) ?? 0) + milliseconds);

function tableOf(
  byPhase: ReadonlyMap<Phase, number>,
  byWork: Readonly<Record<TimedWork, ReadonlyMap<string, number>>>,
  cache: { readonly hits: number; readonly documents: number } | undefined,
): string {
  const total = [...byPhase.values()].reduce((sum, milliseconds) => sum + milliseconds, 0);
  const inOrder = phases.flatMap((phase): [string, number][] => [[phase, byPhase.get(phase) ?? 0]]);
  return [
    ...section("Phase", [...inOrder, ["all", total]], total),
    ...section("Fact", longest(byWork.fact), total),
    ...section("Rule", longest(byWork.rule), total),
    cache === undefined
      ? "Cache: not used"
      : `Cache: ${plural(cache.hits, "hit")}, ${plural(cache.documents - cache.hits, "miss", "misses")} of ${plural(cache.documents, "document")}`,
    "",
  ].join("\n");
}

function section(name: string, rows: readonly (readonly [string, number])[], total: number): string[] {
  if (rows.length === 0) return [];
  return [
    `${name.padEnd(32)}       ms  share`,
    ...rows.map(([label, milliseconds]) => {
      const share = total === 0 ? 0 : (100 * milliseconds) / total;
      return `  ${label.padEnd(30)} ${milliseconds.toFixed(1).padStart(8)} ${share.toFixed(1).padStart(5)}%`;
    }),
    "",
  ];
}

/** The facts or rules that took most; the others in one row. */
function longest(sums: ReadonlyMap<string, number>): (readonly [string, number])[] {
  const sorted = [...sums].toSorted(([a, x], [b, y]) => y - x || compareStrings(a, b));
  const rest = sorted.slice(mostShown);
  const others = rest.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  return [
    ...sorted.slice(0, mostShown),
    ...(rest.length === 0 ? [] : ([[`(${rest.length} others)`, others]] as const)),
  ];
}

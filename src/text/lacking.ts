import type { Entry } from "#model/entry";
import { learnConvention } from "./convention.ts";
import { isListPage } from "./list-page.ts";
import { peersOf } from "./peers.ts";

/** An entry that lacks what most of its peers have. */
export interface Lacking {
  readonly entry: Entry;
  readonly having: number;
  readonly total: number;
}

/**
 * Entries that lack what by convention the others beside them have. Drafts may lack anything, and so may list pages and
 * what could not be read.
 */
export function findLacking(entries: readonly Entry[], has: (entry: Entry) => boolean): Lacking[] {
  return peersOf(entries.filter(({ path, incomplete }) => !isListPage(path) && incomplete !== true)).flatMap(
    (peers) => {
      const convention = learnConvention(peers.map((entry) => (has(entry) ? true : undefined)));
      if (convention === undefined) return [];
      const { agreeing: having, total } = convention;
      return peers
        .filter((entry) => !has(entry) && entry.draft?.value !== true)
        .map((entry) => ({ entry, having, total }));
    },
  );
}

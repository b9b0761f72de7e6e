import type { Entry } from "#model/entry";
import type { SitePages } from "#model/site";
import type { PlacedEntry, Placement } from "./placement.ts";

/** The map of a site, with what resolving a link needs beside the pages. */
export interface SiteLookup extends SitePages {
  readonly placement: Placement;
  /** Where an entry is served, or would be if it were published. Without the base path. */
  placeOf(entry: Entry): string | undefined;
  /** The document that would be at a URL path if it were published. */
  unpublishedAt(path: string): Entry | undefined;
  /** Whether the host answers for a URL path by a rule of its own, with what is not in the source. */
  isAnswered(path: string): boolean;
  /** The document of a file, by its path. */
  entryAt(path: string): Entry | undefined;
  /** The same with its place. */
  placedAt(path: string): PlacedEntry | undefined;
}

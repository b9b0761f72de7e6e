import type { RedirectRule } from "#model/site";
import { decoded, pathIn } from "./urls.ts";

/** Whether a rule sends every reader elsewhere: it has no conditions, and a status of the 300s or none. */
export const isRedirect = ({ status, conditional }: Pick<RedirectRule, "status" | "conditional">): boolean =>
  !conditional && /^30[12378]!?$/.test(status?.value ?? "301");

/** The path of a rule's source, decoded, whatever host it names. */
export const sourcePath = ({ source }: Pick<RedirectRule, "source">): string => decodedPath(source.value);

/** The path of a URL, decoded, without query and fragment. */
export const decodedPath = (url: string): string => decoded(pathIn(url) || "/");

/** What is equal for paths that hosts treat alike: the last slash makes no difference. */
export const pathKey = (path: string): string => path.replace(/(?<=.)\/$/, "");

/** Whether a source or a target stands for many: `*`, `:placeholder`. */
export const isPattern = (path: string): boolean => /[*]|\/:/.test(path.replace(/^[a-z][a-z0-9+.-]*:\/\//i, ""));

import type { Report } from "#model/report";

/**
 * Path of a document from the repository's root, or undefined where the document is not in the repository: standard
 * input, a URL, an absolute path, a path that leads out of it.
 */
export function repositoryPath({ run }: Report, path: string): string | undefined {
  if (path === "" || path === "-" || path.startsWith("<")) return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|[a-z]:[/\\]|[/\\])/i.test(path)) return undefined;
  const segments: string[] = [];
  for (const segment of `${run.root}/${path}`.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length === 0 ? undefined : segments.join("/");
}

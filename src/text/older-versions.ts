/** A folder that is named by a version, such as "v3.4", "2.x" or "version-0.79". */
const version = /^(?:v|version[-_])\d[\w.-]{0,30}$|^\d+(?:\.(?:\d+|x)){1,3}$/i;

/**
 * Tells, by the paths of all documents, which of them describe an older version: they are below a folder that is named by
 * a version, beside one of a newer. Such documents are kept as they were, and say for the most part what the newer say.
 *
 * @param paths POSIX
 */
export function olderVersions(paths: readonly string[]): (path: string) => boolean {
  const newest = new Map<string, string>();
  for (const path of paths) {
    for (const { parent, name } of versionsIn(path)) {
      const known = newest.get(parent);
      if (known === undefined || isNewer(name, known)) newest.set(parent, name);
    }
  }
  return (path) => versionsIn(path).some(({ parent, name }) => isNewer(newest.get(parent) ?? name, name));
}

function versionsIn(path: string): { parent: string; name: string }[] {
  const folders = path.split("/").slice(0, -1);
  return folders.flatMap((name, depth) =>
    version.test(name) ? { parent: folders.slice(0, depth).join("/"), name } : [],
  );
}

const isNewer = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true }) > 0;

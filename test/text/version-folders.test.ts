import { expect, test } from "vitest";
import { versionFolders } from "#text/version-folders";

/** What each of some documents is a version of: its path in the newest version, and how old it is. */
function versionsOf(paths: readonly string[]): Record<string, string> {
  const placeOf = versionFolders({ posts: paths.map((path) => ({ entries: [{ path }] })) });
  return Object.fromEntries(
    paths.flatMap((path) => {
      const place = placeOf(path);
      return place === undefined ? [] : [[path, `${String(place.age)} ${place.newest}`]];
    }),
  );
}

/** Three documents in each of some folders. */
const inFolders = (...folders: readonly string[]) =>
  folders.flatMap((folder) => ["rye", "oats", "malt"].map((name) => `${folder}${name}.md`));

/** The folders of versions, from the newest on. */
const ordered = (...folders: readonly string[]) =>
  Object.entries(versionsOf(inFolders(...folders)))
    .filter(([path]) => path.endsWith("rye.md"))
    .toSorted(([, a], [, b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([path]) => path.slice(0, -"rye.md".length));

test("folders of versions are ordered: what readers get first, numbers, what is to come, what is kept", () => {
  expect(ordered("a/v1/", "a/v2/", "a/v10/")).toEqual(["a/v10/", "a/v2/", "a/v1/"]);
  expect(ordered("a/2.9/", "a/2.10/", "a/2-edge/", "a/dev/")).toEqual(["a/2.10/", "a/2.9/", "a/2-edge/", "a/dev/"]);
  expect(ordered("a/3.x/", "a/latest/", "a/main/")).toEqual(["a/latest/", "a/3.x/", "a/main/"]);
  expect(ordered("a/next-release/", "a/1.18/", "a/1.2/")).toEqual(["a/1.18/", "a/1.2/", "a/next-release/"]);
  expect(ordered("a/archive/11.0/", "a/21.0/", "a/22.0/", "a/archive/9.0/")).toEqual([
    "a/22.0/",
    "a/21.0/",
    "a/archive/11.0/",
    "a/archive/9.0/",
  ]);
  expect(ordered("a/v1/1.76/", "a/v2/2.0/", "a/v2/2.20/", "a/v2/_dev/")).toEqual([
    "a/v2/2.20/",
    "a/v2/2.0/",
    "a/v1/1.76/",
    "a/v2/_dev/",
  ]);
});

test("the version that is written now may be called otherwise, or lie around the others", () => {
  expect(ordered("text/docs/", "text/2.18/", "text/2.19/")).toEqual(["text/docs/", "text/2.19/", "text/2.18/"]);
  expect(ordered("docs/", "docs/v1/")).toEqual(["docs/", "docs/v1/"]);
  expect(ordered("text/2.18/", "text/2.19/", "blog/")).toEqual(["text/2.19/", "text/2.18/"]);
  expect(ordered("text/2.18/", "text/2.19/", "text/de/")).toEqual(["text/2.19/", "text/2.18/"]);
  expect(ordered("text/2.18/", "text/2.19/", "text/archive/")).toEqual(["text/2.19/", "text/2.18/", "text/archive/"]);
});

test("a document of an older version stands for one of the newest, whether it is there or not", () => {
  expect(versionsOf(["a/1.0/rye.md", "a/1.0/bake/old.md", "a/2.0/rye.md", "a/about.md"])).toEqual({
    "a/1.0/rye.md": "1 a/2.0/rye.md",
    "a/1.0/bake/old.md": "1 a/2.0/bake/old.md",
    "a/2.0/rye.md": "0 a/2.0/rye.md",
  });
});

test.each([
  ["years", ["a/2025/", "a/2026/"]],
  ["months", ["a/2026.01/", "a/2026.02/", "a/2026.11/"]],
  ["days", ["a/2026-01-05/", "a/2026-01-12/"]],
  ["chapters", ["a/01-intro/", "a/2-setup/", "a/1.1-rye/", "a/3/"]],
  ["names alone", ["a/latest/", "a/archive/", "a/stable/"]],
  ["languages", ["a/en/", "a/de/"]],
])("%s are no versions", (_, folders) => {
  expect(versionsOf(inFolders(...folders))).toEqual({});
});

test("folders that have but an index in common are no versions", () => {
  expect(versionsOf(["a/1.0/_index.md", "a/1.0/rye.md", "a/1.1/_index.md", "a/1.1/oats.md"])).toEqual({});
});

test("deep paths are read to a depth", () => {
  const deep = (name: string) => `${"a/".repeat(2000)}${name}/rye.md`;
  expect(versionsOf([deep("1.0"), deep("2.0")])).toEqual({});
});

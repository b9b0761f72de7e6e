import type { Entry } from "#model/entry";

/**
 * The language of an entry, lower case: the one that it names, else a language code at the start of its URL's path
 * ("/fr/…", "/pt-br/…"); "" where neither says.
 */
export function localeOf({ language, url }: Pick<Entry, "language" | "url">): string {
  if (language !== undefined) return language.value.trim().toLowerCase();
  const path = url?.value.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "") ?? "";
  return /^\/?([a-z]{2}(?:[-_][a-z]{2})?)\//i.exec(path)?.[1]?.toLowerCase() ?? "";
}

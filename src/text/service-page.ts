import type { Entry } from "#model/entry";

/** Whether a document is no page to be found: the page of an error, or a template of a feed or another file. */
export const isServicePage = ({ path, url }: Pick<Entry, "path" | "url">): boolean =>
  /(?:^|\/)(?:4\d\d|5\d\d|50x)(?:\/index)?\.\w+$/.test(path) || /\.(?:xml|json|txt|rss|atom)$/i.test(url?.value ?? "");

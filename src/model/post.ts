import { editions, type Edition, type Entry } from "./entry.ts";

/** All entries that speak of the same post, the most trusted edition first. */
export interface Post {
  /** Names the post in fingerprints: the path of its source, else its URL path, slug or title. */
  readonly key: string;
  readonly entries: readonly [Entry, ...Entry[]];
}

/** A field that an entry is known to have. */
export type With<K extends keyof Entry> = Entry & { readonly [P in K]-?: NonNullable<Entry[P]> };

/** The most trusted entry of a post that has a field, or undefined. */
export function entryWith<K extends keyof Entry>(post: Post, name: K): With<K> | undefined {
  return post.entries.find((entry): entry is With<K> => entry[name] !== undefined);
}

/** Orders editions by trust: negative when `a` comes first. */
export const byEdition = (a: Edition, b: Edition) => editions.indexOf(a) - editions.indexOf(b);

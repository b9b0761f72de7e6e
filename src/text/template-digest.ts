import { digest } from "./digest.ts";
import { skeletonOf } from "./skeleton.ts";

/**
 * A short name for what is left of a text when the words of its post's title, names and numbers are masked: texts from
 * one template have the same. Undefined where fewer words are left than `least`: two such texts agree by chance.
 */
export function templateDigest(text: string, title: string, least: number): string | undefined {
  const skeleton = skeletonOf(text, title, { maskNames: true });
  return skeleton.words < least ? undefined : digest(skeleton.text);
}

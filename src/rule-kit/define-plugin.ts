import type { Rule } from "./define-rule.ts";

/** Rules from outside of this package. A site's config names the module that has one as its default export. */
export interface Plugin {
  /** The group of its rules: with the name "bakery" the rule "oven" has the id `bakery/oven`. */
  readonly name: string;
  readonly rules: Readonly<Record<string, Rule>>;
}

/** Returns the plugin unchanged; its job is to let TypeScript check it. */
export const definePlugin = (plugin: Plugin): Plugin => plugin;

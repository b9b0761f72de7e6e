import type { Phrase } from "#model/phrase";
import { presets, severities, type Preset, type Severity } from "#model/severity";
import type { Schema } from "#rule-kit/options";
import { phraseSchema, phraseStarter } from "./phrase-schema.ts";

/** What a config says of how bad a rule's findings are; `off` switches the rule off. */
export type Level = Severity | "off";
export const levels = ["off", ...severities] as const;

/** Options by name. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** What a config says of a rule or a group. A group takes a level only. */
export type RuleValue = Level | readonly [Level] | readonly [Level, GivenOptions];
export type RuleValues = Readonly<Record<string, RuleValue>>;

/** Rules that are set otherwise for some paths. */
interface Override {
  readonly files: readonly string[];
  readonly ignores?: readonly string[];
  readonly rules: RuleValues;
}

/** What the config says of the site; the rules get it as it is. */
interface SiteValue {
  readonly url?: string;
  readonly titleSuffix?: string;
  readonly language?: string;
}

const htmlParts = ["title", "summary", "published", "modified", "readingTime", "author", "url", "tags"] as const;

/** CSS selectors for list pages, as the reader of HTML listings takes them. */
type HtmlValue = { readonly entry: string } & { readonly [K in (typeof htmlParts)[number]]?: string };

/** One key of the config. Schema, type, starter config and messages all come from here. */
interface ConfigKey<T> {
  readonly description: string;
  /** May refer to the definitions that `configSchema` makes from the rules: `level`, `rules`, `globs`. */
  readonly schema: Schema;
  /** YAML for the starter config. Settings that are only shown have a `#` and no single blank before them. */
  readonly starter: string;
  /** Carries the type of the values; never set. */
  readonly type?: T;
}

const schemaPath = "./node_modules/standfirst/schemas/config.schema.json";

const key = <T>(spec: ConfigKey<T>) => spec;

const definition = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const words = (description: string): Schema => ({ type: "string", minLength: 1, description });

/** What the patterns of the schema ask for, in words. */
export const patternWords: Readonly<Record<string, string>> = {
  "^https?://[^\\s/]": 'a full address such as "https://example.org/"',
  "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": 'a language tag such as "en" or "pt-BR"',
};
const [webAddress, languageTag] = Object.keys(patternWords);

/** What holds where a config does not say otherwise. */
export const defaultPresets: readonly Preset[] = ["recommended"];
export const defaultFailOn = "error";

/** Every key that a config can have. To add one, add it here. */
export const configKeys = {
  $schema: key<string>({
    description: "The schema that editors check this file with.",
    schema: { type: "string" },
    starter: `# yaml-language-server: $schema=${schemaPath}\n#$schema: ${schemaPath}`,
  }),
  extends: key<readonly Preset[]>({
    description: "Presets to start from: recommended, strict (includes recommended), seo, editorial.",
    schema: { type: "array", items: { enum: presets }, uniqueItems: true, default: defaultPresets },
    starter: "extends: [recommended]",
  }),
  rules: key<RuleValues>({
    description: "Rules and groups: off, info, warn, error, or [severity, options]. An id wins over its group.",
    schema: definition("rules"),
    starter: "rules: {}\n#rules:\n#  lead: warn\n#  title/width: [error, {}]",
  }),
  plugins: key<readonly string[]>({
    description:
      "Modules with rules of your own: paths from this file's folder, with a dot at their start, or packages.",
    schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
    starter: "#plugins: [./standfirst-rules.mjs]",
  }),
  overrides: key<readonly Override[]>({
    description: "Other settings for some files. Globs start at this file's folder; later overrides win.",
    schema: {
      type: "array",
      items: {
        type: "object",
        properties: { files: definition("globs"), ignores: definition("globs"), rules: definition("rules") },
        required: ["files", "rules"],
        additionalProperties: false,
      },
    },
    starter:
      'overrides: []\n#overrides:\n#  - files: ["content/notes/**"]\n#    ignores: ["content/notes/pinned.md"]\n#    rules: { lead: off }',
  }),
  ignores: key<readonly string[]>({
    description: "Files to leave alone.",
    schema: definition("globs"),
    starter: '#ignores: ["drafts/**"]',
  }),
  inputs: key<readonly string[]>({
    description: "Files, folders and globs to check when the command line names none.",
    schema: definition("globs"),
    starter: '#inputs: ["public/index.json"]',
  }),
  site: key<SiteValue>({
    description: "What the files cannot say of the site: its address, what its theme adds to titles, its language.",
    schema: {
      type: "object",
      properties: {
        url: { type: "string", pattern: webAddress, description: "Address of the site's root." },
        titleSuffix: words("Text that the theme adds to every title, with its separator."),
        language: { type: "string", pattern: languageTag, description: "Language of the posts." },
      },
      additionalProperties: false,
    },
    starter: '#site:\n#  url: https://example.org/\n#  titleSuffix: " | Example"\n#  language: en',
  }),
  html: key<HtmlValue>({
    description:
      "CSS selectors of a list page, where it is not recognised. All but entry are looked up inside an entry.",
    schema: {
      type: "object",
      properties: {
        entry: words("An element for each post."),
        ...Object.fromEntries(htmlParts.map((part) => [part, words(`The ${part} inside an entry.`)])),
      },
      required: ["entry"],
      additionalProperties: false,
    },
    starter:
      "#html:\n#  entry: article.post\n#  title: h2 a\n#  summary: .excerpt\n#  published: time\n#  modified: .updated\n#  readingTime: .minutes\n#  author: .byline\n#  url: h2 a\n#  tags: .tag",
  }),
  phrases: key<readonly (Phrase | string)[]>({
    description:
      "House rules without code: words to avoid, replace, count or keep alike; or YAML files with such rules.",
    schema: { type: "array", items: { ...phraseSchema, type: ["object", "string"] } },
    starter: phraseStarter,
  }),
  frontMatter: key<Readonly<Record<string, object | string>>>({
    description: "JSON Schemas that front matter must fit, by globs: a schema, or a JSON or YAML file with one.",
    schema: { type: "object", additionalProperties: { type: ["object", "string"] } },
    starter: '#frontMatter:\n#  "content/posts/**": { type: object, required: [title, description] }',
  }),
  failOn: key<Severity | "never">({
    description: "The mildest severity that makes the command fail: error, warn, info or never.",
    schema: { enum: [...severities.toReversed(), "never"], default: defaultFailOn },
    starter: "failOn: error",
  }),
  maxWarnings: key<number>({
    description: "Most warnings allowed before the command fails.",
    schema: { type: "integer", minimum: 0 },
    starter: "#maxWarnings: 0",
  }),
  budgets: key<Readonly<Record<string, number>>>({
    description: "Most findings allowed, by rule or group: a ceiling that can only be lowered.",
    schema: definition("budgets"),
    starter: "#budgets:\n#  lead: 20",
  }),
  baseline: key<string>({
    description: "File of known findings that do not fail the gate, made by `standfirst baseline create`.",
    schema: { type: "string", minLength: 1 },
    starter: "#baseline: standfirst-baseline.json",
  }),
} as const;

type Keys = typeof configKeys;

/** A config as it is written. */
export type Config = { readonly [K in keyof Keys]?: Keys[K] extends ConfigKey<infer T> ? T : never };

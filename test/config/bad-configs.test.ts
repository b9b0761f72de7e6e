import { describe, expect, test } from "vitest";
import { complaint, everyKey, load } from "./support.ts";

const yaml: readonly (readonly [about: string, text: string, message: string])[] = [
  ["a mistyped key", "ruels: {}", `1:1: unknown key "ruels"; did you mean "rules"?`],
  ["a key that is like none", "colour: red", `1:1: unknown key "colour"; use ${everyKey}`],
  ["a mistyped key inside", "site:\n  ulr: x", `2:3: unknown key "ulr" in "site"; did you mean "url"?`],
  [
    "an unknown key in an override",
    "overrides:\n  - files: [a]\n    rules: {}\n    reason: x",
    `4:5: unknown key "reason" in "overrides[0]"; use files, ignores or rules`,
  ],
  [
    "a mistyped rule",
    "rules:\n  lead/lenght: warn",
    `2:3: unknown rule or group "lead/lenght"; did you mean "lead/length"?`,
  ],
  ["a mistyped group", "rules:\n  titel: off", `2:3: unknown rule or group "titel"; did you mean "title"?`],
  [
    "a rule that is like none",
    "rules:\n  grammar/comma: off",
    `2:3: unknown rule or group "grammar/comma"; "standfirst rules" lists them all`,
  ],
  [
    "a mistyped rule in an override",
    "overrides:\n  - files: [a]\n    rules: { title/with: off }",
    `3:14: unknown rule or group "title/with"; did you mean "title/width"?`,
  ],
  [
    "a mistyped option",
    "rules:\n  lead/length: [warn, { wrods: { min: 1, max: 2 } }]",
    `2:25: rule "lead/length" has no option "wrods"; did you mean "words"?`,
  ],
  [
    "an option that is like none",
    "rules:\n  lead/length: [warn, { limit: 3 }]",
    `2:25: rule "lead/length" has no option "limit"; its options are words, skip`,
  ],
  [
    "an option of a rule without options",
    "rules:\n  title/generic: [info, { words: 3 }]",
    `2:27: rule "title/generic" has no option "words"; it has no options`,
  ],
  ["a mistyped preset", "extends: [recomended]", `1:11: unknown preset "recomended"; did you mean "recommended"?`],
  [
    "a preset that is like none",
    "extends: [google]",
    `1:11: unknown preset "google"; use recommended, strict, seo or editorial`,
  ],
  ["a preset twice", "extends: [seo, seo]", `1:16: "extends" has "seo" twice`],
  ["presets as text", "extends: seo", `1:10: "extends" must be a list, found "seo"`],
  [
    "a mistyped severity",
    "rules:\n  lead: warning",
    `2:9: "warning" is not a severity for "lead"; did you mean "warn"?`,
  ],
  [
    "a severity by number",
    "rules:\n  lead/length: 2",
    `2:16: the number 2 is not a severity for "lead/length"; use off, info, warn or error, or [severity, options]`,
  ],
  [
    "a severity that YAML reads as a boolean",
    "rules:\n  lead/length: false",
    `2:16: false is not a severity for "lead/length"; use off, info, warn or error, or [severity, options]`,
  ],
  [
    "a severity by its ESLint name in a list",
    "rules:\n  lead/length: [eror, {}]",
    `2:17: "eror" is not a severity for "lead/length"; did you mean "error"?`,
  ],
  [
    "a map for a rule",
    "rules:\n  lead/length: { severity: warn }",
    `2:16: a map is not a severity for "lead/length"; use off, info, warn or error, or [severity, options]`,
  ],
  [
    "an empty list for a rule",
    "rules:\n  lead/length: []",
    `2:16: "lead/length" is an empty list; write a severity, or [severity, options]`,
  ],
  [
    "a long list for a rule",
    "rules:\n  lead/length: [warn, {}, {}]",
    `2:16: "lead/length" has 3 items; write a severity, or [severity, options]`,
  ],
  [
    "options as text",
    "rules:\n  lead/length: [warn, 12-60]",
    `2:23: the options of "lead/length" must be a map, found "12-60"`,
  ],
  [
    "options for a group",
    "rules:\n  lead: [warn, {}]",
    `2:9: "lead" is a group of rules; give it off, info, warn or error, and give options to its rules one by one`,
  ],
  ["rules as a list", "rules: [lead]", `1:8: "rules" must be a map, found a list`],
  [
    "a range upside down",
    "rules:\n  lead/length: [warn, { words: { min: 60, max: 12 } }]",
    `2:32: option "words" of "lead/length" has min 60 above max 12; make min the smaller one`,
  ],
  [
    "half a range",
    "rules:\n  lead/length: [warn, { words: { min: 60 } }]",
    `2:25: option "words" of "lead/length" needs the key "max"`,
  ],
  [
    "a part of a range that is text",
    `rules:\n  lead/length: [warn, { words: { min: "1", max: 9 } }]`,
    `2:39: option "words.min" of "lead/length" must be a number, found "1"`,
  ],
  [
    "an unknown key in a range",
    "rules:\n  lead/length: [warn, { words: { min: 1, max: 9, ideal: 5 } }]",
    `2:50: unknown key "ideal" in option "words" of "lead/length"; use min or max`,
  ],
  [
    "a fraction",
    "rules:\n  title/width: [warn, { max: 1.5 }]",
    `2:30: option "max" of "title/width" must be a whole number, found the number 1.5`,
  ],
  [
    "below a limit",
    "rules:\n  title/width: [warn, { max: 0 }]",
    `2:30: option "max" of "title/width" must be at least 1, found the number 0`,
  ],
  [
    "a share above 1",
    "rules:\n  author/outlier: [warn, { agreement: 70 }]",
    `2:39: option "agreement" of "author/outlier" must be at most 1, found the number 70`,
  ],
  [
    "a choice",
    "rules:\n  lead/marker: [warn, { marker: requierd }]",
    `2:33: option "marker" of "lead/marker" is "requierd"; did you mean "required"?`,
  ],
  [
    "a table's value",
    "rules:\n  author/outlier: [warn, { names: { Jo: [Joe] } }]",
    `2:41: option "names.Jo" of "author/outlier" must be text, found a list`,
  ],
  ["an override without files", "overrides:\n  - rules: { lead: off }", `2:5: "overrides[0]" needs the key "files"`],
  [
    "an override with no globs",
    "overrides:\n  - files: []\n    rules: {}",
    `2:12: "overrides[0].files" is an empty list; list at least one, or leave the key out`,
  ],
  ["globs as text", "ignores: drafts/**", `1:10: "ignores" must be a list, found "drafts/**"`],
  ["an empty glob", "ignores: ['']", `1:11: glob "" is empty; write a path or a glob`],
  ["a negated glob", "ignores: [a, '!b']", `1:14: glob "!b" starts with "!"; list what to leave out under "ignores"`],
  [
    "an absolute glob",
    "inputs: [/content/**]",
    `1:10: glob "/content/**" starts with "/"; write it relative to the folder of the config file`,
  ],
  [
    "a glob with an open brace",
    "ignores: ['a{b,c']",
    `1:11: glob "a{b,c" matches nothing; close its braces, and end it with no backslash`,
  ],
  [
    "a glob with folders in braces",
    "ignores: ['{a/b,c}/*']",
    `1:11: glob "{a/b,c}/*" has a "/" between braces; write one glob for each folder`,
  ],
  [
    "a glob with a range",
    "ignores: ['p{1..30}']",
    `1:11: glob "p{1..30}" has a range between braces; list its members with commas`,
  ],
  [
    "a glob that backtracks",
    "ignores: ['*a*a*a*a*b']",
    `1:11: glob "*a*a*a*a*b" has more than 3 wildcards or braces in one folder's name; use fewer`,
  ],
  [
    "an address without scheme",
    "site:\n  url: example.org",
    `2:8: "site.url" is "example.org"; write a full address such as "https://example.org/"`,
  ],
  [
    "a language's name",
    "site:\n  language: English",
    `2:13: "site.language" is "English"; write a language tag such as "en" or "pt-BR"`,
  ],
  ["selectors without entry", "html:\n  title: h2", `1:1: "html" needs the key "entry"`],
  ["a mistyped gate", "failOn: warning", `1:9: "failOn" is "warning"; did you mean "warn"?`],
  ["negative warnings", "maxWarnings: -1", `1:14: "maxWarnings" must be at least 0, found the number -1`],
  [
    "a mistyped group in a budget",
    "budgets: { titel: 3 }",
    `1:12: unknown rule or group "titel"; did you mean "title"?`,
  ],
  [
    "a budget of what is no rule",
    "budgets: { all: 3 }",
    `1:12: unknown rule or group "all"; "standfirst rules" lists them all`,
  ],
  ["a list as the config", "- rules", `1:1: the config must be a map, found a list`],
  ["text as the config", "recommended", `1:1: the config must be a map, found "recommended"`],
  ["nothing as a value", "rules:", `1:7: "rules" must be a map, found nothing`],
  ["a key twice", "rules:\n  lead: off\n  lead: warn", `3:3: key "lead" stands here twice; keep one`],
  [
    "an open list",
    "extends: [seo",
    `1:14: this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]`,
  ],
  ["a tab", "rules:\n\tlead: off", `2:1: this is not valid YAML: Tabs are not allowed as indentation`],
  ["an unknown tag", "site: !env URL", `1:7: this is not valid YAML: Unresolved tag: !env`],
  ["an unknown alias", "rules: *base", `1:8: no anchor "base" stands before this alias`],
  ["escape sequences", `"\\e[31mx": 1`, `1:1: unknown key "\\u{1b}[31mx"; use ${everyKey}`],
  ["a prototype's name", "__proto__: { extends: [seo] }", `1:1: unknown key "__proto__"; use ${everyKey}`],
];

describe("a bad YAML config is refused, with place and remedy", () => {
  test.for(yaml)("%s", async ([, text, message]) => {
    expect(await complaint(() => load({ "standfirst.config.yaml": text }))).toBe(`standfirst.config.yaml:${message}`);
  });
});

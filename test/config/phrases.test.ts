import { expect, test } from "vitest";
import { loadConfig } from "#config/index";
import { folderWith, rules } from "./support.ts";

async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const cwd = await folderWith(files);
  return loadConfig({ cwd, rules }).then(
    () => [],
    (error: Error) => error.message.split("\n"),
  );
}

const existence = "kind: existence, phrases: [x]";

test("phrases come from the config and from the files that it names", async () => {
  const cwd = await folderWith({
    "standfirst.config.yaml": `phrases:\n  - { id: a, ${existence} }\n  - style/words.yaml\n  - style/one.json\nrules: { house/b: error, house: warn }\n`,
    "style/words.yaml": `- { id: b, ${existence} }\n- { id: c, ${existence} }\n`,
    "style/one.json": `{ "id": "d", "kind": "consistency", "variants": [["x", "y"]] }`,
  });
  const { phrases = [] } = await loadConfig({ cwd, rules });
  expect(phrases.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
});

test.each([
  ["{ id: A b, kind: existence, phrases: [x] }", /"A b"/],
  ["{ id: a, kind: existance, phrases: [x] }", /did you mean "existence"/],
  ["{ id: a, kind: existence }", /1:11: a phrase of the kind existence needs phrases or patterns/],
  ["{ id: a, kind: existence, phrases: [x], swap: { a: b } }", /takes no swap/],
  ["{ id: a, kind: occurrence, phrases: [x], min: 3, max: 1 }", /min 3 is above max 1/],
  ['{ id: a, kind: existence, patterns: ["(?<=a)b"] }', /"\(\?<=a\)b" is no regular expression of RE2/],
  ['{ id: a, kind: existence, patterns: ["(a"] }', /is no regular expression of RE2/],
])("%s is refused", async (phrase, message) => {
  expect((await problemsOf({ "standfirst.config.yaml": `phrases: [${phrase}]\n` })).join("\n")).toMatch(message);
});

test("a fault in a phrase file has the place in that file", async () => {
  const problems = await problemsOf({
    "standfirst.config.yaml": "phrases: [words.yaml]\n",
    "words.yaml": "- id: a\n  kind: existence\n  phrase: [x]\n",
  });
  expect(problems).toEqual([
    expect.stringMatching(/^words\.yaml:1:3: a phrase of the kind existence needs/),
    expect.stringMatching(/^words\.yaml:3:3: unknown key "phrase".*did you mean "phrases"/),
  ]);
});

test("two phrases of one name, and a rule of a phrase that is not there", async () => {
  const problems = await problemsOf({
    "standfirst.config.yaml": `phrases: [{ id: a, ${existence} }, { id: a, ${existence} }]\nrules:\n  house/b: error\n`,
  });
  expect(problems).toEqual([
    expect.stringMatching(/^standfirst\.config\.yaml:3:3: unknown rule or group "house\/b".*"house\/a"/),
    'standfirst.config.yaml: two phrases have the id "a"; give each its own',
  ]);
});

test("a phrase file that is not there", async () => {
  expect(await problemsOf({ "standfirst.config.yaml": "phrases: [none.yaml]\n" })).toEqual([
    expect.stringContaining("none.yaml"),
  ]);
});

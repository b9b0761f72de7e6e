// Writes a new rule with its doc: npm run new-rule group/name
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [id = ""] = process.argv.slice(2);

if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
  console.error(`"${id}" is no rule id. Write npm run new-rule group/name, in lower case: summary/length.`);
  process.exitCode = 2;
} else if (existsSync(`${root}rules/${id}.ts`)) {
  console.error(`rules/${id}.ts exists already.`);
  process.exitCode = 2;
} else {
  mkdirSync(`${root}rules/${id.split("/")[0]}`, { recursive: true });
  writeFileSync(`${root}rules/${id}.ts`, rule());
  writeFileSync(`${root}rules/${id}.md`, doc(id));
  console.log(`Wrote rules/${id}.ts and rules/${id}.md.`);
  process.exitCode = spawnSync("npm", ["run", "--silent", "generate"], { cwd: root, stdio: "inherit" }).status ?? 1;
}

function rule() {
  return `import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "entry",
  summary: "Keep titles short.",
  severity: "warn",
  presets: [],
  options: {
    most: integer({ default: 100, minimum: 1, description: "Most characters allowed." }),
  },
  messages: {
    long: "Title has {length|character}; keep it to {most}.",
  },

  *check(entry, { most }) {
    const length = entry.title?.value.length ?? 0;
    if (length <= most) return;
    yield { message: "long", data: { length, most }, at: fieldPlace(entry, "title"), key: "length" };
  },
});
`;
}

function doc(name) {
  return `# ${name}

<!-- generated -->
<!-- /generated -->

Why it matters to readers, in two or three sentences.

## Reported

\`\`\`txt invalid
${"A title that goes on and on ".repeat(4).trim()}

What the post says, in one sentence that is long enough.

June 12, 2026 · 4 min · Ada Baker
\`\`\`

## Fine

\`\`\`txt valid
A short title

What the post says, in one sentence that is long enough.

June 12, 2026 · 4 min · Ada Baker
\`\`\`

## When to turn it off

On sites where it does not matter.
`;
}

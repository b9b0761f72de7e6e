// The floor: the least that a Node program does that reads every file and looks at every word.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

let words = 0;
for (const name of readdirSync(process.argv[2], { recursive: true, encoding: "utf8" })) {
  if (name.endsWith(".md")) words += readFileSync(path.join(process.argv[2], name), "utf8").match(/\S+/g)?.length ?? 0;
}
process.stdout.write(`${words}\n`);

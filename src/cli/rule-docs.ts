import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of this package: where package.json and the rules' docs are, in a checkout and when installed. */
function packageFolder(): string {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) {
    const above = new URL("..", folder);
    if (above.href === folder.href) throw new Error("the package's own folder was not found");
    folder = above;
  }
  return fileURLToPath(folder);
}

/** The doc of a rule, in Markdown; undefined for rules of a config, which have no file. */
export function readRuleDoc(id: string): string | undefined {
  const file = `${packageFolder()}rules/${id}.md`;
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

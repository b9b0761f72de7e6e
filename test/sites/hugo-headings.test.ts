import { afterEach, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

let folder: ReturnType<typeof temporaryFolder>;
afterEach(() => folder.remove());

test("ids of headings are made without attributes and with the tags of HTML, and parts of pages have none", async () => {
  const links = "[a](#salt) [b](#ice-a-namecolda) [c](#cold) [d](#milk)\n";
  folder = temporaryFolder({
    "hugo.toml":
      'baseURL = "https://rye.example/"\n[[cascade]]\nbuild = { render = "never" }\ntarget = { path = "/parts/**" }\n',
    "content/rye.md": `---\ntitle: Rye\n---\n\n## Salt {.wide lang=en}\n\n## Ice <a name="cold"></a>\n\n${links}`,
    "content/parts/flour.md": "See [flour](#flour).\n",
  });
  const { stdout } = await callMain(["--no-cache", "--rule", "link/broken-fragment:warn", "-f", "compact"], {
    cwd: folder.path,
  });
  expect(stdout.split("\n").filter((line) => line.includes("link/broken-fragment"))).toEqual([
    "content/rye.md:9:49: warning link/broken-fragment: This page has no section #milk; correct the fragment or remove it.",
  ]);
});

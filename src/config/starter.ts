import { configKeys } from "./keys.ts";

/** Name of the file that `standfirst init` writes. */
export const starterName = "standfirst.config.yaml";

/** Name of the file that `standfirst init --workflow` writes. */
export const workflowName = ".github/workflows/standfirst.yml";

/** A config that shows every key and changes nothing. Settings that are only shown stand behind a `#`. */
export function starterConfig(): string {
  const head = [
    "# Config of Standfirst. `standfirst config print` shows what holds, `standfirst rules` lists the rules.",
    "# Settings behind a # are examples: take the # away to set them.",
  ];
  const keys = Object.values(configKeys).map(({ description, starter }) => `# ${description}\n${starter}`);
  return `${[head.join("\n"), ...keys].join("\n\n")}\n`;
}

/**
 * A GitHub workflow that checks every push to the main branch and every pull request. It needs no token: the findings
 * are annotations and the job's summary. Actions are pinned by commit.
 *
 * @param version the version of Standfirst to run
 */
export const starterWorkflow = (version: string): string => `name: Content

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  standfirst:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
        with:
          node-version: 22
          package-manager-cache: false
      # A pull request can change the config, so none that is code is run.
      - run: npx --yes standfirst@${version} --no-code
`;

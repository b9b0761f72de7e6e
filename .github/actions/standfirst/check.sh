#!/usr/bin/env bash
# Runs the check. The exit code goes on as an output, so that the findings can be sent before the job fails.
set -euo pipefail

out="$RUNNER_TEMP/standfirst-report"
rm -rf "$out"
mkdir -p "$out"

options=(-f pretty -f github -f "json:$out/report.json" -f "sarif:$out/report.sarif")
if [ -n "$INPUT_CONFIG" ]; then options+=("--config=$INPUT_CONFIG"); fi
if [ -n "$INPUT_BASELINE" ]; then options+=("--baseline=$INPUT_BASELINE"); fi
if [ -n "$INPUT_FAIL_ON" ]; then options+=("--fail-on=$INPUT_FAIL_ON"); fi
if [ -n "$INPUT_SARIF_CATEGORY" ]; then options+=("--sarif-category=$INPUT_SARIF_CATEGORY"); fi
if [ -n "$SINCE" ]; then options+=("--since=$SINCE"); fi
# Only where it is known that the files are the repository's own may a config run code.
if [ "$NO_CODE" != false ]; then options+=(--no-code); fi
if [ "$INPUT_CACHE" = true ]; then options+=("--cache-dir=$RUNNER_TEMP/standfirst-facts"); else options+=(--no-cache); fi

while IFS= read -r format; do
  if [ -n "$format" ]; then options+=("--format=$format"); fi
done <<<"$INPUT_FORMATS"
paths=()
while IFS= read -r path; do
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"$INPUT_PATHS"

code=0
"$COMMAND" check "${options[@]}" -- ${paths[@]+"${paths[@]}"} || code=$?

echo "code=$code" >>"$GITHUB_OUTPUT"
if [ -f "$out/report.json" ]; then
  node -e '
    const { readFileSync } = require("node:fs");
    const { gate, run, summary } = JSON.parse(readFileSync(process.argv[1], "utf8"));
    console.log(`passed=${run.complete ? gate.passed : ""}`);
    console.log(`findings=${summary.error + summary.warn + summary.info}`);
    console.log(`report-file=${process.argv[1]}`);
  ' "$out/report.json" >>"$GITHUB_OUTPUT"
fi
if [ -f "$out/report.sarif" ]; then echo "sarif-file=$out/report.sarif" >>"$GITHUB_OUTPUT"; fi

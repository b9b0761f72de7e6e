#!/usr/bin/env bash
# Settles what the run may do, and installs the command. Nothing of the checked-out files is run for a foreign event.
set -euo pipefail

fail() {
  echo "::error title=standfirst::$1"
  exit 2
}

# Events whose files come from people who may write to the repository. For any other event, nothing of them is run.
trusted=false
case "$GITHUB_EVENT_NAME" in
  push | schedule | workflow_dispatch | release | merge_group) trusted=true ;;
  pull_request) if [ "$HEAD_REPOSITORY" = "$GITHUB_REPOSITORY" ]; then trusted=true; fi ;;
esac

# Tokens of foreign pull requests and of Dependabot can't write to code scanning.
may_upload=$trusted
if [ "${GITHUB_ACTOR:-}" = "dependabot[bot]" ]; then may_upload=false; fi

since=$INPUT_SINCE
if [ "$since" = none ]; then
  since=""
elif [ -z "$since" ] && [ -n "$PULL_REQUEST" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
  since="origin/$GITHUB_BASE_REF"
fi
case "$since" in *$'\n'*) fail "The input since has a line break; name one revision." ;; esac

version=${INPUT_VERSION:-$DEFAULT_VERSION}
if [ "$version" = local ] && [ "$trusted" = false ]; then
  echo "::notice title=standfirst::Version $DEFAULT_VERSION is installed: the local one is part of what is checked."
  version=$DEFAULT_VERSION
fi

if [ "$version" = local ]; then
  command="$GITHUB_WORKSPACE/$INPUT_WORKING_DIRECTORY/node_modules/.bin/standfirst"
  [ -x "$command" ] || fail "There is no standfirst in node_modules; run npm ci before this step, or set the input version."
else
  [[ "$version" =~ ^[0-9A-Za-z][0-9A-Za-z.+-]*$ ]] || fail "The input version is no version; write one such as $DEFAULT_VERSION."
  command -v npm >/dev/null || fail "There is no npm; add actions/setup-node before this step."
  # From an empty folder: an .npmrc of the checked-out files could name another registry.
  folder="$RUNNER_TEMP/standfirst-$version"
  mkdir -p "$folder"
  cd "$folder"
  npm install --prefix "$folder" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error "standfirst@$version"
  command="$folder/node_modules/.bin/standfirst"
fi

{
  echo "command=$command"
  echo "since=$since"
  if [ "$trusted" = true ]; then echo "no-code=false"; else echo "no-code=true"; fi
  echo "may-upload=$may_upload"
} >>"$GITHUB_OUTPUT"

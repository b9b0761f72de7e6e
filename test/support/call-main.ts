import { main } from "#cli/main";

/** What a call of the command did. */
export interface Call {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const stream = (chunks: string[]) => ({
  write: async (text: string) => void chunks.push(text),
  isTerminal: false,
  columns: undefined,
});

/** Calls the command in this process: for tests that need many calls. */
export async function callMain(
  argv: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Call> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await main({
    argv,
    cwd,
    env,
    stdout: stream(stdout),
    stderr: stream(stderr),
    readStdin: async () => new Uint8Array(),
  });
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

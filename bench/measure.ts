import { spawnSync } from 'node:child_process';

/** A program to measure, in a process of its own. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are expected; others fail the benchmark. @default 0 */
  readonly codes?: readonly number[];
}

export interface Cost {
  /** Processor time of the process and its children, in milliseconds. Holds on a busy machine, unlike wall clock. */
  readonly processor: number;
  readonly wall: number;
}

/** Runs commands in turns and keeps the least of each: other work on the machine makes a run dearer and never cheaper. */
export function leastCosts(commands: readonly Command[], rounds: number): Cost[] {
  const costs = commands.map((): Cost[] => []);
  for (let round = 0; round < rounds; round++) {
    commands.forEach((command, index) => void costs[index]!.push(cost(command)));
  }
  return costs.map((all) => ({
    processor: Math.min(...all.map(({ processor }) => processor)),
    wall: Math.min(...all.map(({ wall }) => wall)),
  }));
}

/** The shell reports what its children used, which Node.js does not. */
function cost({ args, cwd, env, codes = [0] }: Command): Cost {
  const script = 'TIMEFORMAT="%3U %3S %3R"; time "$@" >/dev/null 2>"$BENCH_ERRORS"';
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bench', ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, BENCH_ERRORS: '/dev/null', ...env },
  });
  if (!codes.includes(status ?? -1)) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  const [user = 0, system = 0, wall = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { processor: (user + system) * 1000, wall: wall * 1000 };
}

/** Largest memory of a Node.js program, in MiB. */
export function peakMemory({ args, cwd, env, codes = [0] }: Command): number {
  const report =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a program of its own.
    'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\nPEAK ${process.resourceUsage().maxRSS}`))';
  const [node, ...rest] = args;
  const { status, stderr } = spawnSync(node!, ['--import', report, ...rest], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...env },
  });
  if (!codes.includes(status ?? -1)) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(/PEAK (\d+)$/.exec(stderr)![1]) / 1024;
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CheckedApp } from '../src/app';

/**
 * Measures synthesis: apps (a Deployment and a Service each) spread over charts, ten to a chart, each size in a process of
 * its own. Times are of the processor, so that they hold on a busy machine too. Prints a table for docs/benchmarks.md.
 *
 *   npx tsx bench/synth.ts               all sizes
 *   npx tsx bench/synth.ts checked 100   one measurement, as JSON
 */
const PER_CHART = 10;
const CHECKED = [10, 100, 300, 1000];
const PLAIN = [10, 100, 300];

interface Measurement {
  readonly objects: number;
  /** Milliseconds to build the tree of constructs. */
  readonly build: number;
  /** Milliseconds of `synth`. */
  readonly synth: number;
  /** Largest memory of the process, in MiB. */
  readonly memory: number;
}

/** The best of three, after as many to warm up as make the compiler settle. */
function measure(kind: string, charts: number): Measurement {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  run(kind, join(outdir, 'warm-up'), 100);
  const runs = [1, 2, 3].map((number) => run(kind, join(outdir, `run-${number}`), charts));
  rmSync(outdir, { recursive: true });
  const best = runs.reduce((a, b) => (b.synth < a.synth ? b : a));
  return { ...best, objects: charts * PER_CHART * 2, memory: process.resourceUsage().maxRSS / 1024 };
}

function run(kind: string, outdir: string, charts: number): { build: number; synth: number } {
  const start = processorTime();
  const app = build(kind, outdir, charts);
  const built = processorTime();
  app.synth();
  return { build: built - start, synth: processorTime() - built };
}

/** Milliseconds that the process has spent in its own code and in the kernel, garbage collection included. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function build(kind: string, outdir: string, charts: number): App {
  const app = kind === 'checked' ? new CheckedApp({ outdir }) : new App({ outdir });
  for (let chart = 0; chart < charts; chart++) {
    const scope = new Chart(app, `chart-${chart}`, { namespace: `team-${chart}` });
    for (let index = 0; index < PER_CHART; index++) {
      const web = new kplus.Deployment(scope, `web-${index}`, {
        metadata: { name: `web-${index}` },
        containers: [{ image: 'ghcr.io/acme/shop:1.4.2', portNumber: 8080, envVariables: { MODE: { value: 'on' } } }],
      });
      web.exposeViaService({ name: `web-${index}` });
    }
  }
  return app;
}

function inProcess(kind: string, charts: number): Measurement {
  const args = [...process.execArgv, __filename, kind, String(charts)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function table(): string {
  const rows = [
    ...CHECKED.map((charts) => ['checked', charts] as const),
    ...PLAIN.map((charts) => ['plain', charts] as const),
  ];
  const lines = rows.map(([kind, charts]) => {
    const { objects, build, synth, memory } = inProcess(kind, charts);
    const each = ((synth / objects) * 1000).toFixed(0);
    const app = kind === 'checked' ? '`CheckedApp`' : 'cdk8s `App`';
    return `| ${app} | ${charts} | ${objects} | ${build.toFixed(0)} | ${synth.toFixed(0)} | ${each} | ${memory.toFixed(0)} |`;
  });
  return [
    `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    '',
    '| | charts | objects | build, ms | synth, ms | synth per object, µs | memory, MiB |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...lines,
  ].join('\n');
}

const [kind, charts] = process.argv.slice(2);
process.stdout.write(kind === undefined ? `${table()}\n` : JSON.stringify(measure(kind, Number(charts))));

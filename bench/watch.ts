import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { manyCharts } from './programs';
import { Project } from './project';

/**
 * `npx tsx bench/watch.ts`: how long `cdk8s-patterns synth --watch` takes from a saved file to the checked manifest on the disk, wall clock.
 * The compiled package is measured. Prints a table for docs/benchmarks.md.
 */
const SIZES = [1, 100, 1000];
const SAVES = 20;
/** Between a manifest that is written and the next save: an editor saves no faster. */
const PAUSE = 1000;

/** @param everyChart a save changes one object of every chart, otherwise one object of the last chart. */
async function measure(project: Project, charts: number, everyChart: boolean): Promise<number[]> {
  const name = `watched-${charts}-${everyChart}`;
  const folder = join(project.folder, name);
  const save = (mode: string) => project.write(`${name}/mode.js`, `module.exports = '${mode}';\n`);
  project.write(`${name}/cdk8s.yaml`, 'language: typescript\napp: node main.js\noutput: dist\n');
  project.write(`${name}/package.json`, '{"private": true}\n');
  const mode = everyChart ? "require('./mode')" : `index === ${charts - 1} ? require('./mode') : 'on'`;
  const program = manyCharts(true, charts)
    .replace(/outdir: [^}]+/, '')
    .replace("MODE: 'on'", `MODE: ${mode}`);
  project.write(`${name}/main.js`, program);
  save('first');
  const child = spawn(process.execPath, [project.command, 'synth', '--watch'], { cwd: folder, stdio: 'ignore' });
  try {
    await written(folder, charts, 'first', child);
    const times: number[] = [];
    for (let number = 0; number < SAVES; number++) {
      await wait(PAUSE);
      const started = performance.now();
      save(`mode-${number}`);
      await written(folder, charts, `mode-${number}`, child);
      times.push(performance.now() - started);
    }
    return times.toSorted((a, b) => a - b);
  } finally {
    child.kill();
  }
}

/** Waits until the last chart has that mode; all files are replaced together before it. */
async function written(folder: string, charts: number, mode: string, { exitCode }: ChildProcess): Promise<void> {
  const file = join(folder, 'dist', `chart-${charts - 1}.k8s.yaml`);
  const deadline = Date.now() + 60_000;
  while (!(existsSync(file) && readFileSync(file, 'utf8').includes(`MODE: ${mode}\n`))) {
    if (exitCode !== null || Date.now() > deadline) throw new Error(`${charts} charts: "${mode}" was not written`);
    await wait(1);
  }
}

async function main(): Promise<void> {
  const project = new Project();
  try {
    process.stdout.write('| charts × 3 objects | a save changes | median, ms | p95, ms |\n|--:|-|--:|--:|\n');
    for (const charts of SIZES) {
      for (const everyChart of [false, true]) {
        const times = await measure(project, charts, everyChart);
        const at = (share: number) => times[Math.ceil(times.length * share) - 1]!.toFixed(0);
        process.stdout.write(
          `| ${charts} | ${everyChart ? 'every chart' : 'one chart'} | ${at(0.5)} | ${at(0.95)} |\n`,
        );
      }
    }
  } finally {
    project.remove();
  }
}

void main();

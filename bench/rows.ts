import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { writeManifests, writeSchemas } from './manifests';
import { type Command, type Cost, leastCosts, peakMemory } from './measure';
import { firstApp, firstAppInTypeScript, manyCharts, renderedOnce } from './programs';
import type { Project } from './project';

/** A comparison with what users would otherwise run. */
export interface Row {
  /** Key in budget.json. */
  readonly id: string;
  readonly what: string;
  readonly against: string;
  /** Ours and theirs, in milliseconds of the processor, of the clock where the row says so, or MiB where it is memory; undefined when theirs is not installed. */
  measure(project: Project): { readonly ours: number; readonly theirs: number } | undefined;
  /** Takes seconds, not minutes. */
  readonly isShort: boolean;
}

const node = process.execPath;
const QUICK_ROUNDS = 7;
const LONG_ROUNDS = 1;
const WORKERS = availableParallelism();
/** Files of one object each. */
const DOCUMENTS = Number(process.env.DOCUMENTS ?? 40_000);

function compare(ours: Command, theirs: Command, rounds: number) {
  const [a, b] = leastCosts([ours, theirs], rounds);
  return { ours: a!.processor, theirs: b!.processor };
}

const run = (project: Project, ...args: readonly string[]): Command => ({ args: [node, ...args], cwd: project.folder });

function charts(count: number): Row {
  return {
    id: `charts-${count}`,
    what: `${count} charts × 3 objects, all checks`,
    against: 'plain cdk8s App, no checks',
    isShort: false,
    measure: (project) =>
      compare(
        run(project, project.write('checked-many.js', manyCharts(true, count))),
        run(project, project.write('plain-many.js', manyCharts(false, count))),
        1,
      ),
  };
}

/** In cdk8s the time doubles with every chart of such a row. */
function dependentCharts(count: number): Row {
  return {
    id: 'charts-dependent',
    what: `${count} charts × 3 objects, each dependent on the one before, all checks`,
    against: 'plain cdk8s App, no checks',
    isShort: false,
    measure: (project) =>
      compare(
        run(project, project.write('checked-row.js', manyCharts(true, count, true))),
        run(project, project.write('plain-row.js', manyCharts(false, count, true))),
        LONG_ROUNDS,
      ),
  };
}

/** How far the aim for charts can be met at all. */
function chartsRenderedOnce(count: number): Row {
  return {
    id: `charts-${count}-once`,
    what: `${count} charts × 3 objects in plain cdk8s, rendered once, no checks`,
    against: 'plain cdk8s App, no checks',
    isShort: false,
    measure: (project) =>
      compare(
        run(project, project.write('rendered-once.js', renderedOnce(count))),
        run(project, project.write('plain-many.js', manyCharts(false, count))),
        1,
      ),
  };
}

/** Without what kubeconform does not do: what objects refer to, and what fails on the node. */
const ALONE = ['--no-references', '--no-runtime'];

/**
 * @param measured time of the processor, or of the clock, on which programs gain that work on all processors.
 * @param options of our command.
 */
function validation(format: 'json' | 'yaml', documents: number, measured: keyof Cost, options: string[] = []): Row {
  const isClock = measured === 'wall';
  return {
    id: `validate-${format}${isClock ? '-clock' : ''}${options.length > 0 ? '-alone' : ''}`,
    what: `\`${['validate', ...options].join(' ')}\` of ${documents} ${format.toUpperCase()} files${isClock ? ', on the clock' : ''}`,
    against: `\`kubeconform -strict -n ${WORKERS}\`, local schemas`,
    isShort: false,
    measure: (project) => {
      const kubeconform = process.env.KUBECONFORM;
      if (kubeconform === undefined) return undefined;
      const manifests = join(project.folder, 'manifests');
      const schemas = join(project.folder, 'schemas');
      writeManifests(manifests, documents, format);
      writeSchemas(schemas);
      const location = `${schemas}/{{.ResourceKind}}{{.KindSuffix}}.json`;
      const theirs = [kubeconform, '-strict', '-n', String(WORKERS), '-schema-location', location, manifests];
      const costs = leastCosts(
        [run(project, project.command, 'validate', ...options, manifests), { args: theirs, cwd: project.folder }],
        LONG_ROUNDS,
      );
      rmSync(manifests, { recursive: true });
      return { ours: costs[0]![measured], theirs: costs[1]![measured] };
    },
  };
}

/** A project as the template of cdk8s-cli makes it. @returns its directory. */
function typeScriptProject(project: Project, name: string, checked: boolean): string {
  project.write(`${name}/cdk8s.yaml`, 'language: typescript\napp: npx ts-node main.ts\n');
  project.write(`${name}/package.json`, '{"private": true}\n');
  project.write(`${name}/tsconfig.json`, TSCONFIG);
  return join(project.write(`${name}/main.ts`, firstAppInTypeScript(checked)), '..');
}

const TSCONFIG = `${JSON.stringify({
  compilerOptions: { target: 'ES2020', module: 'CommonJS', lib: ['es2020'], strict: true, types: ['node'] },
  include: ['**/*.ts'],
})}\n`;

export const ROWS: readonly Row[] = [
  {
    id: 'require',
    what: "`require('cdk8s-patterns')`",
    against: "`require('cdk8s-plus-28')`",
    isShort: true,
    measure: (project) =>
      compare(
        run(project, '-e', 'require("cdk8s-patterns")'),
        run(project, '-e', 'require("cdk8s-plus-28")'),
        QUICK_ROUNDS,
      ),
  },
  {
    id: 'first-app',
    what: 'first app in JavaScript, all checks',
    against: 'the same in plain cdk8s, no checks',
    isShort: true,
    measure: (project) =>
      compare(
        run(project, project.write('checked.js', firstApp(true))),
        run(project, project.write('plain.js', firstApp(false))),
        QUICK_ROUNDS,
      ),
  },
  {
    id: 'synth',
    what: '`cdk8s-patterns synth` of an app in TypeScript, all checks',
    against: '`cdk8s synth` of the same (ts-node), no checks',
    isShort: true,
    measure: (project) => {
      const ours = typeScriptProject(project, 'typescript-checked', true);
      const theirs = typeScriptProject(project, 'typescript-plain', false);
      return compare(
        { args: [node, project.command, 'synth'], cwd: ours },
        {
          args: [node, join(project.folder, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth'],
          cwd: theirs,
          env: { CDK8S_CHECK_UPGRADE: 'false' },
        },
        3,
      );
    },
  },
  {
    id: 'validate-one',
    what: '`validate` of one small file',
    against: '`node -e 0`',
    isShort: true,
    measure: (project) => {
      const folder = join(project.folder, 'one');
      writeManifests(folder, 2, 'yaml');
      return compare(run(project, project.command, 'validate', folder), run(project, '-e', '0'), QUICK_ROUNDS);
    },
  },
  charts(1000),
  charts(3000),
  chartsRenderedOnce(1000),
  dependentCharts(16),
  validation('json', DOCUMENTS, 'processor'),
  validation('yaml', DOCUMENTS, 'processor'),
  validation('json', DOCUMENTS, 'wall'),
  validation('yaml', DOCUMENTS, 'wall'),
  validation('json', DOCUMENTS, 'processor', ALONE),
  validation('yaml', DOCUMENTS, 'processor', ALONE),
  {
    id: 'memory',
    what: `largest memory of \`validate\`, ${DOCUMENTS} files`,
    against: 'the same, a tenth of the files',
    isShort: false,
    measure: (project) => {
      const [many, few] = [DOCUMENTS, DOCUMENTS / 10].map((documents) => {
        const folder = join(project.folder, `manifests-${documents}`);
        writeManifests(folder, documents, 'yaml');
        return peakMemory(run(project, project.command, 'validate', folder));
      });
      return { ours: many!, theirs: few! };
    },
  },
];

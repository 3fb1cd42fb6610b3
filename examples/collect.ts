/** Finds the examples of this directory. */
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { App } from 'cdk8s';
import { CheckedApp, type ExternalObject } from 'cdk8s-patterns';

/** What the file of an example exports. */
interface ExampleModule {
  /** Defines the charts of the example. Their ids are the name of the file, optionally followed by `-` and a variant. */
  readonly default: (app: App) => void;
  /** What it expects in the cluster: Secrets and the like that are created elsewhere. */
  readonly expects?: readonly ExternalObject[];
}

/** An example: a file in a topic directory that exports a function of the app. */
export interface Example {
  /** Directory, such as `pods`. */
  readonly topic: string;
  /** File name without extension, such as `ambassador`. */
  readonly name: string;
  /** Path of the file relative to the examples directory, such as `pods/ambassador.ts`. */
  readonly file: string;
  /** Ids of its charts. Chart `ambassador` is written to `dist/ambassador.k8s.yaml`. */
  readonly charts: readonly string[];
  /** Objects that are created elsewhere, as its docstring lists them. */
  readonly expects: readonly ExternalObject[];
  /** Defines its charts in an app. */
  readonly define: (app: App) => void;
}

/** The programs in the examples directory itself. */
const PROGRAMS = ['main.ts', 'collect.ts'];

/**
 * Every TypeScript file below `root`, sorted by path. A directory with its own package.json is a separate project and is
 * skipped.
 *
 * @throws If a file is in no topic directory, exports no example, defines no chart, or defines a chart that is not named
 * after the file. A file is never ignored.
 */
export function collectExamples(root: string = __dirname): Example[] {
  return programsIn(root)
    .filter((file) => !PROGRAMS.includes(file))
    .map((file) => load(root, file));
}

/** Paths of the TypeScript files below a directory. */
function programsIn(root: string, directory = ''): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = posix.join(directory, entry.name);
      if (!entry.isDirectory()) return path.endsWith('.ts') ? [path] : [];
      return existsSync(join(root, path, 'package.json')) ? [] : programsIn(root, path);
    });
}

function load(root: string, file: string): Example {
  const topic = posix.dirname(file);
  const name = posix.basename(file, '.ts');
  if (topic === '.') {
    throw new Error(`examples/${file}: move the file to the directory of its topic, such as examples/pods`);
  }
  const { default: define, expects = [] } = require(join(root, file)) as Partial<ExampleModule>;
  if (typeof define !== 'function') {
    throw new Error(
      `examples/${file}: expected "export default function (app: App)" that defines the charts of the example`,
    );
  }
  const app = new CheckedApp();
  define(app);
  const charts = app.charts.map((chart) => chart.node.id);
  if (charts.length === 0) {
    throw new Error(`examples/${file}: defines no chart`);
  }
  const misnamed = charts.find((chart) => chart !== name && !chart.startsWith(`${name}-`));
  if (misnamed) {
    throw new Error(`examples/${file}: chart "${misnamed}" must be named "${name}" or "${name}-VARIANT"`);
  }
  return { topic, name, file, charts, expects, define };
}

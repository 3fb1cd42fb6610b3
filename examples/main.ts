/** Synthesises every example of this folder: one chart, and so one file in dist/, for each. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'cdk8s';
import { CheckedApp, type KubernetesVersion } from 'cdk8s-patterns';
import needsVersion from './needs-version.json';

/** What every example exports: makes its chart, called like its file. */
type Example = { readonly default: (app: App) => unknown };

const examples = readdirSync(__dirname)
  .filter((file) => /^(s\d\d|first-app|web-app).*\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();

/** Some need a newer Kubernetes than the oldest that is supported. */
const oldest = (example: string): KubernetesVersion =>
  (needsVersion as Record<string, KubernetesVersion>)[`${example}.k8s.yaml`] ?? '1.28';

for (const version of [...new Set(examples.map(oldest))].sort()) {
  const app = new CheckedApp({ kubernetesVersion: [version, '1.36'] });
  for (const example of examples.filter((name) => oldest(name) === version)) {
    (require(join(__dirname, example)) as Example).default(app);
  }
  app.synth();
}

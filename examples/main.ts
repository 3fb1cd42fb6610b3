/** Synthesizes every example in this directory: one file in dist/ for each chart. */
import { CheckedApp, type KubernetesVersion } from 'cdk8s-patterns';
import { collectExamples, type Example } from './collect';
import needsVersion from './needs-version.json';

const examples = collectExamples();

/** Some examples need a newer Kubernetes version than the oldest supported one. */
const oldestVersion = (example: Example): KubernetesVersion =>
  (needsVersion as Record<string, KubernetesVersion>)[`${example.name}.k8s.yaml`] ?? '1.28';

for (const version of [...new Set(examples.map(oldestVersion))].sort()) {
  const app = new CheckedApp({ kubernetesVersion: [version, '1.36'] });
  for (const example of examples.filter((candidate) => oldestVersion(candidate) === version)) {
    example.define(app);
  }
  app.synth();
}

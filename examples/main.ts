/** Synthesizes every example in this directory: one app for each, and one file in dist/ for each of its charts. */
import { CheckedApp, type KubernetesVersion, NEWEST_VERSION } from 'cdk8s-patterns';
import { collectExamples, type Example } from './collect';
import needsVersion from './needs-version.json';

/** Some examples need a newer Kubernetes version than the oldest supported one. */
const oldestVersion = ({ charts }: Example): KubernetesVersion =>
  charts.map((chart) => (needsVersion as Record<string, KubernetesVersion>)[`${chart}.k8s.yaml`]).find(Boolean) ??
  '1.28';

for (const example of collectExamples()) {
  const app = new CheckedApp({
    kubernetesVersion: [oldestVersion(example), NEWEST_VERSION],
    external: example.expects,
  });
  example.define(app);
  app.synth();
}

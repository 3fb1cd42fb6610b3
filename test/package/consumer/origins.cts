import cdk8s = require('cdk8s');
import patterns = require('cdk8s-patterns');
import testing = require('cdk8s-patterns/testing');
import validation = require('cdk8s-patterns/validation');

const app = new patterns.CheckedApp({ outdir: 'unused' });
const chart = new cdk8s.Chart(app, 'shop');
const pod = new patterns.Pod(chart, 'shop', { image: 'shop:1.4.2', qos: patterns.Qos.bestEffort() });
patterns.overlay(pod, { spec: { priority: -2147483649 } });

let failure: unknown;
try {
  app.synthYaml();
} catch (error) {
  failure = error;
}
const [document] = validation.bundledCustomResources().all();
console.log(
  JSON.stringify({
    isCheckFailed: failure instanceof patterns.CheckFailed,
    findings: (failure as patterns.CheckFailed).findings.map(({ rule, line, file }) => ({ rule, line, file })),
    // Both entries use the same classes, or the construct and the custom resources of one would mean nothing to the other.
    pods: testing.Manifest.fromChart(chart).find('Pod').length,
    customResource: document !== undefined,
  }),
);

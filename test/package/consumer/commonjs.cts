import everything = require('cdk8s-patterns');
import testing = require('cdk8s-patterns/testing');
import validation = require('cdk8s-patterns/validation');

const findings: validation.Finding[] = validation.validate(
  [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spek: {} }],
  { kubernetesVersion: everything.KUBERNETES_VERSIONS[0] },
);

console.log(
  JSON.stringify({
    entries: [everything, testing].map((entry) => Object.keys(entry).sort()),
    findings: findings.map(({ path, reason }) => ({ path, reason })),
  }),
);

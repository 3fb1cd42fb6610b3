import * as everything from 'cdk8s-patterns';
import { KUBERNETES_VERSIONS } from 'cdk8s-patterns';
import * as testing from 'cdk8s-patterns/testing';
import { type Finding, validate } from 'cdk8s-patterns/validation';

const findings: Finding[] = validate([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spek: {} }], {
  kubernetesVersion: KUBERNETES_VERSIONS[0],
});

console.log(
  JSON.stringify({
    entries: [everything, testing].map((entry) => Object.keys(entry).sort()),
    findings: findings.map(({ path, reason }) => ({ path, reason })),
  }),
);

import cdk8s = require('cdk8s');
import patterns = require('cdk8s-patterns');
import testing = require('cdk8s-patterns/testing');
import validation = require('cdk8s-patterns/validation');

const chart = new cdk8s.Chart(new cdk8s.App(), 'shop');
const shop = new patterns.WebApp(chart, 'shop', {
  image: 'registry.example.com/shop:1.4.2',
  port: 8080,
  qos: patterns.Qos.burstable({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } }),
  probes: patterns.Probes.http('/healthz'),
  scaling: patterns.Scaling.fixed(2),
});
const manifests: any[] = chart.toJson();
const findings: validation.Finding[] = validation.validate(
  [...manifests, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spek: {} }],
  { kubernetesVersion: '1.36' },
);

console.log(
  JSON.stringify({
    entries: [patterns, testing].map((entry) => Object.keys(entry).sort()),
    deployment: shop.deployment.name,
    kinds: manifests.map(({ kind }) => kind),
    findings: findings.map(({ path, reason }) => ({ path, reason })),
  }),
);

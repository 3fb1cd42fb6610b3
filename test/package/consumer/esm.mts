import { App, Chart } from 'cdk8s';
import * as everything from 'cdk8s-patterns';
import { Probes, Qos, Scaling, WebApp } from 'cdk8s-patterns';
import * as testing from 'cdk8s-patterns/testing';
import { type Finding, validate } from 'cdk8s-patterns/validation';
import * as kplus from 'cdk8s-plus-28';

const chart = new Chart(new App(), 'shop');
const shop = new WebApp(chart, 'shop', {
  image: 'registry.example.com/shop:1.4.2',
  port: 8080,
  qos: Qos.burstable({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } }),
  probes: Probes.http('/healthz'),
  scaling: Scaling.fixed(2),
});
const deployment: kplus.Deployment = shop.deployment;
const manifests: any[] = chart.toJson();
const findings: Finding[] = validate([...manifests, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spek: {} }], {
  kubernetesVersion: '1.36',
});

console.log(
  JSON.stringify({
    entries: [everything, testing].map((entry) => Object.keys(entry).sort()),
    deployment: deployment.name,
    kinds: manifests.map(({ kind }) => kind),
    findings: findings.map(({ path, reason }) => ({ path, reason })),
  }),
);

import { App, Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { Sidecar } from '../../src/mixins';
import { overlay } from '../../src/overlay';
import { CronJob, Job, NodeAgent, Pod, WebApp, Worker } from '../../src/patterns';
import { Probes, Qos } from '../../src/pod';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const image = 'shop:1';

const patterns: readonly [string, (scope: Construct) => Construct, string][] = [
  ['WebApp', (scope) => new WebApp(scope, 'shop', { image, qos, port: 8080, probes: Probes.none() }), 'Deployment'],
  ['Worker', (scope) => new Worker(scope, 'shop', { image, qos }), 'Deployment'],
  ['NodeAgent', (scope) => new NodeAgent(scope, 'shop', { image, qos }), 'DaemonSet'],
  ['Job', (scope) => new Job(scope, 'shop', { image, qos }), 'Job'],
  ['CronJob', (scope) => new CronJob(scope, 'shop', { image, qos, schedule: '0 3 * * *' }), 'CronJob'],
  ['Pod', (scope) => new Pod(scope, 'shop', { image, qos }), 'Pod'],
];

test.each(patterns)('%s takes mixins and overlays, and its own quality of service stays', (_, make, kind) => {
  const chart = new Chart(new App(), 'chart');
  const pattern = make(chart);
  const sidecar = new Sidecar('side', { image: 'side:1', qos });
  expect(sidecar.supports(pattern)).toBe(true);
  pattern.with(sidecar);
  overlay(pattern as Pod, { metadata: { annotations: { 'example.com/overlaid': 'yes' } } });
  const workload = Testing.synth(chart).find((manifest) => manifest.kind === kind);
  const { spec } = workload;
  const pod = spec.jobTemplate?.spec.template.spec ?? spec.template?.spec ?? spec;
  expect(pod.initContainers).toEqual([expect.objectContaining({ name: 'side', restartPolicy: 'Always' })]);
  expect(workload.metadata.annotations).toMatchObject({ 'example.com/overlaid': 'yes' });
  expect((pattern as Pod).qosClass).toBe('Guaranteed');
});

test('a sidecar that would change the quality of service that was asked for is reported', () => {
  const chart = new Chart(new App(), 'chart');
  const shop = new WebApp(chart, 'shop', { image, qos, port: 8080, probes: Probes.none() });
  shop.with(new Sidecar('side', { image: 'side:1', qos: Qos.bestEffort() }));
  expect(() => Testing.synth(chart)).toThrow(/Guaranteed.*Burstable|Burstable.*Guaranteed/);
});

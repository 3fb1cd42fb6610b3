import { App, Chart, Duration } from 'cdk8s';
import { recordTargetVersions } from '../../src/app/target-versions';
import type { KubernetesVersion } from '../../src/facts';
import { StatefulApp, WebApp, type WebAppProps, Worker } from '../../src/patterns';
import { Probes, Qos } from '../../src/pod';
import { manifestsOf } from './render';

const least = { image: 'shop:1', port: 8080, qos: Qos.bestEffort(), probes: Probes.none() };

function chartFor(...versions: KubernetesVersion[]): Chart {
  const app = new App();
  recordTargetVersions(app, versions);
  return new Chart(app, 'chart', { namespace: 'test' });
}

const lifecycleOf = (props: Partial<WebAppProps>, ...versions: KubernetesVersion[]) => {
  const chart = chartFor(...versions);
  new WebApp(chart, 'shop', { ...least, ...props });
  return manifestsOf(chart)['Deployment/shop'].spec.template.spec.containers[0].lifecycle;
};
const sleeping = (seconds: number) => ({ preStop: { sleep: { seconds } } });

// The sleep action is alpha, off by default, in 1.29 and on by default from 1.30: KEP-3960.
test('pods behind a Service wait before they stop, where every version can sleep', () => {
  expect(lifecycleOf({}, '1.30', '1.36')).toEqual(sleeping(5));
  expect(lifecycleOf({}, '1.29', '1.36')).toBeUndefined();
  expect(lifecycleOf({}, '1.28')).toBeUndefined();
  expect(lifecycleOf({ drain: Duration.seconds(12) }, '1.36')).toEqual(sleeping(12));
  expect(lifecycleOf({ drain: false }, '1.36')).toBeUndefined();
});

test('a hook of the user, a short grace period and a workload without a Service have none', () => {
  const preStop = { exec: ['nginx', '-s', 'quit'] };
  expect(lifecycleOf({ lifecycle: { preStop } }, '1.36')).toEqual({ preStop: { exec: { command: preStop.exec } } });
  expect(lifecycleOf({ lifecycle: { postStart: preStop } }, '1.36')).toMatchObject(sleeping(5));
  expect(lifecycleOf({ terminationGracePeriod: Duration.seconds(5) }, '1.36')).toBeUndefined();
  expect(lifecycleOf({ terminationGracePeriod: Duration.seconds(6) }, '1.36')).toEqual(sleeping(5));
  expect(lifecycleOf({ service: { type: 'None' } }, '1.36')).toBeUndefined();
  const chart = chartFor('1.36');
  new Worker(chart, 'mailer', { image: 'mailer:1', qos: Qos.bestEffort() });
  new StatefulApp(chart, 'db', { image: 'db:1', port: 5432, qos: Qos.bestEffort(), probes: Probes.tcp() });
  const manifests = manifestsOf(chart);
  const lifecycle = (name: string) => manifests[name].spec.template.spec.containers[0].lifecycle;
  expect(lifecycle('Deployment/mailer')).toBeUndefined();
  expect(lifecycle('StatefulSet/db')).toEqual(sleeping(5));
});

test.each<[string, Partial<WebAppProps>, KubernetesVersion, string]>([
  [
    'on a version without it',
    { drain: Duration.seconds(5) },
    '1.29',
    'drain: requires Kubernetes 1.30 or later, but the target versions are 1.29',
  ],
  ['as long as the grace period', { drain: Duration.seconds(30) }, '1.36', 'lifecycle.preStop: takes 30 s'],
  ['of another type', { drain: '5s' as any }, '1.36', 'drain: expected false or a Duration, got a string'],
  [
    'beside a hook',
    { drain: Duration.seconds(5), lifecycle: { preStop: { exec: ['true'] } } },
    '1.36',
    'drain: must not be set together with lifecycle.preStop',
  ],
])('a drain %s is refused', (_, props, version, message) => {
  expect(() => lifecycleOf(props, version)).toThrow(message);
});

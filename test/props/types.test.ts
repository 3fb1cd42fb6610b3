import { App, Chart, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Content, Env, Peer, Probes, Qos, Rollout, Scaling, Sensitive, Volumes, WebApp, Worker } from '../../src';
import { formatIssue, PropsError } from '../../src/props';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const good = { image: 'ghcr.io/acme/shop:1.4.2', port: 8080, qos, probes: Probes.http('/healthz') };
const chartOf = () => new Chart(new App(), 'chart', { namespace: 'test' });

function linesOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    // A TypeError of JavaScript would fail here.
    expect(error).toBeInstanceOf(PropsError);
    return (error as PropsError).issues.map(formatIssue);
  }
  return [];
}

/** Values of another type than the documentation of the prop asks for. */
const WRONG: [props: object, line: string | RegExp][] = [
  [{ image: 5 }, /^image: expected a string or an Image, got a number/],
  [{ image: ['nginx:1'] }, /^image: expected a string or an Image, got an array/],
  [{ port: '8080' }, 'port: expected a number, got a string (use 8080)'],
  [{ qos: { cpu: '1' } }, /^qos: expected a Qos, got an object \(use Qos\.guaranteed/],
  [{ probes: '/healthz' }, /^probes: expected a Probes or an object .* got a string/],
  [{ scaling: Rollout.recreate() }, /^scaling: expected a Scaling, got a Rollout/],
  [{ command: 'run' }, 'command: expected an array, got a string (use ["run"])'],
  [{ env: ['A=b'] }, 'env: expected an object, got an array'],
  [{ env: { A: { value: 'b' } } }, /^env\.A: expected .* got an object/],
  [{ labels: { version: 1 } }, 'labels.version: expected a string, got a number (use "1")'],
  [{ hostNetwork: 'true' }, 'hostNetwork: expected a boolean, got a string (use true)'],
  [{ mounts: [{ volume: 'data', path: '/x' }] }, /^mounts\[0\]\.volume: expected a PodVolume, got a string/],
  [{ ingress: ['a.b'] }, /^ingress: expected an object .* got an array/],
  [{ ingress: { hosts: 'a.b' } }, 'ingress.hosts: expected an array, got a string (use ["a.b"])'],
  [{ tolerations: { key: 'a' } }, /^tolerations: expected an array, got an object/],
  [{ terminationGracePeriod: '30s' }, /^terminationGracePeriod: expected a Duration, got a string/],
  [{ serviceAccount: 5 }, /^serviceAccount: expected a string or .* got a number/],
  [{ networkPolicy: true }, /^networkPolicy: expected an object .* got a boolean/],
  [{ security: null }, /^security: expected an object .* got null/],
  [{ args: null }, 'args: expected an array, got null'],
  [{ scaling: new kplus.Deployment(chartOf(), 'other') }, /^scaling: expected a Scaling, got a Deployment/],
  [{ env: { A: Sensitive.text('hunter2') } }, /^env\.A: expected .* got a Sensitive, which would be written in clear/],
  [{ annotations: { a: Sensitive.text('hunter2') } }, /^annotations\.a: expected a string, got a Sensitive/],
];

test.each(WRONG)('%j', (props, line) => {
  const lines = linesOf(() => new WebApp(chartOf(), 'shop', { ...good, ...props } as never));
  expect(lines).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  expect(lines.join()).not.toContain('hunter2');
});

test.each<[string, () => unknown]>([
  ['props undefined', () => new WebApp(chartOf(), 'shop', undefined as never)],
  ['props null', () => new WebApp(chartOf(), 'shop', null as never)],
  ['props a string', () => new WebApp(chartOf(), 'shop', 'nginx' as never)],
  ['no scope', () => new WebApp(undefined as never, 'shop', good)],
  ['a number as id', () => new WebApp(chartOf(), 5 as never, good)],
  ['connectTo(undefined)', () => new WebApp(chartOf(), 'shop', good).connectTo(undefined as never)],
  ['addMount(string)', () => new Worker(chartOf(), 'shop', good).addMount('/data' as never)],
  ['addEnv without a value', () => new Worker(chartOf(), 'shop', good).addEnv('A', undefined as never)],
  ['Qos.guaranteed()', () => Qos.guaranteed(undefined as never)],
  ['Scaling.fixed(string)', () => Scaling.fixed('3' as never)],
  ['Scaling.on(undefined)', () => Scaling.on(undefined as never, { min: 1, max: 2 })],
  ['Probes.http(undefined)', () => Probes.http(undefined as never)],
  ['Probes.exec(string)', () => Probes.exec('cat /tmp/ok' as never)],
  ['Probes.http with seconds', () => Probes.http('/', { period: 5 as never })],
  ['Volumes.emptyDir(undefined)', () => Volumes.emptyDir(undefined as never)],
  ['Volumes.projected(object)', () => Volumes.projected('a', {} as never)],
  ['a mount without a path', () => Volumes.emptyDir('a').at(undefined as never)],
  ['Env.secret without a key', () => Env.secret('a', undefined as never)],
  ['Peer.cidr(number)', () => Peer.cidr(10 as never)],
  ['Content.literals(array)', () => Content.literals(['a=b'] as never)],
])('%s is a PropsError', (_, make) => {
  expect(linesOf(make)).not.toEqual([]);
});

test('values that fit are left as they are', () => {
  const props = {
    ...good,
    terminationGracePeriod: Duration.seconds(5),
    env: { A: 'b', C: undefined, D: Env.secret('e', 'f') },
  };
  expect(linesOf(() => new WebApp(chartOf(), 'shop', props))).toEqual([]);
});

test('one wrong value does not hide what else is wrong with the construct', () => {
  const lines = linesOf(
    () =>
      new WebApp(chartOf(), 'shop', {
        ...good,
        scaling: 3,
        service: { type: 'NodePort', nodePort: 99999 },
        ingress: { host: 'shop_1.example.com' },
      } as never),
  );
  expect(lines).toEqual([
    'scaling: expected a Scaling, got a number (use Scaling.fixed(3))',
    expect.stringMatching(/^service\.ports\[0\]\.nodePort: must be an integer, between 1 and 65535/),
    expect.stringMatching(/^ingress\.host: "shop_1\.example\.com": /),
  ]);
});

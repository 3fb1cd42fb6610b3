import { Testing } from 'cdk8s';
import { existingVolume, logVolume, Sidecar, Sidecars } from '../../src/mixins';
import { Probes, Qos, Volumes } from '../../src/pod';
import { chartFor, complaints, containerIn, plainChart, podIn, RESTRICTED, workload } from './pods';

const qos = Qos.guaranteed({ cpu: '50m', memory: '64Mi' });
const resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '50m', memory: '64Mi' } };
const side = (props: object = {}) => new Sidecar('side', { image: 'side:1', qos, ...props });

test.each([
  ['an app that does not say for what', undefined, 'native'],
  ['1.29', '1.29', 'native'],
  ['1.29 and 1.36', ['1.29', '1.36'], 'native'],
  ['1.28', '1.28', 'classic'],
  ['1.28 and 1.36', ['1.36', '1.28'], 'classic'],
] as const)('for %s it is %3$s', (_, versions, mode) => {
  const chart = versions === undefined ? plainChart() : chartFor(versions);
  workload(chart);
  chart.with(side({ probes: Probes.of({ startup: { exec: ['true'] } }) }));
  const container = {
    name: 'side',
    image: 'side:1',
    resources,
    securityContext: RESTRICTED,
    startupProbe: { exec: { command: ['true'] } },
    volumeMounts: [{ name: 'tmp-side', mountPath: '/tmp' }],
  };
  const app = { name: 'app', image: 'shop:1' };
  const { containers, initContainers } = podIn(chart).spec;
  expect({ containers, initContainers }).toEqual(
    mode === 'native'
      ? { containers: [app], initContainers: [{ ...container, restartPolicy: 'Always' }] }
      : { containers: [app, container], initContainers: undefined },
  );
});

test('the mode can be chosen', () => {
  const chart = chartFor('1.36');
  workload(chart);
  chart.with(side({ mode: 'classic' }));
  expect(podIn(chart).spec.initContainers).toBeUndefined();
});

test('in an app for 1.28 a native one is refused, and so is a classic one on a Job', () => {
  const old = chartFor('1.28');
  expect(() => workload(old).with(side({ mode: 'native' }))).toThrow(
    'shop/app: Sidecar "side": mode: "native" requires Kubernetes 1.29 or later, but the target versions are 1.28',
  );
  const oldJob = chartFor(['1.28', '1.29']);
  expect(() => workload(oldJob, {}, 'Job').with(side())).toThrow(
    'mode: a "classic" sidecar does not terminate, so the Job never completes ("native" requires 1.29 or later, the target versions are 1.28, 1.29)',
  );
  const job = chartFor('1.36');
  expect(() => workload(job, {}, 'Job').with(side({ mode: 'classic' }))).toThrow('(use mode: "native")');
  const good = chartFor('1.36');
  workload(good, {}, 'Job').with(side());
  expect(containerIn(good, 'side').restartPolicy).toBe('Always');
});

test('what it reads the app writes, at the same path', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(side({ reads: logVolume.at('/var/log/shop') }));
  expect(containerIn(chart, 'app').volumeMounts).toEqual([{ name: 'logs', mountPath: '/var/log/shop' }]);
  expect(containerIn(chart, 'side').volumeMounts).toContainEqual({
    name: 'logs',
    mountPath: '/var/log/shop',
    readOnly: true,
  });
  expect(podIn(chart).spec.volumes).toContainEqual({ name: 'logs', emptyDir: { sizeLimit: '1Gi' } });
  expect(complaints(chart)).toEqual([]);
});

test('a volume that the app has already stays where it is', () => {
  const chart = plainChart();
  const app = { name: 'app', image: 'a:1', volumeMounts: [{ name: 'out', mountPath: '/srv/log' }] };
  workload(chart, { containers: [app], volumes: [{ name: 'out', emptyDir: { sizeLimit: '1Gi' } }] });
  chart.with(side({ reads: existingVolume('out').at('/logs') }));
  expect(containerIn(chart, 'app').volumeMounts).toEqual(app.volumeMounts);
  expect(containerIn(chart, 'side').volumeMounts).toContainEqual({ name: 'out', mountPath: '/logs', readOnly: true });
  expect(podIn(chart).spec.volumes).toEqual([
    { name: 'out', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'tmp-side', emptyDir: {} },
  ]);
});

test('a claim template of a StatefulSet is a volume', () => {
  const chart = plainChart();
  const set = workload(chart, {}, 'StatefulSet');
  const props = (set as any).props.spec;
  props.volumeClaimTemplates = [{ metadata: { name: 'data' } }];
  chart.with(side({ mounts: [existingVolume('data').at('/data', { readOnly: true })] }));
  expect(complaints(chart)).toEqual([]);
});

test('what cannot be in one pod is reported at synthesis, together, with the construct and the line', () => {
  const chart = plainChart();
  const app = {
    name: 'app',
    image: 'a:1',
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'dns', containerPort: 53, protocol: 'UDP' as const },
    ],
  };
  workload(chart, { containers: [app] });
  chart.with(
    side({
      port: 9000,
      ports: [
        { name: 'admin', port: 8080 },
        { name: 'tcp', port: 53 },
      ],
    }),
    new Sidecar('other', {
      image: 'b:1',
      qos,
      mounts: [existingVolume('data').at('/data'), Volumes.emptyDir('empty').at('/e', { readOnly: true })],
    }),
  );
  expect(complaints(chart)).toEqual([
    'Sidecar "side": port: the name "http" is already used by container "app"',
    'Sidecar "side": port: 8080 is already used by container "app" of the same pod',
    'Sidecar "other": mounts: the pod has no volume "data" (it has "tmp-side", "empty", "tmp-other")',
    'Sidecar "other": mounts: volume "empty" is initially empty and no container of the pod writes to it',
  ]);
  expect(() => Testing.synth(chart)).toThrow(
    /\[shop\/app\] Sidecar "side" at test\/mixins\/sidecar\.test\.ts:\d+:\d+: port: 8080/,
  );
});

test('resources is required', () => {
  // @ts-expect-error a sidecar costs something, and only its user knows what
  expect(() => new Sidecar('side', { image: 'side:1' })).toThrow(
    'Sidecar "side": qos: is required, for example Qos.guaranteed({ cpu: "500m", memory: "256Mi" }), Qos.burstable or Qos.bestEffort',
  );
});

test('logShipper', () => {
  const chart = plainChart();
  workload(chart);
  const output = { name: 'loki', host: 'loki.logging', port: 3100 };
  chart.with(Sidecars.logShipper('shipper', { qos, reads: logVolume.at('/var/log/shop'), output }));
  expect(containerIn(chart, 'shipper')).toMatchObject({
    image: 'fluent/fluent-bit:3.2.4',
    args: [
      '-i',
      'tail',
      '-p',
      'path=/var/log/shop/*.log',
      '-p',
      'tag=shipper',
      '-p',
      'refresh_interval=2',
      '-p',
      'read_from_head=true',
      '-p',
      'db=/tmp/shipper.db',
      '-o',
      'loki',
      '-p',
      'host=loki.logging',
      '-p',
      'port=3100',
    ],
    securityContext: { runAsUser: 65534 },
  });
});

test('logShipper without a writable /tmp keeps no position', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(Sidecars.logShipper('shipper', { qos, reads: logVolume.at('/var/log/shop'), tmp: false }));
  expect(containerIn(chart, 'shipper').args?.join(' ')).toBe(
    '-i tail -p path=/var/log/shop/*.log -p tag=shipper -p refresh_interval=2 -p read_from_head=true -o stdout',
  );
});

test('envoy', () => {
  const chart = plainChart();
  workload(chart);
  const ports = [{ name: 'proxy', port: 10000 }];
  chart.with(
    Sidecars.envoy('envoy', { image: 'envoyproxy/envoy:v1.33.0', qos, ports, config: Volumes.configMap('envoy') }),
  );
  expect(containerIn(chart, 'envoy')).toMatchObject({
    args: ['-c', '/etc/envoy/envoy.yaml', '--disable-hot-restart'],
    volumeMounts: [
      { name: 'envoy', mountPath: '/etc/envoy', readOnly: true },
      { name: 'tmp-envoy', mountPath: '/tmp' },
    ],
    securityContext: { runAsUser: 101 },
  });
});

test('configReloader', () => {
  const chart = plainChart();
  workload(chart);
  const watch = Volumes.configMap('shop').at('/etc/shop');
  const url = 'http://localhost:8080/-/reload';
  chart.with(Sidecars.configReloader('reload', { qos, watch, url }));
  expect(containerIn(chart, 'reload')).toMatchObject({
    args: ['--volume-dir=/etc/shop', '--webhook-url=http://localhost:8080/-/reload'],
    volumeMounts: [
      { name: 'shop', mountPath: '/etc/shop', readOnly: true },
      { name: 'tmp-reload', mountPath: '/tmp' },
    ],
  });
  expect(() =>
    Sidecars.configReloader('reload', {
      qos,
      watch: Volumes.configMap('a').at('/a', { subPath: 'b' }),
      url: 'nowhere',
    }),
  ).toThrow(/url: must be a URL, got "nowhere"\n.*watch: "\/a" has a subPath, and subPath mounts are not updated/);
});

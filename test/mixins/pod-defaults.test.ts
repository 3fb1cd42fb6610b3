import { Testing } from 'cdk8s';
import { PodDefaults, Sidecar } from '../../src/mixins';
import { Env, EnvFrom, Qos, Volumes } from '../../src/pod';
import { complaints, plainChart, podIn, workload } from './pods';

const cache = Volumes.emptyDir('cache');

test('every container of the selected pods gets all, and the annotation says so', () => {
  const chart = plainChart();
  workload(chart, { initContainers: [{ name: 'init', image: 'init:1' }] });
  chart.with(
    new PodDefaults({
      name: 'web',
      select: { app: 'shop' },
      env: { TZ: 'UTC', NODE: Env.field('spec.nodeName') },
      envFrom: [EnvFrom.configMap('common')],
      mounts: [cache.at('/cache')],
      volumes: [Volumes.configMap('extra')],
      labels: { team: 'shop' },
      annotations: { 'example.com/owner': 'shop team' },
    }),
  );
  const injected = {
    env: [
      { name: 'TZ', value: 'UTC' },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ],
    envFrom: [{ configMapRef: { name: 'common' } }],
    volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
  };
  expect(podIn(chart)).toEqual({
    metadata: {
      labels: { app: 'shop', team: 'shop' },
      annotations: {
        'example.com/owner': 'shop team',
        'cdk8s-patterns/pod-defaults.web':
          'env.TZ,env.NODE,envFrom.common,volumes.cache,volumes.extra,mounts./cache,labels.team,annotations.example.com/owner',
      },
    },
    spec: {
      containers: [{ name: 'app', image: 'shop:1', ...injected }],
      initContainers: [{ name: 'init', image: 'init:1', ...injected }],
      volumes: [
        { name: 'cache', emptyDir: {} },
        { name: 'extra', configMap: { name: 'extra' } },
      ],
    },
  });
});

test('the same value is not a conflict, and nothing is added twice', () => {
  const chart = plainChart();
  const app = {
    name: 'app',
    image: 'a:1',
    env: [{ name: 'TZ', value: 'UTC' }],
    envFrom: [{ configMapRef: { name: 'common' } }],
  };
  workload(chart, { containers: [app] });
  const defaults = () =>
    new PodDefaults({
      select: {},
      env: { TZ: 'UTC' },
      envFrom: [EnvFrom.configMap('common')],
      mounts: [cache.at('/c')],
    });
  chart.with(defaults(), defaults());
  expect(complaints(chart)).toEqual([]);
  const { containers, volumes } = podIn(chart).spec;
  expect(containers).toEqual([{ ...app, volumeMounts: [{ name: 'cache', mountPath: '/c' }] }]);
  expect(volumes).toEqual([{ name: 'cache', emptyDir: {} }]);
});

test('a conflict names both sides, and leaves what the pod has', () => {
  const chart = plainChart();
  const app = {
    name: 'app',
    image: 'a:1',
    env: [{ name: 'TZ', value: 'Asia/Tokyo' }],
    volumeMounts: [{ name: 'own', mountPath: '/c' }],
  };
  workload(chart, {
    containers: [app],
    volumes: [
      { name: 'cache', hostPath: { path: '/c' } },
      { name: 'own', emptyDir: {} },
    ],
  });
  chart.with(
    new PodDefaults({ name: 'a', select: {}, env: { LEVEL: 'info' }, labels: { app: 'other' } }),
    new PodDefaults({ name: 'b', select: {}, env: { TZ: 'UTC', LEVEL: 'debug' }, mounts: [cache.at('/c')] }),
  );
  expect(complaints(chart)).toEqual([
    'PodDefaults "a": labels.app: conflict: the pod has "shop", these defaults set "other"',
    'PodDefaults "b": volumes.cache: conflict: the pod has {"hostPath":{"path":"/c"}}, these defaults set {"emptyDir":{}}',
    'PodDefaults "b": env.TZ, container "app": conflict: the pod has "Asia/Tokyo", these defaults set "UTC"',
    'PodDefaults "b": env.LEVEL, container "app": conflict: the pod has "info" from PodDefaults "a", these defaults set "debug"',
    'PodDefaults "b": mounts./c, container "app": conflict: the pod has "own", these defaults set "cache"',
  ]);
  expect(() => Testing.synth(chart)).toThrow(
    /\[shop\/app\] PodDefaults "a" at \S+pod-defaults\.test\.ts:\d+:\d+: labels\.app/,
  );
});

test('pods with other labels and excluded ones stay as they are; defaults that meet none are reported', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(new PodDefaults({ select: { app: 'shop', role: 'front' }, env: { TZ: 'UTC' } }));
  expect(complaints(chart)).toEqual([
    'PodDefaults "default" was applied but did not match any supported construct in scope',
  ]);
  const other = plainChart();
  const target: any = workload(other);
  target.props.spec.template.metadata.annotations = { 'cdk8s-patterns/pod-defaults-exclude': 'true' };
  other.with(new PodDefaults({ select: {}, env: { TZ: 'UTC' } }));
  expect(complaints(other)).toHaveLength(1);
  expect(target.toJson().spec.template.spec).toEqual({ containers: [{ name: 'app', image: 'shop:1' }] });
});

test('a sidecar that was there before gets them too', () => {
  const chart = plainChart();
  workload(chart);
  const qos = Qos.bestEffort();
  chart.with(new Sidecar('side', { image: 'side:1', qos }), new PodDefaults({ select: {}, env: { TZ: 'UTC' } }));
  expect(podIn(chart).spec.initContainers?.[0]?.env).toEqual([{ name: 'TZ', value: 'UTC' }]);
});

test('its own props are checked when it is made, all together', () => {
  expect(() => new PodDefaults({ name: 'a b', select: { role: 'a b' }, labels: { 'a b': 'c' } })).toThrow(
    /^PodDefaults "a b":\n {2}name: .*\n {2}select\.role: "a b": .*\n {2}labels: "a b": /,
  );
  expect(() => new PodDefaults({ select: {} })).toThrow(
    'env: at least one of env, envFrom, volumes, mounts, labels and annotations is required',
  );
});

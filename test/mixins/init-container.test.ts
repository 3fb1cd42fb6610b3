import { InitContainer } from '../../src/mixins';
import { Env, Probes, Qos, Volumes } from '../../src/pod';
import { complaints, containerIn, plainChart, podIn, RESTRICTED, workload } from './pods';

const resources = { requests: { cpu: '200m', memory: '64Mi' }, limits: { cpu: '200m', memory: '64Mi' } };

test('it runs before the app, restricted, with the resources of the app', () => {
  const chart = plainChart();
  workload(chart, { containers: [{ name: 'app', image: 'shop:1', resources }] });
  chart.with(new InitContainer('migrate', { image: 'shop:1', command: ['./migrate', 'up'], env: { MODE: 'up' } }));
  expect(podIn(chart).spec).toEqual({
    containers: [{ name: 'app', image: 'shop:1', resources }],
    initContainers: [
      {
        name: 'migrate',
        image: 'shop:1',
        command: ['./migrate', 'up'],
        env: [{ name: 'MODE', value: 'up' }],
        resources,
        securityContext: RESTRICTED,
        volumeMounts: [{ name: 'tmp-migrate', mountPath: '/tmp' }],
      },
    ],
    volumes: [{ name: 'tmp-migrate', emptyDir: {} }],
  });
});

test('several run in the order of their application; one may go first', () => {
  const chart = plainChart();
  workload(chart, { initContainers: [{ name: 'old', image: 'old:1' }] });
  chart.with(
    new InitContainer('b', { image: 'b:1' }),
    new InitContainer('c', { image: 'c:1' }),
    new InitContainer('a', { image: 'a:1', position: 'first' }),
  );
  expect(podIn(chart).spec.initContainers?.map(({ name }) => name)).toEqual(['a', 'old', 'b', 'c']);
});

test('what the pod says for all its containers is not said again, and each loosening is a prop', () => {
  const chart = plainChart();
  workload(chart, { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } });
  const security = { runAsUser: 1000, writableRootFilesystem: true, addCapabilities: ['NET_BIND_SERVICE'] };
  chart.with(new InitContainer('a', { image: 'a:1' }), new InitContainer('b', { image: 'b:1', security }));
  const { runAsNonRoot, seccompProfile, ...least } = RESTRICTED;
  expect(containerIn(chart, 'a').securityContext).toEqual(least);
  expect(containerIn(chart, 'b').securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
    runAsUser: 1000,
  });
});

test('it fills a volume that the app reads', () => {
  const chart = plainChart();
  workload(chart);
  const data = Volumes.emptyDir('data');
  const fills = data.at('/srv/data', { readOnly: true });
  chart.with(new InitContainer('fetch', { image: 'fetch:1', mounts: [data.at('/out')], fills }));
  expect(containerIn(chart, 'app').volumeMounts).toEqual([{ name: 'data', mountPath: '/srv/data', readOnly: true }]);
  expect(containerIn(chart, 'fetch').volumeMounts).toContainEqual({ name: 'data', mountPath: '/out' });
  expect(podIn(chart).spec.volumes).toContainEqual({ name: 'data', emptyDir: {} });
});

test('its own props are checked when it is made, all together', () => {
  const wrong: any = {
    image: 'nginx',
    qos: Qos.bestEffort(),
    port: 80,
    probes: Probes.tcp(),
    position: 'middle',
    env: { 'A=B': 1 },
  };
  expect(() => new InitContainer('Init_1', wrong)).toThrow(
    /^InitContainer "Init_1":\n {2}name: "Init_1": .*\(try "init-1"\)\n {2}image: .* has no tag.*\n {2}env: "A=B": .*\n {2}position: must be one of "first", "last".*\n {2}port: is not supported.*\n {2}probes: is not supported/,
  );
});

test('a name or a path that is taken is reported at synthesis', () => {
  const chart = plainChart();
  workload(chart, {
    containers: [{ name: 'app', image: 'a:1', volumeMounts: [{ name: 'x', mountPath: '/srv' }] }],
    volumes: [{ name: 'x', emptyDir: {} }],
  });
  chart.with(
    new InitContainer('app', { image: 'a:1' }),
    new InitContainer('b', { image: 'a:1', fills: Volumes.emptyDir('y').at('/srv') }),
    new InitContainer('c', { image: 'a:1', fills: Volumes.emptyDir('z').at('/z'), app: 'main' }),
    new InitContainer('d', { image: 'a:1', mounts: [Volumes.secret('x').at('/x')] }),
  );
  expect(complaints(chart)).toEqual([
    'InitContainer "app": name: the pod already has a container "app"',
    'InitContainer "b": mounts: in container "app", "/srv" is already used by volume "x"',
    'InitContainer "c": container: the pod does not have a container "main" (it has "app")',
    'InitContainer "d": mounts: the pod already has a different volume "x" (rename this one, or mount existingVolume("x"))',
  ]);
});

test('environment from references', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(new InitContainer('a', { image: 'a:1', env: { PASSWORD: Env.secret('db', 'password') } }));
  expect(containerIn(chart, 'a').env).toEqual([
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
  ]);
});

test('like the app, it has its environment and mounts, but for what its own props say', () => {
  const chart = plainChart();
  const app = {
    name: 'app',
    image: 'a:1',
    env: [
      { name: 'DB', value: 'db' },
      { name: 'MODE', value: 'serve' },
    ],
    envFrom: [{ secretRef: { name: 'db' } }],
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
  const volumes = [
    { name: 'data', emptyDir: {} },
    { name: 'tmp', emptyDir: {} },
  ];
  workload(chart, { containers: [app], volumes });
  chart.with(new InitContainer('migrate', { image: 'a:1', likeApp: true, env: { MODE: 'migrate', FROM: '$(DB)' } }));
  expect(containerIn(chart, 'migrate')).toMatchObject({
    env: [
      { name: 'DB', value: 'db' },
      { name: 'MODE', value: 'migrate' },
      { name: 'FROM', value: '$(DB)' },
    ],
    envFrom: [{ secretRef: { name: 'db' } }],
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'tmp-migrate', mountPath: '/tmp' },
    ],
  });
  expect(complaints(chart)).toEqual([]);
});

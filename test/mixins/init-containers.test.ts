import * as kplus from 'cdk8s-plus-28';
import { InitContainers } from '../../src/mixins';
import { Volumes } from '../../src/pod';
import { containerIn, plainChart, podIn, workload } from './pods';

test('waitForTcp requests a Service of another namespace by its full name and first port, and needs no rights', () => {
  const chart = plainChart('shop');
  const service = new kplus.Service(chart, 'db', {
    metadata: { name: 'db', namespace: 'data' },
    ports: [{ port: 3306 }],
  });
  workload(chart);
  chart.with(
    InitContainers.waitForTcp('wait-for-db', { host: service }),
    InitContainers.waitForTcp('mail', { host: 'smtp.example.com', port: 25 }),
  );
  expect(containerIn(chart, 'wait-for-db')).toMatchObject({
    image: 'busybox:1.37.0',
    command: ['sh', '-c', 'until nc -z -w 2 db.data.svc 3306; do sleep 2; done'],
    securityContext: { runAsUser: 65534, runAsNonRoot: true },
  });
  expect(containerIn(chart, 'mail').command?.[2]).toBe('until nc -z -w 2 smtp.example.com 25; do sleep 2; done');
});

test('waitForHttp of a construct that has a Service, in its own namespace by its name', () => {
  const chart = plainChart('shop');
  const service = new kplus.Service(chart, 'api', { metadata: { name: 'api' }, ports: [{ port: 8080 }] });
  workload(chart);
  chart.with(InitContainers.waitForHttp('wait', { host: { service }, path: '/healthz?full=1' }));
  expect(containerIn(chart, 'wait').command?.[2]).toBe(
    "until wget -q -T 2 -O /dev/null 'http://api:8080/healthz?full=1'; do sleep 2; done",
  );
});

test('copyFiles brings a WAR into Tomcat', () => {
  const chart = plainChart();
  workload(chart);
  const into = Volumes.emptyDir('webapps').at('/usr/local/tomcat/webapps');
  chart.with(InitContainers.copyFiles('war', { image: 'acme/shop-war:2.1', from: '/shop.war', into }));
  expect(containerIn(chart, 'war')).toMatchObject({
    command: ['cp', '-R', '/shop.war', '/into/'],
    volumeMounts: [{ name: 'webapps', mountPath: '/into' }],
  });
  expect(containerIn(chart, 'app').volumeMounts).toEqual([{ name: 'webapps', mountPath: '/usr/local/tomcat/webapps' }]);
  expect(podIn(chart).spec.volumes).toEqual([{ name: 'webapps', emptyDir: {} }]);
});

test('renderTemplate', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(
    InitContainers.renderTemplate('render', {
      image: 'nginx:1.27.3',
      template: Volumes.configMap('shop-template'),
      files: ['shop.conf', 'log.conf'],
      into: Volumes.emptyDir('config').at('/etc/shop'),
      env: { HOST: 'shop.example.com' },
    }),
  );
  expect(containerIn(chart, 'render')).toMatchObject({
    command: [
      'sh',
      '-c',
      'for file in "$@"; do envsubst < "/template/$file" > "/into/$file" || exit 1; done',
      'render',
      'shop.conf',
      'log.conf',
    ],
    volumeMounts: [
      { name: 'shop-template', mountPath: '/template', readOnly: true },
      { name: 'config', mountPath: '/into' },
    ],
  });
});

test('iptables has NET_ADMIN and NET_RAW, sysctl is privileged, and nothing else has either', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(
    InitContainers.iptables('iptables-init', {
      image: 'acme/iptables:1',
      rules: ['-A INPUT -p tcp --dport 80 -j ACCEPT', '-P INPUT DROP'],
    }),
    InitContainers.sysctl('kernel', { values: { 'vm.max_map_count': 262144 } }),
    InitContainers.migrate({ image: 'shop:1', command: ['./migrate'] }),
  );
  expect(containerIn(chart, 'iptables-init')).toMatchObject({
    volumeMounts: [{ name: 'run-iptables-init', mountPath: '/run' }],
    command: ['sh', '-c', 'iptables -A INPUT -p tcp --dport 80 -j ACCEPT && iptables -P INPUT DROP'],
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { add: ['NET_ADMIN', 'NET_RAW'], drop: ['ALL'] },
      runAsUser: 0,
      runAsNonRoot: false,
    },
  });
  expect(containerIn(chart, 'kernel')).toMatchObject({
    command: ['sysctl', '-w', 'vm.max_map_count=262144'],
    securityContext: { privileged: true, runAsUser: 0, runAsNonRoot: false },
  });
  expect(containerIn(chart, 'migrate').securityContext).toMatchObject({
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
  });
});

test.each<[string, () => unknown, string]>([
  [
    'a host that is a command',
    () => InitContainers.waitForTcp('w', { host: 'db; rm -rf /', port: 1 }),
    'host: expected a Service',
  ],
  ['a host without a port', () => InitContainers.waitForTcp('w', { host: 'db' }), 'port: is required with a host name'],
  [
    'a port out of range',
    () => InitContainers.waitForTcp('w', { host: 'db', port: 70000 }),
    'port: must be an integer',
  ],
  [
    'a path with a quote',
    () => InitContainers.waitForHttp('w', { host: 'a', port: 1, path: "/'" }),
    'path: must be an absolute URL path',
  ],
  [
    'a relative source',
    () => InitContainers.copyFiles('c', { image: 'a:1', from: 'x', into: Volumes.emptyDir('v').at('/v') }),
    'from: must be an absolute path, got "x"',
  ],
  [
    'no templates',
    () =>
      InitContainers.renderTemplate('r', {
        image: 'a:1',
        template: Volumes.configMap('t'),
        files: [],
        into: Volumes.emptyDir('v').at('/v'),
      }),
    'files: must contain at least one file name',
  ],
  [
    'a template in a folder',
    () =>
      InitContainers.renderTemplate('r', {
        image: 'a:1',
        template: Volumes.configMap('t'),
        files: ['a/b'],
        into: Volumes.emptyDir('v').at('/v'),
      }),
    'files: must be a plain file name, got "a/b"',
  ],
  [
    'a rule that is a command',
    () => InitContainers.iptables('i', { image: 'a:1', rules: ['-F; reboot'] }),
    'rules: must be iptables arguments',
  ],
  ['no rules', () => InitContainers.iptables('i', { image: 'a:1', rules: [] }), 'rules: must not be empty'],
  ['no values', () => InitContainers.sysctl('s', { values: {} }), 'values: must not be empty'],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});

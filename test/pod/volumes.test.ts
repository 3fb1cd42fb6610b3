import { Duration } from 'cdk8s';
import { type PodVolume, Projection, Volumes } from '../../src/pod';

test.each<[string, PodVolume, object]>([
  [
    'emptyDir',
    Volumes.emptyDir('cache', { medium: 'Memory', sizeLimit: '64Mi' }),
    { emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
  ],
  ['plain emptyDir', Volumes.emptyDir('cache'), { emptyDir: {} }],
  [
    'configMap',
    Volumes.configMap('app.config', { name: 'cache', items: { 'ui.properties': 'ui/app.properties' }, optional: true }),
    { configMap: { name: 'app.config', items: [{ key: 'ui.properties', path: 'ui/app.properties' }], optional: true } },
  ],
  [
    'secret',
    Volumes.secret({ name: 'cache' }, { mode: 0o400, items: { key: { path: 'k', mode: 0o440 } } }),
    { secret: { secretName: 'cache', defaultMode: 256, items: [{ key: 'key', path: 'k', mode: 288 }] } },
  ],
  [
    'hostPath',
    Volumes.hostPath('cache', '/var/log', { type: 'Directory' }),
    { hostPath: { path: '/var/log', type: 'Directory' } },
  ],
  [
    'nfs',
    Volumes.nfs('cache', { server: '10.0.0.2', path: '/exports' }),
    { nfs: { server: '10.0.0.2', path: '/exports' } },
  ],
  [
    'claim',
    Volumes.claim('data-claim', { name: 'cache', readOnly: true }),
    { persistentVolumeClaim: { claimName: 'data-claim', readOnly: true } },
  ],
  [
    'csi',
    Volumes.csi('cache', {
      driver: 'secrets-store.csi.k8s.io',
      readOnly: true,
      attributes: { secretProviderClass: 'db' },
    }),
    { csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { secretProviderClass: 'db' } } },
  ],
  [
    'ephemeral',
    Volumes.ephemeral('cache', { size: '1Gi', storageClassName: 'fast' }),
    {
      ephemeral: {
        volumeClaimTemplate: {
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: 'fast',
            resources: { requests: { storage: '1Gi' } },
          },
        },
      },
    },
  ],
  [
    'downwardAPI',
    Volumes.downwardApi('cache', {
      labels: 'metadata.labels',
      cpu: { resource: 'limits.cpu', container: 'app', divisor: '1m' },
    }),
    {
      downwardAPI: {
        items: [
          { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
          { path: 'cpu', resourceFieldRef: { containerName: 'app', resource: 'limits.cpu', divisor: '1m' } },
        ],
      },
    },
  ],
  [
    'projected',
    Volumes.projected('cache', [
      Projection.secret('user'),
      Projection.configMap('c', { items: { a: 'b' } }),
      Projection.serviceAccountToken('token', { audience: 'vault', expiration: Duration.hours(2) }),
    ]),
    {
      projected: {
        sources: [
          { secret: { name: 'user' } },
          { configMap: { name: 'c', items: [{ key: 'a', path: 'b' }] } },
          { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 7200 } },
        ],
      },
    },
  ],
])('%s', (_, volume, source) => {
  expect({ ...volume.source, name: volume.name }).toEqual({ ...source, name: volume.name });
});

test('a volume is called after its object, without the dots that a volume may not have', () => {
  expect(Volumes.configMap('app.config').name).toBe('app-config');
});

test.each<[string, () => unknown, RegExp]>([
  ['a bad name', () => Volumes.emptyDir('Vol-CM'), /"Vol-CM": a lowercase RFC 1123 label .*\(try "vol-cm"\)/],
  ['a bad size', () => Volumes.emptyDir('a', { sizeLimit: 'big' }), /sizeLimit: must be a quantity/],
  [
    'an absolute item path',
    () => Volumes.secret('s', { items: { a: '/etc/a' } }),
    /items.a: must be a relative path, got "\/etc\/a"/,
  ],
  ['a mode in a string', () => Volumes.secret('s', { mode: '0400' as never }), /mode: .*\(use 0o400\)/],
  ['a mode in decimal digits', () => Volumes.secret('s', { mode: 644 }), /mode: .*got 644 \(use 0o644\)/],
  ['a mode of four sevens', () => Volumes.secret('s', { mode: 0o7777 }), /mode: must be an integer, between 0 and 511/],
  ['a relative hostPath', () => Volumes.hostPath('h', 'var/log'), /path: must be an absolute path/],
  ['a misspelt type', () => Volumes.hostPath('h', '/x', { type: 'Dir' as 'Directory' }), /type: must be one of/],
  ['no sources', () => Volumes.projected('p', []), /sources: must contain at least one source/],
  [
    'a short-lived token',
    () => Projection.serviceAccountToken('t', { expiration: Duration.minutes(1) }),
    /expiration: must be .* 600 or more/,
  ],
])('refuses %s', (_, make, message) => {
  expect(make).toThrow(message);
});

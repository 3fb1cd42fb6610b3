import { checkRuntime } from '../../src/runtime';

const data = { 'run.sh': '#!/bin/sh\n' };
const found = (object: object, source: object, command: string[]) =>
  checkRuntime([
    object,
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'shop' },
      spec: {
        volumes: [{ name: 'scripts', ...source }],
        containers: [
          { name: 'shop', image: 'shop:1', command, volumeMounts: [{ name: 'scripts', mountPath: '/scripts' }] },
        ],
      },
    },
  ]).filter(({ rule }) => rule === 'command-not-executable');

const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'scripts' }, data };
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'scripts' }, stringData: data };

test.each([
  ['ConfigMap', config, { configMap: { name: 'scripts' } }],
  ['Secret', secret, { secret: { secretName: 'scripts' } }],
])('a file that the %s of a volume does not have has no mode', (_, object, source) => {
  expect(found(object, source, ['/scripts/run.sh'])).toHaveLength(1);
  expect(found(object, source, ['/scripts/runn.sh'])).toEqual([]);
  expect(found(object, source, ['sh', '-c', 'exec /scripts/runn.sh'])).toEqual([]);
  // One of another input may have it.
  expect(found({ ...object, metadata: { name: 'other' } }, source, ['/scripts/runn.sh'])).toHaveLength(1);
});

import { checkRuntime } from '../../src/runtime';

const DROPPED = { capabilities: { drop: ['ALL'] } };
const found = (container: object, podSecurity: object = {}) =>
  checkRuntime([
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'shop' },
      spec: {
        securityContext: podSecurity,
        containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:1', ...container }],
      },
    },
  ])
    .filter(({ rule }) => rule === 'root-without-capabilities')
    .map(({ severity, path }) => `${severity} ${path}`);
const NOTE = ['note spec.containers[0].securityContext.capabilities.drop'];

test('root by the pod or the container, with everything dropped, is a note', () => {
  expect(found({ securityContext: DROPPED }, { runAsNonRoot: false })).toEqual(NOTE);
  expect(found({ securityContext: { ...DROPPED, runAsNonRoot: false } }, { runAsNonRoot: true })).toEqual(NOTE);
  expect(found({ securityContext: { ...DROPPED, runAsUser: 0 } })).toEqual(NOTE);
  expect(found({ securityContext: { runAsUser: 0, capabilities: { drop: ['all'] } } })).toEqual(NOTE);
});

test('another user, some capability, all privileges, or a command of the user is not', () => {
  for (const container of [
    { securityContext: { ...DROPPED, runAsUser: 1000 } },
    { securityContext: { ...DROPPED, runAsNonRoot: true } },
    { securityContext: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } },
    { securityContext: { capabilities: { drop: ['NET_RAW'] } } },
    { securityContext: { ...DROPPED, privileged: true } },
    { securityContext: DROPPED, command: ['./job'] },
    {},
  ]) {
    expect(found(container, { runAsNonRoot: false })).toEqual([]);
  }
  expect(found({ securityContext: DROPPED })).toEqual([]);
});

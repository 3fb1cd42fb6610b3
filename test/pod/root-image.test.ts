import { type ContainerSecurityProps, containerManifest, podManifest, Qos, Security } from '../../src/pod';
import { checkPolicy } from '../../src/policy';
import { made } from './issues';

const podWith = (security: Parameters<typeof podManifest>[0]['security'] & ContainerSecurityProps) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: made((reportIssue) => ({
    ...podManifest({ security }, {}, [], ['1.36'], reportIssue),
    containers: [containerManifest('web', { image: 'nginx:1.29.3', qos: Qos.bestEffort(), security }, reportIssue)],
  })),
});
const contextOf = (security: Parameters<typeof podWith>[0]) => podWith(security).spec.containers[0]!.securityContext;

test('an image that starts as root can own files, switch to its user and listen on port 80', () => {
  expect(podWith(Security.rootImage()).spec).toMatchObject({
    securityContext: { runAsNonRoot: false, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        securityContext: {
          runAsNonRoot: false,
          allowPrivilegeEscalation: false,
          capabilities: {
            add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETUID', 'SETGID', 'NET_BIND_SERVICE'],
            drop: ['ALL'],
          },
        },
      },
    ],
  });
  expect(contextOf(Security.rootImage())).not.toHaveProperty('readOnlyRootFilesystem');
});

test('it is baseline, not restricted', () => {
  const found = (podSecurity: 'baseline' | 'restricted') =>
    checkPolicy([podWith(Security.rootImage())], { podSecurity }).map(({ rule }) => rule);
  expect(found('baseline')).toEqual([]);
  expect(new Set(found('restricted'))).toEqual(
    new Set(['pod-security-run-as-non-root', 'pod-security-add-capability']),
  );
});

test('further options are kept, and none takes away what makes the image run', () => {
  const security: any = { addCapabilities: ['KILL', 'CHOWN'], writableRootFilesystem: false, fsGroup: 33 };
  expect(contextOf(Security.rootImage(security))).toMatchObject({
    readOnlyRootFilesystem: true,
    capabilities: {
      add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETUID', 'SETGID', 'NET_BIND_SERVICE', 'KILL'],
      drop: ['ALL'],
    },
  });
  expect(podWith(Security.rootImage(security)).spec.securityContext).toMatchObject({ fsGroup: 33 });
  expect(() => Security.rootImage({ runAsRoot: false } as any)).toThrow('runAsRoot: unknown prop');
});

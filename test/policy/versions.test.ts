import { podTemplateOf } from '../../src/facts';
import { podSecurityRefusal } from '../../src/policy';

/** What 1.36.3 answers to a pod in a namespace that enforces the restricted level of an older version. */
const PLAIN = { containers: [{ name: 'a', image: 'a:1' }] };
const answered = (spec: object, minor: number) =>
  podSecurityRefusal(
    podTemplateOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'plain' }, spec })!,
    'restricted',
    minor,
    36,
  )?.message;

const ESCALATION =
  'allowPrivilegeEscalation != false (container "a" must set securityContext.allowPrivilegeEscalation=false)';
const CAPABILITIES = 'unrestricted capabilities (container "a" must set securityContext.capabilities.drop=["ALL"])';
const ROOT = 'runAsNonRoot != true (pod or container "a" must set securityContext.runAsNonRoot=true)';
const SECCOMP =
  'seccompProfile (pod or container "a" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")';

test.each([
  [7, [ROOT]],
  [8, [ESCALATION, ROOT]],
  [18, [ESCALATION, ROOT]],
  [19, [ESCALATION, ROOT, SECCOMP]],
  [21, [ESCALATION, ROOT, SECCOMP]],
  [22, [ESCALATION, CAPABILITIES, ROOT, SECCOMP]],
  [36, [ESCALATION, CAPABILITIES, ROOT, SECCOMP]],
])('the standards of 1.%d ask a plain pod for what they have', (minor, expected) => {
  expect(answered(PLAIN, minor)).toBe(expected.join(', '));
});

test.each([
  [24, [ESCALATION, CAPABILITIES, ROOT, SECCOMP]],
  [25, [ROOT]],
])('the standards of 1.%d and a pod of Windows', (minor, expected) => {
  expect(answered({ ...PLAIN, os: { name: 'windows' } }, minor)).toBe(expected.join(', '));
});

test.each([
  [21, 'non-default capabilities (container "a" must not include "NET_ADMIN" in securityContext.capabilities.add)'],
  [22, 'unrestricted capabilities (container "a" must not include "NET_ADMIN" in securityContext.capabilities.add)'],
])('the standards of 1.%d and a capability that is added', (minor, expected) => {
  const securityContext = {
    allowPrivilegeEscalation: false,
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
    capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] },
  };
  expect(answered({ containers: [{ name: 'a', image: 'a:1', securityContext }] }, minor)).toBe(expected);
});

test.each([
  [22, undefined],
  [23, 'runAsUser=0 (pod must not set runAsUser=0)'],
])('the standards of 1.%d and the user 0', (minor, expected) => {
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  const spec = {
    securityContext: { runAsNonRoot: true, runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{ name: 'a', image: 'a:1', securityContext }],
  };
  expect(answered(spec, minor)).toBe(expected);
});

test.each([
  [29, (annotation: string) => annotation],
  [36, (annotation: string) => `annotation must not set AppArmor profile type to "${annotation}"`],
])('1.%i words an AppArmor annotation of a template as the server does', (minor, detail) => {
  const annotations = { 'container.apparmor.security.beta.kubernetes.io/a': 'unconfined' };
  const template = { metadata: { annotations }, spec: PLAIN };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, spec: { template } };
  expect(podSecurityRefusal(podTemplateOf(deployment)!, 'baseline', minor, minor)?.message).toBe(
    `forbidden AppArmor profile (${detail('container.apparmor.security.beta.kubernetes.io/a="unconfined"')})`,
  );
});

import { POD_SECURITY_MODES, podSecurityLabelsOf } from '../../facts';
import { didYouMean } from '../../values';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const DOMAIN = 'pod-security.kubernetes.io/';
const LABELS = POD_SECURITY_MODES.flatMap((mode) => Object.values(podSecurityLabelsOf(mode)));

const labeled = (key: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { [key]: 'restricted' } },
});

export const podSecurityLabelUnknown: ReferenceRule = {
  id: 'pod-security-label-unknown',
  isConflict: true,
  severity: 'warning',
  message: 'no label of Pod Security admission is "pod-security.kubernetes.io/enforced"',
  why: 'Pod Security admission reads the labels enforce, audit and warn, and their versions. Another label of its domain has no effect: the namespace accepts privileged pods.',
  hint: 'use pod-security.kubernetes.io/enforce, audit or warn',
  source:
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
  refused: [labeled('pod-security.kubernetes.io/enforced')],
  accepted: [labeled('pod-security.kubernetes.io/enforce')],
  on: '/Namespace',
  check: ({ object }) =>
    Object.keys(object.metadata?.labels ?? {})
      .filter((key) => key.startsWith(DOMAIN) && !LABELS.includes(key))
      .map((key): Dangling => {
        const meant = didYouMean(key, LABELS);
        return {
          field: `metadata.labels[${key}]`,
          message: `no label of Pod Security admission is ${JSON.stringify(key)}`,
          ...(meant !== undefined && { hint: meant }),
          certainty: 'likely',
        };
      }),
};

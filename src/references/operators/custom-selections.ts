import type { ReferenceRule } from '../rule/reference-rule';
import { selectionRule } from '../rule/selection-rules';

const pool = {
  apiVersion: 'metallb.io/v1beta1',
  kind: 'IPAddressPool',
  metadata: { name: 'public', labels: { zone: 'public' } },
  spec: { addresses: ['203.0.113.0/28'] },
};
const advertisement = (zone: string) => ({
  apiVersion: 'metallb.io/v1beta1',
  kind: 'L2Advertisement',
  metadata: { name: 'public' },
  spec: { ipAddressPoolSelectors: [{ matchLabels: { zone } }] },
});

export const customSelector: ReferenceRule = selectionRule({
  id: 'custom-selects-nothing',
  message: 'no IPAddressPools match the selector zone=pubic',
  why: 'Controllers combine such objects by their labels: without a match, the object that selects has no effect.',
  severity: 'warning',
  hint: 'use the labels of the objects that are meant',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  refused: [pool, advertisement('pubic')],
  accepted: [pool, advertisement('public')],
});

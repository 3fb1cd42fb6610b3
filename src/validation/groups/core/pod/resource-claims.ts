import { dns1123Label, dns1123Subdomain } from '../../../../values';
import { GoValue } from '../../../printing';
import { fieldChecks, rules } from '../../../rule';
import { podTexts } from './examples';
import { isInPod, POD_SPEC } from './pod-ancestors';

const claims = podTexts('validatePodResourceClaim');
const claim = (fields: object) => ({ 'spec.resourceClaims': [{ name: 'gpu', resourceClaimName: 'gpu', ...fields }] });
const good = { accepts: claim({}), since: '1.34' } as const;

/** Claims of devices that a pod makes or uses. Gate DynamicResourceAllocation, on from 1.34. */
export const podResourceClaimRules = rules(
  POD_SPEC,
  {
    'pod-claim-name-required': claims.required(
      '',
      'Containers use a claim by its name, so every claim of a pod needs one.',
      claim({ name: '' }),
      good,
    ),
    'pod-claim-duplicate': claims.duplicate(
      '',
      'Containers use a claim by its name, so each name occurs once.',
      { 'spec.resourceClaims[1]': { name: 'gpu', resourceClaimName: 'b' } },
      { with: claim({}), since: '1.34' },
    ),
    'pod-claim-value': claims.invalid(
      '{detail}',
      'A claim refers to a ResourceClaim or to a ResourceClaimTemplate, not to both; its own name is a DNS label, theirs is a DNS subdomain.',
      claim({ resourceClaimTemplateName: 'gpu' }),
      good,
    ),
    'pod-claim-mirror': claims.forbidden(
      'static pods do not support resource claims',
      'A mirror pod stands for a pod that the kubelet runs by itself, for which no claims are made.',
      claim({}),
      {
        with: { 'metadata.annotations': { 'kubernetes.io/config.mirror': 'a' }, 'spec.nodeName': 'node-1' },
        since: '1.34',
      },
    ),
  },
  (node, report) => {
    const { required, each } = fieldChecks(report);
    const { resourceClaims = [] } = node.value;
    const mirror = isInPod(node) && 'kubernetes.io/config.mirror' in (node.root.value.metadata?.annotations ?? {});
    const names = new Set<string>();
    each('resourceClaims', resourceClaims, (entry: any, field) => {
      if (mirror) {
        report('pod-claim-mirror', field);
        return;
      }
      const { name = '', resourceClaimName, resourceClaimTemplateName } = entry;
      const wrong = (at: string, value: unknown, messages: readonly string[]): void => {
        for (const detail of messages) report('pod-claim-value', at, { value, detail });
      };
      const shown = new GoValue('core.PodResourceClaim', entry);
      if (required('pod-claim-name-required', `${field}.name`, name)) {
        if (names.has(name)) report('pod-claim-duplicate', `${field}.name`, { value: name });
        else wrong(`${field}.name`, name, dns1123Label(name));
      }
      names.add(name);
      if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined) {
        wrong(field, shown, ['at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified']);
      }
      if (resourceClaimName === undefined && resourceClaimTemplateName === undefined) {
        wrong(field, shown, ['must specify one of: `resourceClaimName`, `resourceClaimTemplateName`']);
      }
      for (const [at, value] of Object.entries({ resourceClaimName, resourceClaimTemplateName })) {
        if (value !== undefined) wrong(`${field}.${at}`, value, dns1123Subdomain(value));
      }
    });
  },
);

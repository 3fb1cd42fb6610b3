import { labelsProblems, qualifiedName } from '../../../values';
import { rules, textsFor } from '../../rule';
import { definition, resourceClaim, SINCE } from './examples';

const ALLOWED = ['labels', 'annotations'];

const template = {
  ...resourceClaim,
  kind: 'ResourceClaimTemplate',
  spec: { metadata: { labels: { app: 'web' } }, spec: resourceClaim.spec },
};

const text = textsFor('ValidateTemplateObjectMeta (pkg/apis/core/validation)', template);

export const claimTemplateRules = rules(
  definition('ResourceClaimTemplateSpec'),
  {
    'claim-template-metadata': text.forbidden(
      'cannot be set',
      'Claims that are made from the template get their names from the pod; only labels and annotations are copied.',
      { 'spec.metadata.name': 'gpu' },
      SINCE,
    ),
    'claim-template-labels': text.invalid(
      '{detail}',
      'Labels and annotations of the template are those of the claims, so their keys and values must be legal.',
      { 'spec.metadata.labels': { app: 'a b' } },
      SINCE,
    ),
  },
  (node, report) => {
    const metadata = node.value.metadata ?? {};
    for (const { message, value } of labelsProblems(metadata.labels, '')) {
      report('claim-template-labels', 'metadata.labels', { detail: message, value });
    }
    for (const key of Object.keys(metadata.annotations ?? {})) {
      for (const detail of qualifiedName(key.toLowerCase())) {
        report('claim-template-labels', 'metadata.annotations', { detail, value: key });
      }
    }
    for (const [field, value] of Object.entries<any>(metadata)) {
      if (ALLOWED.includes(field) || isZero(field, value)) continue;
      // The server makes the name of the field from that of its type in Go.
      report('claim-template-metadata', `metadata.${field === 'uid' ? 'uID' : field}`);
    }
  },
);

/** Whether the server cannot tell the value from none. An empty list is one, and so is a 0 behind a pointer. */
function isZero(field: string, value: unknown): boolean {
  return value === '' || (value === 0 && field !== 'deletionGracePeriodSeconds');
}

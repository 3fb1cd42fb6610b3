import type { Dangling, ReferenceRule } from '../rule/reference-rule';

/** A manifest that is written by hand has neither. */
const FIELDS = ['resourceVersion', 'uid'];
const map = (metadata: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop', ...metadata } });

export const exportedMetadata: ReferenceRule = {
  id: 'metadata-of-export',
  isConflict: true,
  severity: 'warning',
  message: 'the server sets metadata.resourceVersion: the next apply of this manifest is a conflict',
  why: 'A manifest that was exported from a cluster has the version and the uid of one object. The first apply ignores the uid, and each later one is refused, as the object has another one.',
  hint: 'remove it from the manifest',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions',
  refused: [map({ resourceVersion: '41' })],
  accepted: [map({})],
  on: 'any',
  check: ({ object }) =>
    FIELDS.flatMap((field): Dangling[] => {
      const value = object.metadata?.[field];
      if (typeof value !== 'string' || value === '') return [];
      const message = `the server sets metadata.${field}: the next apply of this manifest is a conflict`;
      return [{ field: `metadata.${field}`, message, certainty: 'likely' }];
    }),
};

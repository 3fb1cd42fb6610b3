import { ownField } from '../../values';
import { valuesAt } from '../edges';
import { missingObject } from '../rule/missing';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const STORAGE_CLASS = 'storage.k8s.io/StorageClass';
/** Kinds whose names the values of a scope are. @see pkg/apis/core/types.go, ResourceQuotaScope */
const SCOPES: Readonly<Record<string, string>> = {
  PriorityClass: 'scheduling.k8s.io/PriorityClass',
  VolumeAttributesClass: 'storage.k8s.io/VolumeAttributesClass',
};
/** A name of a quota that counts the claims of one class. @see pkg/quota/v1/evaluator/core/persistent_volume_claims.go */
const OF_CLASS = /^(.+)\.storageclass\.storage\.k8s\.io\//;

const priorityClass = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'urgent' },
  value: 1000,
};
const quotaOf = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'urgent' },
  spec: {
    hard: { pods: '4' },
    scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: [name] }] },
  },
});

export const quotaClass: ReferenceRule = {
  id: 'quota-class-unknown',
  message: 'the class of the quota does not exist',
  why: 'The server takes any name. A quota for a class that does not exist counts nothing, and limits nothing: what is of the class that was meant has no limit.',
  severity: 'warning',
  hint: 'use the name of a class of the input, or declare one that is created elsewhere as external',
  source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/#resource-quota-per-priorityclass',
  refused: [priorityClass, quotaOf('urgnet')],
  accepted: [priorityClass, quotaOf('urgent')],
  on: '/ResourceQuota',
  check: ({ object }, cluster) => {
    const ofScopes = valuesAt(object, 'spec.scopeSelector.matchExpressions[]').flatMap(({ value: scope, field: at }) =>
      valuesAt(scope, 'values[]', at).map(({ value, field }) => ({
        kind: ownField(SCOPES, String(scope?.scopeName)),
        name: value,
        field,
      })),
    );
    const ofAmounts = Object.keys(Object(object.spec?.hard)).flatMap((name) => {
      const [, of] = OF_CLASS.exec(name) ?? [];
      return of === undefined ? [] : [{ kind: STORAGE_CLASS, name: of, field: `spec.hard[${name}]` }];
    });
    const seen = new Set<string>();
    return [...ofScopes, ...ofAmounts].flatMap(({ kind, name, field }): Dangling[] => {
      if (kind === undefined || typeof name !== 'string' || seen.has(`${kind} ${name}`)) return [];
      seen.add(`${kind} ${name}`);
      if (cluster.find(kind, null, name) !== undefined) return [];
      // Volumes and claims agree on a class that nothing has to define.
      if (cluster.all('/PersistentVolume').some(({ object: { spec } }) => spec?.storageClassName === name)) return [];
      // A quota for classes of the cluster is right without them: they are unknown beside others only.
      const missing = missingObject({ field, kind, name, namespace: null, guess: 'kind' }, cluster);
      return missing === undefined ? [] : [missing];
    });
  },
};

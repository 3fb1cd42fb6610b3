import { groupOf, identityKey, identityOf, type KubernetesVersion, NEWEST_VERSION } from '../facts';
import type { Finding } from '../findings';
import { canonicalJson } from '../manifest';
import { defaultedCopy } from '../validation';
import { compareQuantities, parseQuantity } from '../values';
import { IMMUTABLE_FIELDS, KINDS_WITH_DATA } from './upgrade-rules';

/** Options of `checkUpgrade`. */
export interface UpgradeOptions {
  /** Kubernetes version of the server. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

type FindingFields = Pick<Finding, 'rule' | 'category' | 'severity' | 'reason' | 'path' | 'message' | 'hint'>;

/**
 * Finds what fails when `next` is applied after `previous`: changes that the server rejects in an existing object,
 * storage that shrinks, and objects with data that are removed.
 *
 * @param previous manifests as they were applied, for example the committed output of the last synthesis.
 * @param next manifests to apply now.
 */
export function checkUpgrade(
  previous: readonly unknown[],
  next: readonly unknown[],
  options: UpgradeOptions = {},
): Finding[] {
  const kubernetesVersion = options.kubernetesVersion ?? NEWEST_VERSION;
  const later = new Map(next.map((object, document) => [identityKey(identityOf(object)), { object, document }]));
  return previous.flatMap((object: any) => {
    const found = later.get(identityKey(identityOf(object)));
    const violations =
      found === undefined
        ? removedObjects(object)
        : changed(defaultedCopy(object, kubernetesVersion), defaultedCopy(found.object as any, kubernetesVersion));
    return violations.map(
      (one): Finding => ({
        ...one,
        apiVersion: String(object?.apiVersion ?? ''),
        kind: String(object?.kind ?? ''),
        namespace: object?.metadata?.namespace,
        name: object?.metadata?.name,
        document: found?.document,
        kubernetesVersions: [kubernetesVersion],
      }),
    );
  });
}

function changed(before: any, after: any): FindingFields[] {
  const kind = kindOf(before);
  const immutable = IMMUTABLE_FIELDS.filter(({ kinds }) => kinds.includes(kind)).flatMap((rule) => {
    const fields = rule.fields.filter((field) => {
      const [old, current] = [reach(before, field), reach(after, field)];
      return (rule.maySet !== true || (old !== undefined && current !== undefined)) && !same(old, current);
    });
    const reported = rule.reportedAt === undefined ? fields : fields.slice(0, 1).map(() => rule.reportedAt!);
    return reported.map((field) =>
      refused('upgrade-immutable-field', rule.reason, field, rule.message.replace('{field}', field), rule.hint),
    );
  });
  return [...immutable, ...immutableConfiguration(before, after), ...shrinkingClaims(kind, before, after)];
}

/** ConfigMaps and Secrets with `immutable: true`. */
function immutableConfiguration(before: any, after: any): FindingFields[] {
  if (before.immutable !== true || !['/ConfigMap', '/Secret'].includes(kindOf(before))) {
    return [];
  }
  const message = 'field is immutable when `immutable` is set';
  const hint = 'use a new name for the changed object; hashedName does this';
  return ['immutable', 'data', 'binaryData', 'stringData']
    .filter((field) => !same(before[field] ?? {}, after[field] ?? {}))
    .map((field) => refused('upgrade-immutable-configuration', 'FieldValueForbidden', field, message, hint));
}

function shrinkingClaims(kind: string, before: any, after: any): FindingFields[] {
  const field = 'spec.resources.requests.storage';
  const smaller = (old: unknown, current: unknown) => {
    const [from, to] = [old, current].map((size) => parseQuantity(String(size ?? '')));
    return from !== undefined && to !== undefined && compareQuantities(to, from) < 0;
  };
  if (kind === '/PersistentVolumeClaim' && smaller(reach(before, field), reach(after, field))) {
    return [
      refused(
        'upgrade-storage-shrinks',
        'FieldValueForbidden',
        'spec.resources.requests.storage',
        'field can not be less than status.capacity',
        'volumes cannot shrink; create a smaller claim and copy the data',
      ),
    ];
  }
  const templates: any[] = kind === 'apps/StatefulSet' ? (before.spec?.volumeClaimTemplates ?? []) : [];
  return templates.flatMap((template, index) => {
    const other = (after.spec?.volumeClaimTemplates ?? []).find(
      (one: any) => one?.metadata?.name === template?.metadata?.name,
    );
    return other !== undefined && smaller(reach(template, field), reach(other, field))
      ? [
          refused(
            'upgrade-storage-shrinks',
            'FieldValueForbidden',
            `spec.volumeClaimTemplates[${index}].${field}`,
            `the claims of ${reach(template, field)} cannot shrink`,
            'volumes cannot shrink; keep the size',
          ),
        ]
      : [];
  });
}

function removedObjects(object: any): FindingFields[] {
  if (!KINDS_WITH_DATA.includes(kindOf(object))) {
    return [];
  }
  return [
    {
      rule: 'upgrade-data-gone',
      category: 'reference',
      severity: 'error',
      reason: 'DanglingReference',
      path: '',
      message: 'the object is removed; under another name it would start with empty storage',
      hint: 'keep name and namespace; to delete it, back up its data and remove it from the previous manifests',
    },
  ];
}

function refused(rule: string, reason: Finding['reason'], path: string, message: string, hint: string): FindingFields {
  return { rule, category: 'api', severity: 'error', reason, path, message, hint };
}

function kindOf(object: any): string {
  return `${groupOf(String(object?.apiVersion ?? ''))}/${object?.kind}`;
}

function reach(object: any, field: string): unknown {
  return field.split('.').reduce((parent, key) => parent?.[key], object);
}

function same(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}

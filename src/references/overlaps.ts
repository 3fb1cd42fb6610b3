import { groupKindOf, selectsItsPods } from '../facts';
import { canonicalJson } from '../manifest';
import { deployment } from './examples';
import { isSameObject, namespaceOf } from './placed';
import type { ReferenceRule } from './reference-rule';

export const selectorOverlap: ReferenceRule = {
  id: 'selector-overlap',
  isConflict: true,
  message: 'two workloads select the same pods',
  why: 'Both count the pods of the other as their own, and add or delete pods until the numbers match.',
  hint: 'use a unique label for each workload in selector and template',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates',
  refused: [deployment(), { ...deployment(), metadata: { name: 'other' } }],
  accepted: [deployment()],
  on: 'pod',
  check: ({ object, document }, cluster) => {
    const selector = selectorOf(object);
    if (selector === undefined) return [];
    // The same object twice is another state of it, not a conflict.
    const others = cluster
      .selected(namespaceOf(object), selector)
      .filter((other) => selectorOf(other.object) !== undefined && !isSameObject(other.object, object));
    const equal = others.find((other) => canonicalJson(selectorOf(other.object)) === canonicalJson(selector));
    const named = (other: any) => `${other.kind} ${JSON.stringify(other.metadata?.name)}`;
    if (equal !== undefined) {
      const message = `${named(equal.object)} selects the same pods`;
      const isSameKind = groupKindOf(equal.object) === groupKindOf(object);
      // Reported once for the two of them.
      return equal.document < document
        ? [{ field: 'spec.selector', message, certainty: isSameKind ? 'wrong' : 'likely' }]
        : [];
    }
    const [other] = others;
    return other === undefined
      ? []
      : [{ field: 'spec.selector', message: `also selects the pods of ${named(other.object)}`, certainty: 'likely' }];
  },
};

/** The label selector of a workload that has one. */
function selectorOf(object: any): any {
  if (!selectsItsPods(object) || object.spec?.selector === undefined) return undefined;
  return object.kind === 'ReplicationController' ? { matchLabels: object.spec.selector } : object.spec.selector;
}

import { selectorText } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindKey, namespaceOf } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { servicesOf, TWO_SERVICES } from '../rule/rollout-services';

/** Two Services of a Rollout that are one, and those that select other pods. */
export function wrongServices(object: any, cluster: Cluster): Dangling[] {
  const shared = TWO_SERVICES.flatMap(([path, one, other]): Dangling[] => {
    const [first, second] = [one, other].map((role) => valuesAt(object, `${path}.${role}Service`)[0]?.value);
    if (first === undefined || first === '' || first !== second) return [];
    const message = `${path}.${one}Service is the same Service, and a Rollout needs two`;
    const hint = 'name another Service with the same selector: the controller adds the hash of its pods to each';
    return [{ field: `${path}.${other}Service`, message, hint, certainty: 'wrong' }];
  });
  return [...shared, ...otherPods(object, cluster)];
}

/** Set on the pods, and in the selectors, by the controller. */
const HASH = 'rollouts-pod-template-hash';

/**
 * Services with a label in the selector that the pods of the Rollout do not have, which makes it invalid.
 *
 * @see https://github.com/argoproj/argo-rollouts/blob/v1.8.0/pkg/apis/rollouts/validation/validation_references.go ValidateService
 */
function otherPods(object: any, cluster: Cluster): Dangling[] {
  const namespace = namespaceOf(object);
  const { template, workloadRef } = object.spec ?? {};
  const { apiVersion, kind, name } = Object(workloadRef);
  const pods = workloadRef ? cluster.find(kindKey(apiVersion, kind), namespace, name)?.spec?.template : template;
  if (!pods) return [];
  return servicesOf(object).flatMap(({ value, field, parent, role }): Dangling[] => {
    const labels = { ...pods.metadata?.labels, [HASH]: undefined };
    const more = parent[`${role}Metadata`]?.labels;
    const selector = Object.entries(cluster.find('/Service', namespace, value)?.spec?.selector ?? {});
    const unmet = selector.filter(([key, one]) => key !== HASH && labels[key] !== one && more?.[key] !== one);
    if (unmet.length === 0) return [];
    const wanted = selectorText({ matchLabels: Object.fromEntries(unmet) as Record<string, string> });
    const message = `Service ${JSON.stringify(value)} selects ${wanted}, which the pods of the Rollout do not have`;
    const there = unmet.flatMap(([key]) => (labels[key] === undefined ? [] : `${key}=${labels[key]}`)).join(', ');
    const hint = `use the labels of the pod template${there && `, ${there},`} in the selector: Argo Rollouts refuses the Rollout otherwise`;
    return [{ field, message, hint, certainty: 'wrong' }];
  });
}

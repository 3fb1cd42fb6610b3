import { containersOf, podTemplateOf, refersTo } from '../../facts';
import { didYouMean } from '../../values';
import type { Cluster } from '../input/cluster';
import { isInjectedContainer } from '../input/injected';
import { customList, kindKey, namespaceOf } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { autoscaler, scaledResources, scalersIn } from './autoscalers';

const ON = 'autoscaling.k8s.io/VerticalPodAutoscaler';
const VPA = 'https://kubernetes.io/docs/concepts/workloads/autoscaling/vertical-pod-autoscale/';
const requesting = deployment({}, { resources: { requests: { cpu: '100m' } } });
const vertical = (spec: object, name = 'shop') => ({
  apiVersion: 'autoscaling.k8s.io/v1',
  kind: 'VerticalPodAutoscaler',
  metadata: { name },
  spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' }, ...spec },
});
const policyFor = (containerName: string) => ({ resourcePolicy: { containerPolicies: [{ containerName }] } });

export const verticalContainer: ReferenceRule = {
  id: 'vertical-autoscaler-container',
  message: 'Deployment "shop" has no container "app"',
  why: 'The policy of a container that the pods do not have has no effect, and the container that was meant has none.',
  hint: 'use the name of a container, or * for all others',
  source: VPA,
  refused: [requesting, vertical(policyFor('app'))],
  accepted: [requesting, vertical(policyFor('shop'))],
  on: ON,
  check: ({ object }, cluster) => {
    const target = targetOf(object, cluster);
    const pod = podTemplateOf(target);
    if (pod === undefined) return [];
    const names: string[] = containersOf(pod.spec).map(({ container }) => String(container.name));
    const policies = customList(object.spec?.resourcePolicy?.containerPolicies);
    return policies.flatMap((policy, index): Dangling[] => {
      const name = policy?.containerName;
      if (typeof name !== 'string' || name === '*' || names.includes(name)) return [];
      if (isInjectedContainer(name, { object: target, pod }, cluster)) return [];
      const field = `spec.resourcePolicy.containerPolicies[${index}].containerName`;
      const message = `${target.kind} ${JSON.stringify(target.metadata?.name)} has no container ${JSON.stringify(name)}`;
      const hint = didYouMean(name, names) ?? `its containers are ${names.join(', ')}`;
      // A sidecar can be injected into pods that do not ask for it themselves.
      return [{ field, message, hint, certainty: 'likely' }];
    });
  },
};

export const verticalConflict: ReferenceRule = {
  id: 'vertical-autoscaler-conflict',
  isConflict: true,
  severity: 'warning',
  message: 'HorizontalPodAutoscaler "shop" scales Deployment "shop" on cpu, whose request this changes',
  why: 'Utilization is a percentage of the request. When one autoscaler changes the request and another one adds pods by it, both react to each other; two vertical autoscalers replace the values of each other.',
  hint: 'set controlledResources to what no other autoscaler uses, or updateMode "Off"',
  source: VPA,
  refused: [requesting, vertical({}), autoscaler('shop')],
  accepted: [requesting, vertical({ updatePolicy: { updateMode: 'Off' } }), autoscaler('shop')],
  on: ON,
  check: ({ object, document }, cluster) => {
    const { targetRef, updatePolicy } = object.spec ?? {};
    const namespace = namespaceOf(object);
    const conflict = (message: string): Dangling[] => [{ field: 'spec.targetRef', message, certainty: 'likely' }];
    const target = { ...targetRef, metadata: { name: targetRef?.name } };
    const shown = `${targetRef?.kind} ${JSON.stringify(targetRef?.name)}`;
    const earlier = cluster
      .all(ON, namespace)
      .find(
        (other) =>
          other.document < document &&
          other.object.metadata?.name !== object.metadata?.name &&
          refersTo(other.object.spec?.targetRef, target),
      );
    if (earlier !== undefined) {
      return conflict(`VerticalPodAutoscaler ${JSON.stringify(earlier.object.metadata?.name)} scales ${shown} too`);
    }
    if (updatePolicy?.updateMode === 'Off' || updatePolicy?.updateMode === 'Initial') return [];
    const controlled = controlledResources(object);
    const horizontal = scalersIn(namespace, cluster).filter((scaler) => refersTo(scaler.target, target));
    for (const scaler of horizontal) {
      const shared = scaledResources(scaler.object).find((resource) => controlled.has(resource));
      if (shared === undefined) continue;
      const by = `${scaler.object.kind} ${JSON.stringify(scaler.object.metadata?.name)}`;
      return conflict(`${by} scales ${shown} on ${shared}, whose request this changes`);
    }
    return [];
  },
};

function targetOf({ spec, metadata }: any, cluster: Cluster): any {
  const { apiVersion, kind, name } = spec?.targetRef ?? {};
  return cluster.find(kindKey(apiVersion, kind), metadata?.namespace ?? '', name);
}

/** Resources whose requests the autoscaler sets for some container. */
function controlledResources({ spec }: any): ReadonlySet<string> {
  const policies = customList(spec?.resourcePolicy?.containerPolicies).filter((one) => one?.mode !== 'Off');
  const isWhole = policies.length === 0 || policies.some((policy) => policy?.controlledResources === undefined);
  return new Set(isWhole ? ['cpu', 'memory'] : policies.flatMap((policy) => customList(policy.controlledResources)));
}

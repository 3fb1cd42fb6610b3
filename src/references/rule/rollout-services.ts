import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindKey } from '../input/placed';

/** Fields of a Rollout that must name two Services, for which Argo Rollouts stops otherwise. */
export const TWO_SERVICES = [
  ['spec.strategy.canary', 'stable', 'canary'],
  ['spec.strategy.blueGreen', 'active', 'preview'],
] as const;

export function servicesOf(rollout: any) {
  return TWO_SERVICES.flatMap(([path, ...roles]) =>
    roles.flatMap((role) => valuesAt(rollout, `${path}.${role}Service`).map((one) => ({ ...one, role }))),
  );
}

/** Whether a Rollout of the input names a Service: what the selector lacks is reported there. */
export function isOfRollout({ apiVersion, kind, metadata }: any, namespace: string, cluster: Cluster): boolean {
  const isService = kindKey(apiVersion, kind) === '/Service';
  const rollouts = isService ? cluster.all('argoproj.io/Rollout', namespace) : [];
  return rollouts.some(({ object }) => servicesOf(object).some(({ value }) => value === metadata?.name));
}

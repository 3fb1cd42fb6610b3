import { portsOfRule, type ServiceTarget, targetsOfService } from '../../reachability';
import { selectorMatches } from '../../values';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf, type Placed } from '../input/placed';
import { referencesIn, targetOf } from '../rule/edge-rules';

/** A connection that an object declares for clients that are not of the input: an ingress controller, Prometheus. */
export interface WayIn {
  readonly field: string;
  readonly service: any;
  readonly targets: readonly ServiceTarget[];
}

/** A way in that NetworkPolicies close. */
export interface ClosedWayIn {
  readonly field: string;
  readonly message: string;
  readonly hint: string;
}

const BACKEND_RULES = ['ingress-backend-unknown', 'route-target-unknown'];

/** The ways in of an object that were open before and are closed now. */
export function closedWaysIn(
  before: { readonly subject: Placed; readonly cluster: Cluster },
  now: { readonly subject: Placed; readonly cluster: Cluster },
): ClosedWayIn[] {
  const closed = waysIn(now.subject, now.cluster).filter(
    ({ targets }) => targets.length > 0 && !targets.some((target) => isOpen(target, now.cluster)),
  );
  if (closed.length === 0) return [];
  const open = waysIn(before.subject, before.cluster).filter(({ targets }) =>
    targets.some((target) => isOpen(target, before.cluster)),
  );
  return closed
    .filter(({ service }) =>
      open.some(
        ({ service: { metadata } }) =>
          metadata.name === service.metadata.name && namespaceOf({ metadata }) === namespaceOf(service),
      ),
    )
    .map(({ field, service, targets }) => {
      const { peer, protocol, port } = targets[0]!;
      const policies = now.cluster.reachability.policiesOf(peer, 'ingress');
      const names = policies.map(({ metadata }) => JSON.stringify(metadata?.name)).join(', ');
      const word = policies.length === 1 ? 'NetworkPolicy' : 'NetworkPolicies';
      const name = JSON.stringify(service.metadata.name);
      return {
        field,
        message: `${word} ${names} ${policies.length === 1 ? 'denies' : 'deny'} connections to Service ${name} on ${protocol} ${port} to all but pods of these manifests`,
        hint: 'allow what connects in a NetworkPolicy of these pods: the namespace of the ingress controller, or of Prometheus',
      };
    });
}

export function waysIn(subject: Placed, cluster: Cluster): WayIn[] {
  return subject.object?.kind === 'ServiceMonitor' ? monitored(subject.object, cluster) : routed(subject, cluster);
}

function routed(subject: Placed, cluster: Cluster): WayIn[] {
  const own = namespaceOf(subject.object);
  return BACKEND_RULES.flatMap((rule) => referencesIn(rule, subject))
    .filter(({ to }) => to === '/Service')
    .flatMap((reference): WayIn[] => {
      const service = targetOf(reference, own, cluster);
      if (service === undefined) return [];
      const targets = reference.parts.flatMap(({ value }) => targetsOfService(service, value, cluster.reachability));
      return [{ field: reference.field, service, targets: known(targets) }];
    });
}

function monitored({ spec, metadata }: any, cluster: Cluster): WayIn[] {
  return cluster
    .namespacesSelected(spec?.namespaceSelector, namespaceOf({ metadata }))
    .flatMap((namespace) => cluster.labeled('/Service', namespace, spec?.selector))
    .flatMap(({ object: service }) =>
      customList(spec?.endpoints).map((endpoint, index): WayIn => {
        const targets = targetsOfService(service, endpoint?.port, cluster.reachability);
        return { field: `spec.endpoints[${index}].port`, service, targets: known(targets) };
      }),
    );
}

/** Those that have the port. */
export function known(targets: readonly ServiceTarget[]): ServiceTarget[] {
  return targets.filter(({ port }) => port !== undefined);
}

/** Whether what is not of the input may be able to connect, by rules with such peers. */
export function isOpen(
  { peer, protocol, port }: ServiceTarget,
  cluster: Cluster,
  isForClient: typeof isForOthers = isForOthers,
): boolean {
  const policies = cluster.reachability.policiesOf(peer, 'ingress');
  if (policies.length === 0) return true;
  return policies.some((policy) =>
    (policy.spec?.ingress ?? []).some(
      (rule: any) => portsOfRule(rule, peer).has(protocol, port!) && isForClient(rule, namespaceOf(policy), cluster),
    ),
  );
}

/** Whether a rule is for peers that may be others than pods of the input. */
export function isForOthers(rule: any, namespace: string, cluster: Cluster): boolean {
  const peers: any[] = rule?.from ?? [];
  return (
    peers.length === 0 ||
    peers.some(({ podSelector, namespaceSelector, ipBlock }) => {
      if (ipBlock !== undefined || namespaceSelector !== undefined) return true;
      const selected = cluster
        .workloadsIn(namespace)
        .filter(({ pod }) => selectorMatches(podSelector ?? {}, pod.metadata?.labels ?? {}));
      const isAny =
        Object.keys({ ...podSelector?.matchLabels }).length + (podSelector?.matchExpressions ?? []).length === 0;
      return isAny || selected.length === 0;
    })
  );
}

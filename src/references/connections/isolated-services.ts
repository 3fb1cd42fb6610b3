import { portNamed, portsOfRule } from '../../reachability';
import { isEmptySelector, selectorMatches } from '../../values';
import { namespaceOf, type Workload } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { deployment, service } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';
import { serviceTargetPort } from '../services/service-ports';
import { networkPolicySelector } from './network-policies';
import { unknownPorts } from './policy-ports';

const policy = (spec: object, podSelector: object = { matchLabels: { app: 'shop' } }) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'shop' },
  spec: { podSelector, policyTypes: ['Ingress'], ...spec },
});

/** Policies of a namespace whose selectors match no pods. */
const lost = new FoundOnce((namespace: string, cluster) =>
  cluster
    .all('networking.k8s.io/NetworkPolicy', namespace)
    .filter((one) => networkPolicySelector.check(one, cluster).length > 0)
    .map(({ object }) => object),
);

/** A Service of pods that deny every connection to its ports: the callers were forgotten. */
export const isolatedService: ReferenceRule = {
  id: 'service-unreachable',
  isConflict: true,
  message:
    'no peer can connect to the pods of Service "shop": no NetworkPolicy that selects them allows one of its ports',
  why: 'NetworkPolicies that select a pod deny all connections that none of them allows. A Service of pods that no client can connect to has endpoints, and every connection to it times out.',
  severity: 'warning',
  hint: 'allow the callers in an ingress rule of a NetworkPolicy that selects these pods; if no client is meant to connect, state it with "ingress: []" in the policy of these pods, or remove the Service; in a program connectTo of the client, or networkPolicy: { ingress: […] }, allows the callers',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  refused: [deployment(), service(), policy({})],
  accepted: [deployment(), service(), policy({ ingress: [{ ports: [{ port: 'http' }] }] })],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const namespace = namespaceOf(workload.object);
    const labels = workload.pod.metadata?.labels ?? {};
    const policies = cluster.policiesOf(workload, 'ingress');
    if (policies.length === 0 || policies.some(isDeclared)) return [];
    // A port that the pods do not have is reported at its policy, and is why no connection is allowed.
    if (policies.some((policy) => unknownPorts(policy, cluster).some(({ field }) => field.startsWith('spec.ingress'))))
      return [];
    // A selector that matches no pods is reported at its policy too, and is why these pods have none that allows the port.
    const rules: any[] = [...policies, ...lost.in(cluster, namespace)].flatMap(({ spec }) =>
      (spec?.ingress ?? []).map((rule: any) => ({ rule, own: ownPods(rule, spec) })),
    );
    const isolated = cluster.all('/Service', namespace || null).filter((one) => {
      const { object } = one;
      const ports: any[] = object.spec?.ports ?? [];
      return (
        selects(object, labels) &&
        ports.length > 0 &&
        !(rules.length > 0 && serviceTargetPort.check(one, cluster).length > 0) &&
        !ports.some((port) =>
          // Members of a cluster find each other by a headless Service; any other Service has clients.
          rules.some(({ rule, own }) => !(own !== undefined && isClosed(object, own)) && allows(rule, port, workload)),
        )
      );
    });
    if (isolated.length === 0) return [];
    const named = new Set(isolated.map(({ object }) => JSON.stringify(object.metadata?.name ?? '')));
    const names = [...named].join(', ');
    const message = `no peer can connect to the pods of Service ${names}: no NetworkPolicy that selects them allows one of its ports`;
    return [{ field: '', message, certainty: 'likely' }];

    /** Whether the pods of a policy are all behind a Service, so that none of them is a client of it. */
    function isClosed({ spec }: any, podSelector: any): boolean {
      if (spec.clusterIP === 'None' || isEmptySelector(podSelector)) return false;
      const others = cluster.selected(namespace, podSelector).map(({ pod }) => pod.metadata?.labels ?? {});
      return others.every((one) => selectorMatches({ matchLabels: spec.selector }, one));
    }
  },
};

/** A policy for certain pods, not for the whole namespace, that states that no client connects. */
function isDeclared({ spec }: any): boolean {
  const { matchLabels = {}, matchExpressions = [] } = spec?.podSelector ?? {};
  const isSpecific = Object.keys(matchLabels).length + matchExpressions.length > 0;
  return isSpecific && Array.isArray(spec?.ingress) && spec.ingress.length === 0;
}

function selects(object: any, labels: Readonly<Record<string, string>>): boolean {
  const matchLabels = object.spec?.selector ?? {};
  return Object.keys(matchLabels).length > 0 && selectorMatches({ matchLabels }, labels);
}

/** The selector of a policy whose rule is for connections among its pods only. */
function ownPods(rule: any, { podSelector = {} }: any): object | undefined {
  const { from = [] } = rule ?? {};
  const own = JSON.stringify({ podSelector });
  const isOwn = Array.isArray(from) && from.length > 0 && from.every((peer: unknown) => JSON.stringify(peer) === own);
  return isOwn ? podSelector : undefined;
}

/** Whether an ingress rule allows the port of the pods that a Service port leads to. */
function allows(rule: any, servicePort: any, workload: Workload): boolean {
  const { protocol = 'TCP', port, targetPort = port } = servicePort ?? {};
  const number = typeof targetPort === 'string' ? portNamed(workload, targetPort, protocol) : targetPort;
  // A name that the pods do not have is a finding of its own.
  return number === undefined || portsOfRule(rule, workload).has(protocol, number);
}

import { isEmptySelector, selectorMatches } from '../values';
import type { Cluster } from './cluster';
import { deployment } from './examples';
import { namespaceOf, type Workload } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';
import { selectionRule } from './selection-rules';

const PAGE = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';
const ON = 'networking.k8s.io/NetworkPolicy';
const policy = (podSelector: object, spec: object = {}) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'shop' },
  spec: { podSelector: { matchLabels: podSelector }, policyTypes: ['Ingress'], ...spec },
});
const client = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client', labels: { app: 'client' } },
  spec: { containers: [{ name: 'client', image: 'client:1' }] },
};
const from = (app: string) => ({ ingress: [{ from: [{ podSelector: { matchLabels: { app } } }] }] });

export const networkPolicySelector = selectionRule({
  id: 'network-policy-selects-nothing',
  message: 'the policy matches no pods',
  why: 'A policy that matches no pods has no effect.',
  severity: 'warning',
  hint: 'use the labels of the pod template in podSelector',
  source: PAGE,
  refused: [deployment(), policy({ app: 'shopp' })],
  accepted: [deployment(), policy({ app: 'shop' })],
});

export const networkPolicyPeer = selectionRule({
  id: 'network-policy-peer-unknown',
  message: 'no pods match the selector of the peer',
  why: 'A rule for peers that do not exist allows no connection, and those that were meant are denied.',
  severity: 'warning',
  hint: 'use the labels of the pod template of the peer; a podSelector without a namespaceSelector selects in the namespace of the policy',
  source: `${PAGE}#behavior-of-to-and-from-selectors`,
  refused: [deployment(), client, policy({ app: 'shop' }, from('clent'))],
  accepted: [deployment(), client, policy({ app: 'shop' }, from('client'))],
});

const reaching = (ports: readonly object[]) => ({
  policyTypes: ['Egress'],
  egress: [{ to: [{ podSelector: { matchLabels: { app: 'client' } } }] }, ...ports.map((port) => ({ ports: [port] }))],
});

export const networkPolicyWithoutDns: ReferenceRule = {
  id: 'network-policy-without-dns',
  message: 'the pods of Deployment "shop" can connect to others but not to DNS',
  why: 'Pods find Services by their names. Without a rule for port 53, a lookup times out before a connection that is allowed.',
  severity: 'warning',
  hint: 'add an egress rule for port 53, UDP and TCP, to the pods of kube-dns in the namespace kube-system',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  refused: [deployment(), client, policy({ app: 'shop' }, reaching([]))],
  accepted: [deployment(), client, policy({ app: 'shop' }, reaching([{ port: 53, protocol: 'UDP' }]))],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    if (workload.pod.spec.hostNetwork === true) return [];
    const rules = egressRulesOf(workload, cluster);
    const isByName = (rule: any) =>
      (rule?.to ?? []).some((peer: any) => peer?.podSelector !== undefined || peer?.namespaceSelector !== undefined);
    if (!rules.some(isByName) || rules.some(allowsDns)) return [];
    const named = `${workload.object.kind} ${JSON.stringify(workload.object.metadata?.name)}`;
    const message = `the pods of ${named} can connect to others but not to DNS`;
    return [{ field: '', message, certainty: 'likely' }];
  },
};

/** The egress rules of all policies that restrict the connections of a pod. */
function egressRulesOf({ object, pod }: Workload, cluster: Cluster): any[] {
  return cluster
    .all(ON, namespaceOf(object))
    .map(({ object: { spec } }) => spec ?? {})
    .filter(({ policyTypes, egress }) =>
      policyTypes === undefined ? egress !== undefined : policyTypes.includes('Egress'),
    )
    .filter(({ podSelector }) => selectorMatches(podSelector ?? {}, pod.metadata?.labels ?? {}))
    .flatMap(({ egress }) => egress ?? []);
}

/** Whether a rule allows port 53, to whatever peers: where DNS is, is known to those who wrote it. */
function allowsDns(rule: any): boolean {
  const ports: any[] = rule?.ports ?? [];
  const isOpen = ports.length === 0 && isWide(rule);
  return isOpen || ports.some((one) => one?.port === undefined || covers53(one));
}

/** Peers that may be the pods of DNS: everything, another namespace, addresses. */
function isWide(rule: any): boolean {
  const peers: any[] = rule?.to ?? [];
  return (
    peers.length === 0 || peers.some((peer) => peer?.namespaceSelector !== undefined || peer?.ipBlock !== undefined)
  );
}

function covers53({ port, endPort }: any): boolean {
  if (typeof port === 'string') return /dns|domain/.test(port);
  return port === 53 || port === 5353 || (port < 53 && 53 <= (endPort ?? port));
}

const namespaced = (labels: object) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web', labels } });
const fromTeam = (team: string) => ({ ingress: [{ from: [{ namespaceSelector: { matchLabels: { team } } }] }] });

export const networkPolicyNamespace: ReferenceRule = {
  id: 'network-policy-namespace-unknown',
  message: 'no namespace of the input matches the selector',
  why: 'A rule for namespaces that do not exist, or that have other labels, allows no connection.',
  severity: 'warning',
  hint: 'use a label of the Namespace; every namespace has kubernetes.io/metadata.name',
  source: `${PAGE}#targeting-a-namespace-by-its-name`,
  refused: [deployment(), namespaced({ team: 'web' }), policy({ app: 'shop' }, fromTeam('wep'))],
  accepted: [deployment(), namespaced({ team: 'web' }), policy({ app: 'shop' }, fromTeam('web'))],
  on: ON,
  check: ({ object }, cluster) => {
    const names = cluster.all('/Namespace').map((one) => String(one.object.metadata?.name));
    return ['ingress', 'egress'].flatMap((list) =>
      (object.spec?.[list] ?? []).flatMap((rule: any, index: number) => {
        const peers = list === 'ingress' ? 'from' : 'to';
        return (rule?.[peers] ?? []).flatMap((peer: any, at: number): Dangling[] => {
          const selector = peer?.namespaceSelector;
          if (selector === undefined || isEmptySelector(selector)) return [];
          if (names.some((name) => selectorMatches(selector, cluster.labelsOfNamespace(name)))) return [];
          const hint = nearNamespace(selector, names, cluster);
          const field = `spec.${list}[${index}].${peers}[${at}].namespaceSelector`;
          return hint === undefined
            ? []
            : [{ field, message: 'no namespace of the input matches the selector', hint, certainty: 'likely' }];
        });
      }),
    );
  },
};

/** A namespace of the input that has the labels with other values; names of other namespaces are no reason for a finding. */
function nearNamespace(selector: any, names: readonly string[], cluster: Cluster): string | undefined {
  const wanted = Object.entries<string>(selector.matchLabels ?? {}).filter(
    ([key]) => key !== 'kubernetes.io/metadata.name',
  );
  if (wanted.length === 0) return undefined;
  for (const name of names) {
    const labels = cluster.labelsOfNamespace(name);
    if (!wanted.every(([key]) => labels[key] !== undefined)) continue;
    return `Namespace ${JSON.stringify(name)} has ${wanted.map(([key]) => `${key}=${labels[key]}`).join(', ')}`;
  }
  return undefined;
}

import type { Cluster } from '../input/cluster';
import type { Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';
import { selectionRule } from '../rule/selection-rules';
import { hostsIn } from './service-addresses';

export const PAGE = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';
export const ON = 'networking.k8s.io/NetworkPolicy';
export const policy = (podSelector: object, spec: object = {}) => ({
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
  message: 'no pods match the selector app=shopp',
  why: 'A policy that matches no pods has no effect.',
  severity: 'warning',
  hint: 'use the labels of the pod template in podSelector',
  source: PAGE,
  refused: [deployment(), policy({ app: 'shopp' })],
  accepted: [deployment(), policy({ app: 'shop' })],
});

export const networkPolicyPeer = selectionRule({
  id: 'network-policy-peer-unknown',
  message: 'no pods match the selector app=clent',
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
  isConflict: true,
  message: 'the pods of Deployment "shop" can connect to others but not to DNS',
  why: 'Pods find Services by their names. Without a rule for port 53 over UDP, a lookup times out before a connection that is allowed.',
  severity: 'warning',
  hint: 'add an egress rule for port 53, UDP and TCP, to the pods of kube-dns in the namespace kube-system',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  refused: [deployment(), client, policy({ app: 'shop' }, reaching([]))],
  accepted: [deployment(), client, policy({ app: 'shop' }, reaching([{ port: 53, protocol: 'UDP' }]))],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const policies = cluster.policiesOf(workload, 'egress');
    const rules: any[] = policies.flatMap(({ spec }) => spec?.egress ?? []);
    const isByName = (rule: any) =>
      (rule?.to ?? []).some((peer: any) => peer?.podSelector !== undefined || peer?.namespaceSelector !== undefined);
    const isWithNames = rules.some(isByName) || (rules.some(isForAll) && namesHosts(workload, cluster));
    if (!isWithNames || rules.some(allowsDns)) return [];
    const named = `${workload.object.kind} ${JSON.stringify(workload.object.metadata?.name)}`;
    const message = `the pods of ${named} can connect to others but not to DNS`;
    const names = policies.map(({ metadata }) => JSON.stringify(metadata?.name));
    const hint = `add an egress rule for port 53, UDP and TCP, to the pods of kube-dns in the namespace kube-system, to NetworkPolicy ${names.join(' or ')}`;
    return [{ field: '', message, hint, certainty: 'likely' }];
  },
};

/** Whether a rule is for every address, as one for HTTPS to the internet is. */
function isForAll(rule: any): boolean {
  const peers: any[] = rule?.to ?? [];
  return peers.length === 0 || peers.some((peer) => /\/0$/.test(String(peer?.ipBlock?.cidr)));
}

/** Whether a pod is given addresses with names of hosts. */
function namesHosts(workload: Workload, cluster: Cluster): boolean {
  return hostsIn(workload, cluster).some(({ host, isWord }) => !isWord && /[a-z]/.test(host) && host !== 'localhost');
}

/** Whether a rule allows port 53, to whatever peers: where DNS is, is known to those who wrote it. */
function allowsDns(rule: any): boolean {
  const ports: any[] = rule?.ports ?? [];
  const isOpen = ports.length === 0 && isWide(rule);
  return isOpen || ports.some((one) => one?.protocol === 'UDP' && (one.port === undefined || covers53(one)));
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

const webRules = { ingress: [{ ports: [{ port: 8080 }] }], egress: [{ ports: [{ port: 53, protocol: 'UDP' }] }] };

export const networkPolicyIgnoredRules: ReferenceRule = {
  id: 'network-policy-rules-ignored',
  isConflict: true,
  message: 'the egress rules have no effect: policyTypes has no Egress',
  why: 'A policy restricts the directions of its policyTypes only. Rules for another direction restrict and allow nothing.',
  severity: 'warning',
  hint: 'add the direction to policyTypes, or remove the rules',
  source: `${PAGE}#networkpolicy-resource`,
  refused: [deployment(), policy({ app: 'shop' }, { ...webRules, policyTypes: ['Ingress'] })],
  accepted: [deployment(), policy({ app: 'shop' }, { ...webRules, policyTypes: ['Ingress', 'Egress'] })],
  on: ON,
  check: ({ object }) => {
    const types: string[] = object.spec?.policyTypes ?? [];
    return (['Ingress', 'Egress'] as const).flatMap((type) => {
      const direction = type.toLowerCase();
      if (types.length === 0 || types.includes(type) || (object.spec?.[direction] ?? []).length === 0) return [];
      const message = `the ${direction} rules have no effect: policyTypes has no ${type}`;
      return [{ field: `spec.${direction}`, message, certainty: 'likely' as const }];
    });
  },
};

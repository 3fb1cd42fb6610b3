import * as kplus from 'cdk8s-plus-28';
import {
  NetworkPolicy,
  type NetworkPolicyProps,
  Peer,
  Scaling,
  StatefulApp,
  type StatefulAppProps,
} from '../../../src/patterns';
import { Probes, Qos } from '../../../src/pod';
import { manifestsOf, refusal, rendered, testChart } from '../render';

const policy = (props: NetworkPolicyProps) =>
  rendered((chart) => new NetworkPolicy(chart, 'wall', props))['NetworkPolicy/wall'];

test('all pods of the namespace, in one direction', () => {
  expect(policy({ policyTypes: ['Ingress'] })).toMatchObject({
    metadata: { namespace: 'test' },
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  });
  expect(policy({ policyTypes: ['Ingress'] }).spec).not.toHaveProperty('egress');
});

test('pods by label, peers of all kinds', () => {
  const { spec } = policy({
    pods: { role: 'db' },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          Peer.pods({ role: 'web' }, { namespace: 'shop' }),
          Peer.pods(),
          Peer.namespaces({ team: 'a' }),
          Peer.namespaces(),
        ],
      },
      { from: Peer.anyone(), ports: [{ port: 'metrics' }] },
      { from: { selectorLabels: { app: 'x' }, namespace: 'elsewhere' } },
    ],
  });
  expect(spec.podSelector).toEqual({ matchLabels: { role: 'db' } });
  expect(spec.ingress).toEqual([
    {
      from: [
        {
          podSelector: { matchLabels: { role: 'web' } },
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
        },
        { podSelector: {} },
        { namespaceSelector: { matchLabels: { team: 'a' } } },
        { namespaceSelector: {} },
      ],
    },
    { ports: [{ protocol: 'TCP', port: 'metrics' }] },
    {
      from: [
        {
          podSelector: { matchLabels: { app: 'x' } },
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'elsewhere' } },
        },
      ],
    },
  ]);
});

test('rules that users add to the cdk8s-plus construct stay', () => {
  const chart = testChart();
  const { networkPolicy } = new NetworkPolicy(chart, 'wall', {
    policyTypes: ['Ingress'],
    ingress: [{ from: Peer.pods({ a: 'b' }) }],
  });
  networkPolicy.addIngressRule(kplus.NetworkPolicyIpBlock.ipv4(chart, 'ip', '10.0.0.0/8'));
  expect(manifestsOf(chart)['NetworkPolicy/wall'].spec.ingress).toEqual([
    { from: [{ podSelector: { matchLabels: { a: 'b' } } }] },
    { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [] },
  ]);
});

test.each<[string, NetworkPolicyProps, string]>([
  [
    'an egress rule of an ingress policy',
    { policyTypes: ['Ingress'], egress: [{ to: Peer.anyone() }] },
    'policyTypes: must contain "Egress", because there are egress rules',
  ],
  ['no direction', { policyTypes: [] }, 'policyTypes: must not be empty'],
  ['what is no range', { ingress: [{ from: Peer.cidr('10.0.0.1') }] }, 'ingress[0].from.cidr: "10.0.0.1"'],
  [
    'port 0',
    { egress: [{ to: Peer.anyone(), ports: [0] }] },
    'egress[0].ports[0].port: must be an integer, between 1 and 65535, got 0',
  ],
  [
    'a range backwards',
    { egress: [{ to: Peer.anyone(), ports: [{ port: 10, endPort: 5 }] }] },
    'egress[0].ports[0].endPort: must be an integer, between 10 and 65535, got 5',
  ],
  ['a bad label', { ingress: [{ from: Peer.pods({ 'a b': 'c' }) }] }, 'ingress[0].from.labels'],
])('refuses %s', (_, props, message) => {
  expect(refusal((scope) => new NetworkPolicy(scope, 'wall', props)).join('\n')).toContain(message);
});

test('pods of one policy can connect to each other on request, in the directions that it restricts', () => {
  const own = { podSelector: { matchLabels: { role: 'db' } } };
  expect(policy({ pods: { role: 'db' }, ownPods: true, dns: false }).spec).toMatchObject({
    ingress: [{ from: [own] }],
    egress: [{ to: [own] }],
  });
  const ingress = policy({ pods: { role: 'db' }, ownPods: true, policyTypes: ['Ingress'] }).spec;
  expect(ingress).toMatchObject({ ingress: [{ from: [own] }] });
  expect(ingress).not.toHaveProperty('egress');
  expect(policy({ ownPods: true, policyTypes: ['Ingress'] }).spec.ingress).toEqual([{ from: [{ podSelector: {} }] }]);
});

test('members of a StatefulApp can connect to each other, unless it is turned off or there is one', () => {
  const rules = (props: Partial<StatefulAppProps>) => {
    const objects = rendered(
      (chart) =>
        new StatefulApp(chart, 'db', {
          image: 'ghcr.io/acme/db:1.4.2',
          port: 7000,
          qos: Qos.bestEffort(),
          probes: Probes.none(),
          networkPolicy: { dns: false },
          ...props,
        }),
    );
    const { ingress, egress } = objects['NetworkPolicy/db'].spec;
    return { ingress, egress };
  };
  const own = {
    podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/name': 'db' } },
  };
  const members = { ingress: [{ from: [own] }], egress: [{ to: [own] }] };
  expect(rules({ scaling: Scaling.fixed(3) })).toEqual(members);
  expect(rules({ scaling: Scaling.external() })).toEqual(members);
  expect(rules({})).toEqual({});
  expect(rules({ networkPolicy: { dns: false, ownPods: true } })).toEqual(members);
  expect(rules({ scaling: Scaling.fixed(3), networkPolicy: { dns: false, ownPods: false } })).toEqual({});
});

import { formatGraph, graphOf } from '../../src/graph';
import { readManifests } from '../../src/reading';
import { deployment, object, pods, policy, SHOP } from './stacks';

/** `from -> to`, with the relation when it is not a reference, and `!` for an unresolved one. */
function arrows(objects: readonly object[], options: Parameters<typeof graphOf>[1] = {}): string[] {
  return graphOf(objects, options).edges.map(
    ({ from, to, relation, unresolved }) =>
      `${from} -> ${to}${relation === 'reference' ? '' : ` ${relation}`}${unresolved ? ' !' : ''}`,
  );
}

test('objects are nodes with a role, in their order, and namespaces are boxes', () => {
  const { namespaces, nodes } = graphOf(SHOP);
  expect(namespaces).toEqual([{ name: 'shop', findings: [] }]);
  expect(nodes.map(({ id, role, origin }) => [id, role, origin])).toEqual([
    ['/ServiceAccount/shop/web', 'access', 'input'],
    ['/ConfigMap/shop/settings', 'store', 'input'],
    ['/Secret/shop/login', 'store', 'input'],
    ['/Service/shop/web', 'service', 'input'],
    ['apps/Deployment/shop/web', 'workload', 'input'],
    ['networking.k8s.io/Ingress/shop/web', 'route', 'input'],
  ]);
});

test('edges are the references and selections of the objects', () => {
  expect(arrows(SHOP).sort()).toEqual([
    '/Service/shop/web -> apps/Deployment/shop/web selection',
    'apps/Deployment/shop/web -> /ConfigMap/shop/settings',
    'apps/Deployment/shop/web -> /Secret/shop/login',
    'apps/Deployment/shop/web -> /ServiceAccount/shop/web',
    'networking.k8s.io/Ingress/shop/web -> /Service/shop/web',
  ]);
});

test('details name ports, hosts, images and keys, and never a value', () => {
  const graph = graphOf(SHOP);
  expect(graph.nodes.map(({ kind, details }) => [kind, details])).toEqual([
    ['ServiceAccount', []],
    ['ConfigMap', ['keys: LEVEL']],
    ['Secret', ['Opaque', 'keys: password']],
    ['Service', ['ClusterIP', '80 → 8080']],
    ['Deployment', ['images: web:1.0']],
    ['Ingress', ['hosts: shop.example.com']],
  ]);
  expect(JSON.stringify(graph)).not.toContain('is-not-shown');
});

test('all fields by which an object refers to another are one edge, each with its part', () => {
  const twice = deployment(
    'web',
    { volumes: [{ name: 'login', secret: { secretName: 'login', items: [{ key: 'password', path: 'p' }] } }] },
    { envFrom: [{ secretRef: { name: 'login' } }] },
  );
  const { edges } = graphOf([twice, object('v1', 'Secret', 'login', { stringData: { password: 'x' } })]);
  expect(edges).toHaveLength(1);
  expect(edges[0]!.fields).toEqual([
    { path: 'spec.template.spec.containers[0].envFrom[0].secretRef.name', parts: [] },
    { path: 'spec.template.spec.volumes[0].secret.secretName', parts: ['password'] },
  ]);
});

describe('what is unresolved', () => {
  const web = deployment('web', {}, { envFrom: [{ secretRef: { name: 'login' } }] });
  const lonely = object('v1', 'Service', 'web', { spec: { selector: { app: 'wep' }, ports: [{ port: 80 }] } });

  test('is an edge to a node that is not in the input, with the finding of the check', () => {
    const { nodes, edges } = graphOf([web, lonely]);
    const [toSecret, toPods] = edges;
    expect(toSecret).toMatchObject({ to: '/Secret/shop/login', unresolved: true });
    expect(toSecret!.findings).toMatchObject([
      { rule: 'configuration-unknown', severity: 'warning', message: 'no Secret "login" in namespace shop' },
    ]);
    expect(toPods).toMatchObject({ to: 'pod/shop/app=wep', relation: 'selection', unresolved: true });
    expect(nodes.slice(2).map(({ kind, name, origin }) => [kind, name, origin])).toEqual([
      ['Secret', 'login', 'unknown'],
      ['Pods', 'app=wep', 'unknown'],
    ]);
    expect(nodes.slice(0, 2).map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['configuration-unknown'],
      ['service-selects-nothing'],
    ]);
  });

  test('is a key that the target does not have', () => {
    const reader = deployment(
      'web',
      {},
      {
        env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'LEVLE' } } }],
      },
    );
    const { nodes, edges } = graphOf([reader, object('v1', 'ConfigMap', 'settings', { data: { LEVEL: 'x' } })]);
    expect(edges).toMatchObject([
      { to: '/ConfigMap/shop/settings', unresolved: true, findings: [{ severity: 'error' }] },
    ]);
    expect(nodes).toHaveLength(2);
  });

  test('is an object of another namespace, where the finding is about the namespace', () => {
    const subjects = [{ kind: 'ServiceAccount', name: 'a', namespace: 'other' }];
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' };
    const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'a', { roleRef, subjects });
    const { edges } = graphOf([binding, object('v1', 'ServiceAccount', 'a')]);
    const findings = [{ rule: 'subject-unknown', path: 'subjects[0].namespace' }];
    expect(edges.find(({ to }) => to.startsWith('/ServiceAccount'))).toMatchObject({ unresolved: true, findings });
  });

  test('is not what an acknowledgement accepts, or what is external', () => {
    const reason = { 'acknowledge.cdk8s-patterns.dev/configuration-unknown': 'Vault creates it' };
    const accepted = { ...web, metadata: { ...web.metadata, annotations: reason } };
    expect(graphOf([accepted, lonely]).edges[0]).toMatchObject({ unresolved: false, findings: [] });
    const secret = object('v1', 'Secret', 'login');
    expect(arrows([web, deployment('other')], { external: [secret as never] })).toEqual([
      'apps/Deployment/shop/web -> /Secret/shop/login',
    ]);
  });

  test('may be missing when the reference is optional', () => {
    const optional = deployment('web', {}, { envFrom: [{ secretRef: { name: 'login', optional: true } }] });
    expect(graphOf([optional, lonely]).edges[0]).toMatchObject({ to: '/Secret/shop/login', unresolved: false });
  });
});

test('says why a target that is not in the input is known', () => {
  const objects = [
    deployment('web', { serviceAccountName: 'default', volumes: [{ name: 'tls', secret: { secretName: 'tls' } }] }),
    object('cert-manager.io/v1', 'Certificate', 'tls', { spec: { secretName: 'tls', issuerRef: { name: 'ca' } } }),
    object('cert-manager.io/v1', 'Issuer', 'ca', { spec: { selfSigned: {} } }),
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'b', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'edit' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'devs' }],
    }),
  ];
  const outside = graphOf(objects).nodes.filter(({ origin }) => origin !== 'input');
  expect(outside.map(({ id, namespace, origin }) => [id, namespace, origin])).toEqual([
    ['/Secret/shop/tls', 'shop', 'controller'],
    ['/ServiceAccount/shop/default', 'shop', 'cluster'],
    ['rbac.authorization.k8s.io/ClusterRole//edit', null, 'cluster'],
    ['rbac.authorization.k8s.io/Group//devs', null, 'cluster'],
  ]);
});

test('objects without a namespace are in default, cluster-scoped ones in none', () => {
  const web = { ...deployment('web'), metadata: { name: 'web' } };
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'r' }, rules: [] };
  const service = object(
    'v1',
    'Service',
    'web',
    { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } },
    'default',
  );
  const { namespaces, edges } = graphOf([web, role, service]);
  expect(namespaces.map(({ name }) => name)).toEqual(['default', null]);
  expect(edges).toMatchObject([{ from: '/Service/default/web', to: 'apps/Deployment/default/web' }]);
});

test('two objects of the same identity are two nodes', () => {
  const settings = object('v1', 'ConfigMap', 'settings', { data: { a: 'x' } });
  expect(graphOf([settings, settings]).nodes.map(({ id }) => id)).toEqual([
    '/ConfigMap/shop/settings',
    '/ConfigMap/shop/settings#2',
  ]);
});

describe('network policies', () => {
  const [web, db] = [deployment('web'), deployment('db', {}, { ports: [{ name: 'sql', containerPort: 5432 }] })];
  const policyArrows = (...policies: object[]) =>
    graphOf([web, db, ...policies]).edges.filter(({ relation }) => ['allowed', 'denied'].includes(relation));

  test('allow a connection that a rule names', () => {
    const [arrow, ...others] = policyArrows(
      policy('db', { policyTypes: ['Ingress'], ingress: [{ from: [pods('web')], ports: [{ port: 'sql' }] }] }),
    );
    expect(others).toEqual([]);
    expect(arrow).toEqual({
      from: 'apps/Deployment/shop/web',
      to: 'apps/Deployment/shop/db',
      relation: 'allowed',
      unresolved: false,
      details: ['TCP 5432, allowed by ingress of NetworkPolicy db'],
      fields: [
        {
          path: 'spec.ingress[0].from[0].podSelector',
          parts: [],
          of: 'networking.k8s.io/NetworkPolicy/shop/db',
        },
      ],
      findings: [],
    });
  });

  test('deny a connection that the other end does not allow', () => {
    const arrows = policyArrows(
      policy('web', { policyTypes: ['Egress'], egress: [{ to: [pods('db')] }] }),
      policy('db', { policyTypes: ['Ingress'], ingress: [] }),
    );
    expect(arrows).toMatchObject([
      {
        from: 'apps/Deployment/shop/web',
        to: 'apps/Deployment/shop/db',
        relation: 'denied',
        details: ['no ingress rule of NetworkPolicy db allows it'],
      },
    ]);
  });

  test('deny a connection when both ends allow other ports', () => {
    const arrows = policyArrows(
      policy('web', { policyTypes: ['Egress'], egress: [{ to: [pods('db')], ports: [{ port: 80 }] }] }),
      policy('db', { policyTypes: ['Ingress'], ingress: [{ from: [pods('web')], ports: [{ port: 5432 }] }] }),
    );
    expect(arrows).toMatchObject([
      { relation: 'denied', details: ['no port is allowed by both: egress TCP 80, ingress TCP 5432'] },
    ]);
  });

  test('that select all pods of a namespace name connections of each of them', () => {
    const everyone = object('networking.k8s.io/v1', 'NetworkPolicy', 'all', {
      spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [pods('web')] }] },
    });
    expect(policyArrows(everyone).map(({ from, to, relation }) => [from, to, relation])).toEqual([
      ['apps/Deployment/shop/web', 'apps/Deployment/shop/web', 'allowed'],
      ['apps/Deployment/shop/web', 'apps/Deployment/shop/db', 'allowed'],
    ]);
  });
});

describe('rules of network policies for more than pods', () => {
  const db = deployment('db');
  const graph = (spec: object) => graphOf([db, policy('db', spec)]);
  const outside = (spec: object) => graph(spec).edges.filter(({ relation }) => relation === 'allowed');
  const DB = 'apps/Deployment/shop/db';

  test('for a namespace are an arrow from it', () => {
    const monitoring = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } };
    expect(outside({ policyTypes: ['Ingress'], ingress: [{ from: [monitoring], ports: [{ port: 9104 }] }] })).toEqual([
      {
        from: '/Namespaces//kubernetes.io/metadata.name=monitoring',
        to: DB,
        relation: 'allowed',
        unresolved: false,
        details: ['TCP 9104, allowed by ingress of NetworkPolicy db'],
        fields: [
          {
            path: 'spec.ingress[0].from[0].namespaceSelector',
            parts: [],
            of: 'networking.k8s.io/NetworkPolicy/shop/db',
          },
        ],
        findings: [],
      },
    ]);
  });

  test('for addresses and for all of them are arrows, whatever implies the direction', () => {
    const block = { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } };
    const spec = { ingress: [{}], egress: [{ to: [block], ports: [{ protocol: 'UDP', port: 8000, endPort: 8010 }] }] };
    expect(outside(spec).map(({ from, to, details }) => [from, to, details])).toEqual([
      ['/Addresses//any', DB, ['all ports, allowed by ingress of NetworkPolicy db']],
      [DB, '/Addresses//10.0.0.0/8 except 10.1.0.0/16', ['UDP 8000-8010, allowed by egress of NetworkPolicy db']],
    ]);
  });

  test('of a direction that the policy does not restrict are none', () => {
    expect(outside({ policyTypes: ['Ingress'], ingress: [], egress: [{}] })).toEqual([]);
  });

  test('for DNS alone are in the graph and in no picture', () => {
    const dns = { to: [{ ipBlock: { cidr: '169.254.20.10/32' } }], ports: [{ protocol: 'UDP', port: 53 }] };
    const both = graph({ policyTypes: ['Egress'], egress: [dns] });
    expect(both.nodes.at(-1)).toMatchObject({ kind: 'Addresses', origin: 'cluster', namespace: null });
    expect(formatGraph(both, 'mermaid')).not.toContain('169.254.20.10');
  });
});

test('nodes, fields and findings have the line of the manifest', () => {
  const yaml = [
    'apiVersion: v1',
    'kind: Service',
    'metadata: {name: web, namespace: shop}',
    'spec:',
    '  selector: {app: wep}',
    '  ports: [{port: 80}]',
    '---',
    'apiVersion: v1',
    'kind: Pod',
    'metadata: {name: web, namespace: shop, labels: {app: web}}',
    'spec: {containers: [{name: web, image: "web:1"}]}',
  ].join('\n');
  const { nodes, edges } = graphOf(readManifests(yaml, 'shop.yaml'));
  expect(nodes.map(({ source }) => source?.line)).toEqual([1, 8, undefined]);
  expect(nodes[0]!.source).toEqual({ file: 'shop.yaml', line: 1, column: 1 });
  expect(edges[0]!.fields[0]!.source).toEqual({ file: 'shop.yaml', line: 5, column: 3 });
  expect(edges[0]!.findings[0]!.source).toEqual({ file: 'shop.yaml', line: 5, column: 3 });
});

test('what is not an object, or has fields of wrong types, is left out and hides nothing', () => {
  const odd = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'odd', namespace: 'shop' }, spec: 'text' };
  const objects = [undefined, null, 7, 'text', [], {}, { kind: 'Pod' }, odd, ...SHOP];
  const graph = graphOf(objects);
  expect(graph.edges).toHaveLength(5);
  expect(graph.nodes.map(({ id }) => id)).toContain('apps/Deployment/shop/odd');
});

test('objects of the cluster are in no namespace, also when they are written with one', () => {
  const role = object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader', { rules: [] });
  const { nodes, namespaces } = graphOf([{ ...role, metadata: { name: 'reader', namespace: 'ops' } }]);
  expect(nodes.map(({ id, namespace }) => [id, namespace])).toEqual([
    ['rbac.authorization.k8s.io/ClusterRole//reader', null],
  ]);
  expect(namespaces).toEqual([{ name: null, findings: [] }]);
});

import { Chart } from 'cdk8s';
import { acknowledge, CheckedApp } from '../../../src/app';
import { checkManifests } from '../../../src/check';
import { HttpRoute, Ingress, Peer, ServiceSet, StatefulApp, WebApp, type WebAppProps } from '../../../src/patterns';
import { Probes, Qos } from '../../../src/pod';
import { manifestsOf, refusal, rendered, testChart } from '../render';

const web = (chart: Chart, props: Partial<WebAppProps> = {}, id = 'web') =>
  new WebApp(chart, id, {
    image: 'web:1',
    ports: [
      { name: 'http', port: 8080 },
      { name: 'admin', port: 9000 },
    ],
    qos: Qos.bestEffort(),
    probes: Probes.none(),
    networkPolicy: {},
    ...props,
  });
const ingressOf = (make: (chart: Chart) => unknown, name = 'web') =>
  rendered(make)[`NetworkPolicy/${name}`].spec.ingress;
const fromNamespace = (name: string) => [
  { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } },
];
const port = (name: string) => [{ protocol: 'TCP', port: name }];
const controller = Peer.namespace('ingress-nginx');

describe('the Ingress of a WebApp', () => {
  test('admits the pods of its controller only, to the ports that it routes to', () => {
    const ingress = { host: 'a.b', from: controller };
    expect(ingressOf((chart) => web(chart, { ingress }))).toEqual([
      { from: fromNamespace('ingress-nginx'), ports: port('http') },
    ]);
    const paths = [{ path: '/', port: 'admin' }];
    expect(
      ingressOf((chart) => web(chart, { ingress: { ...ingress, paths, from: [controller, Peer.pods()] } })),
    ).toEqual([{ from: [...fromNamespace('ingress-nginx'), { podSelector: {} }], ports: port('admin') }]);
  });

  test('does not narrow what a load balancer exposes', () => {
    const ingress = { host: 'a.b', from: controller };
    expect(ingressOf((chart) => web(chart, { ingress, service: { type: 'LoadBalancer' } }))).toEqual([
      { ports: [...port('http'), ...port('admin')] },
    ]);
  });

  test.each<[string, Partial<WebAppProps>, string]>([
    [
      'without a NetworkPolicy',
      { networkPolicy: undefined, ingress: { host: 'a.b', from: controller } },
      'ingress.from: requires a NetworkPolicy: without one every pod can connect (set networkPolicy: {})',
    ],
    [
      'from a string',
      { ingress: { host: 'a.b', from: 'ingress-nginx' as any } },
      'ingress.from: expected a Peer or a workload or an array of Peer, got a string (use Peer.namespace("ingress-nginx"), for example)',
    ],
    ['from nobody', { ingress: { host: 'a.b', from: [] } }, 'ingress.from: must list at least one peer'],
  ])('%s', (_, props, message) => {
    expect(refusal((scope) => web(scope as Chart, props)).join('\n')).toContain(message);
  });
});

describe('a route to a WebApp that denies what is not declared', () => {
  const gateway = Peer.namespace('gateways');

  test('of an Ingress and an HttpRoute: the port that they route to', () => {
    const rules = (chart: Chart) => [{ path: '/', to: web(chart) }];
    expect(ingressOf((chart) => new Ingress(chart, 'r', { rules: rules(chart) }))).toEqual([{ ports: port('http') }]);
    expect(ingressOf((chart) => new Ingress(chart, 'r', { rules: rules(chart), from: controller }))).toEqual([
      { from: fromNamespace('ingress-nginx'), ports: port('http') },
    ]);
    expect(
      ingressOf(
        (chart) =>
          new HttpRoute(chart, 'r', {
            gateway: 'g',
            from: gateway,
            rules: [{ to: [{ target: web(chart), weight: 1 }] }],
          }),
      ),
    ).toEqual([{ from: fromNamespace('gateways'), ports: port('http') }]);
  });

  test('two rules for one target are one connection', () => {
    const make = (chart: Chart) => {
      const to = web(chart);
      new Ingress(chart, 'a', {
        rules: [
          { path: '/', to },
          { path: '/x', to },
        ],
      });
      new Ingress(chart, 'b', { rules: [{ host: 'a.b', path: '/', to }] });
    };
    expect(ingressOf(make)).toEqual([{ ports: port('http') }]);
  });

  test('a StatefulApp, and targets without a policy or without a construct', () => {
    const set = (chart: Chart) =>
      new StatefulApp(chart, 'db', {
        image: 'db:1',
        port: 5432,
        qos: Qos.bestEffort(),
        probes: Probes.none(),
        networkPolicy: {},
      });
    expect(ingressOf((chart) => new Ingress(chart, 'r', { rules: [{ path: '/', to: set(chart) }] }), 'db')).toEqual([
      { ports: port('http') },
    ]);
    const chart = testChart();
    const open = web(chart, { networkPolicy: undefined });
    new Ingress(chart, 'r', {
      rules: [
        { path: '/', to: open },
        { path: '/a', to: open.service! },
        { path: '/b', to: { name: 'other', port: 80 } },
      ],
    });
    expect(Object.keys(manifestsOf(chart))).not.toContain('NetworkPolicy/web');
  });

  test('peers that are none', () => {
    const rules = [{ path: '/', to: { name: 'a', port: 1 } }];
    expect(refusal((scope) => new Ingress(scope, 'r', { rules, from: 'x' as any })).join('\n')).toContain(
      'from: expected a Peer or a workload or an array of Peer, got a string',
    );
    expect(
      refusal(
        (scope) => new HttpRoute(scope, 'r', { gateway: 'g', rules: [{ to: rules[0]!.to }], from: {} as any }),
      ).join('\n'),
    ).toContain('from.selectorLabels: is required');
  });
});

describe('a Service without clients', () => {
  const findings = (make: (chart: Chart) => unknown) =>
    checkManifests(Object.values(rendered(make))).map(({ rule, severity, name }) => `${severity} ${rule} ${name}`);
  const reported = ['warning service-unreachable web'];

  test('is reported until a caller is declared', () => {
    expect(findings((chart) => web(chart))).toEqual(reported);
    expect(findings((chart) => web(chart, {}, 'client').connectTo(web(chart)))).toEqual([
      'warning service-unreachable client',
    ]);
    expect(findings((chart) => web(chart, { networkPolicy: { ingress: [{ from: controller }] } }))).toEqual([]);
    expect(findings((chart) => web(chart, { service: { type: 'None' } }))).toEqual([]);
  });

  test('an empty array of ingress rules is written, and says that it is meant', () => {
    expect(ingressOf((chart) => web(chart))).toBeUndefined();
    expect(ingressOf((chart) => web(chart, { networkPolicy: { ingress: [] } }))).toEqual([]);
    expect(findings((chart) => web(chart, { networkPolicy: { ingress: [] } }))).toEqual([]);
  });

  test('is acknowledged like any other finding', () => {
    const written = (isAcknowledged: boolean) => {
      const app = new CheckedApp({ kubernetesVersion: '1.36' });
      const shop = web(new Chart(app, 'c'));
      if (isAcknowledged) acknowledge(shop, 'service-unreachable', 'the callers are in another repository');
      const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      app.synthYaml();
      const text = write.mock.calls.join('');
      write.mockRestore();
      return text;
    };
    expect(written(false)).toMatch(/^warning \[service-unreachable\] Deployment\/web: /);
    expect(written(true)).toBe('');
  });
});

describe('a ServiceSet', () => {
  const admitted = (services: object) =>
    ingressOf((chart) => new ServiceSet(chart, 'more', { pods: web(chart), services: services as any }));

  test('opens the ports of its NodePort and LoadBalancer Services, and of no other', () => {
    expect(admitted({ out: { type: 'LoadBalancer', ports: [{ name: 'admin' }] } })).toEqual([{ ports: port('admin') }]);
    expect(admitted({ out: { type: 'NodePort' } })).toEqual([{ ports: [...port('http'), ...port('admin')] }]);
    expect(admitted({ in: { type: 'ClusterIP' }, headless: { type: 'Headless' } })).toBeUndefined();
  });

  test('of labels has no policy to open', () => {
    const pods = { selectorLabels: { app: 'x' }, ports: [{ name: 'http', port: 80 }] };
    expect(() =>
      rendered((chart) => new ServiceSet(chart, 'more', { pods, services: { out: { type: 'NodePort' } } })),
    ).not.toThrow();
  });
});

import { App, Chart } from 'cdk8s';
import {
  addChecks,
  type CheckFailed,
  checkReferences,
  ExternalService,
  external,
  InitContainers,
  Probes,
  Qos,
  StatefulApp,
  WebApp,
  Worker,
} from '../../../src';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };

/** A pod of a workload with further fields, beside a Deployment with a Service `database` in the namespace shop. */
function findings(script: string, podSpec: object = {}, others: object[] = []): string[] {
  const objects = [
    ...others,
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'database', namespace: 'shop' },
      spec: { type: 'ExternalName', externalName: 'db.example.com' },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'client', namespace: 'shop' },
      spec: {
        initContainers: [{ name: 'wait', image: 'busybox:1.37.0', command: ['sh', '-c', script] }],
        containers: [{ name: 'client', image: 'client:1' }],
        ...podSpec,
      },
    },
  ];
  return checkReferences(objects)
    .filter(({ rule }) => rule === 'service-address-unknown')
    .map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

const tcp = (host: string) => `until nc -z -w 2 ${host} 3306; do sleep 2; done`;
const FIELD = 'spec.initContainers[0].command[2]';

test.each([
  ['nc', tcp('databse')],
  ['nc of a manual', 'until nc -z databse 5432; do echo waiting; sleep 1; done; exec app'],
  ['wget', "until wget -q -T 2 -O /dev/null 'http://databse:80/healthz'; do sleep 2; done"],
  ['curl', 'until curl -sf http://databse/healthz; do sleep 2; done'],
  ['nslookup', 'until nslookup databse; do echo waiting; sleep 2; done;'],
  ['the whole name', tcp('databse.shop.svc.cluster.local')],
])('a host that is not a Service: %s', (_, script) => {
  expect(findings(script)).toEqual([`warning ${FIELD}: no Service "databse" in namespace shop; found "database"`]);
});

/** What can be resolved without a Service of that name, or is one. */
test.each([
  ['a Service of the input', tcp('database'), {}],
  ['a Service of another namespace', tcp('database.data'), {}],
  ['a host of another domain', tcp('db.example.com'), {}],
  ['an address', tcp('10.0.0.7'), {}],
  ['the pod itself', tcp('localhost'), {}],
  ['a variable', 'until nc -z "$DB_HOST" 3306; do sleep 2; done', {}],
  ['an alias', tcp('nas'), { hostAliases: [{ ip: '10.0.0.7', hostnames: ['nas'] }] }],
  ['search domains of the pod', tcp('nas'), { dnsConfig: { searches: ['example.com'] } }],
  ['search domains of the node', tcp('nas'), { dnsPolicy: 'Default' }],
  ['the network of the node', tcp('nas'), { hostNetwork: true }],
])('no finding: %s', (_, script, podSpec) => {
  expect(findings(script, podSpec)).toEqual([]);
});

describe('waitForTcp and waitForHttp', () => {
  function reported(host: unknown, options = {}): string[] {
    const app = addChecks(new App(), { warningsAsErrors: ['service-address-unknown'], ...options });
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    new StatefulApp(chart, 'database', { ...container, port: 5432, probes: Probes.tcp() });
    new ExternalService(chart, 'mail', { host: 'mail.example.com', port: 25 });
    new WebApp(chart, 'web', { ...container, port: 8080, probes: Probes.http('/') });
    new Worker(chart, 'a', container).with(InitContainers.waitForTcp('wait', { host: host as string, port: 5432 }));
    try {
      app.synthYaml();
      return [];
    } catch (error) {
      return (error as CheckFailed).findings.map(({ message, hint }) => `${message} (${hint})`);
    }
  }

  test('a name without a Service is reported with the near one', () => {
    expect(reported('databse')).toEqual([
      expect.stringMatching(/^no Service "databse" in namespace shop; found "database/),
    ]);
  });

  test.each(['database', 'mail', 'web', 'web.shop.svc', 'db.example.com'])('%s is not', (host) => {
    expect(reported(host)).toEqual([]);
  });

  test('nor is one that is created elsewhere', () => {
    expect(reported('cache')).toHaveLength(1);
    expect(reported('cache', { external: [external.service('cache')] })).toEqual([]);
  });
});

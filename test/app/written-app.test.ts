import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { addChecks, CheckedApp, Credentials, MySql, Probes, Qos, WebApp, Worker } from '../../src';
import { checkApp } from '../../src/app/check-app';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const props = { image: 'ghcr.io/acme/shop:1.0.0', qos };
const web = { ...props, port: 8080, probes: Probes.http('/') };

const chartOf = (app: App) => new Chart(app, 'c', { namespace: 'shop' });
const outdir = () => mkdtempSync(join(tmpdir(), 'written-'));
const reported = (app: App) =>
  checkApp(app, {}).findings.flatMap(({ rule, path, message }) =>
    rule === 'invalid-props' ? [`${path}: ${message}`] : [],
  );

describe.each<[string, () => App]>([
  ['CheckedApp', () => new CheckedApp({ outdir: outdir() })],
  ['addChecks', () => addChecks(new App({ outdir: outdir() }))],
])('an app that has been written (%s)', (_, makeApp) => {
  test('does not get the rule of a client in another app', () => {
    const [servers, clients] = [makeApp(), makeApp()];
    const server = new WebApp(chartOf(servers), 'server', { ...web, networkPolicy: {} });
    servers.synth();
    new Worker(chartOf(clients), 'client', props).connectTo(server);
    expect(reported(clients)).toEqual([
      'connectTo: the app of c/server has been written, without a rule that allows c/client',
    ]);
  });

  test('does not get the connection of its client', () => {
    const [servers, clients] = [makeApp(), makeApp()];
    const server = new WebApp(chartOf(servers), 'server', web);
    const client = new Worker(chartOf(clients), 'client', props);
    clients.synth();
    client.connectTo(server);
    expect(reported(servers)).toEqual([
      'connectTo: the app of c/client has been written, without the connection to c/server',
    ]);
  });

  test('is not reported when the server admits everybody, or both are connected before', () => {
    const [servers, clients] = [makeApp(), makeApp()];
    const chart = chartOf(servers);
    const open = new WebApp(chart, 'open', web);
    const isolated = new MySql(chart, 'isolated', {
      database: 'shop',
      credentials: Credentials.fromSecret('auth'),
      storage: { size: '1Gi' },
      qos,
    });
    const client = new Worker(chartOf(clients), 'client', props).connectTo(isolated);
    servers.synth();
    client.connectTo(open);
    clients.synth();
    expect([...reported(servers), ...reported(clients)]).toEqual([]);
  });
});

import { Chart } from 'cdk8s';
import { CheckedApp, Image, Probes, Qos, StatefulApp, WebApp } from '../../src';

const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });

/** Ports of the container and of the Service of an app. */
function portsOf(image: string, port: number, ports?: readonly { name: string; port: number }[]) {
  const app = new CheckedApp({
    images: [Image.facts('ghcr.io/acme/queue', { ports: [{ port: 7000, name: 'queue' }] })],
  });
  const chart = new Chart(app, 'shop');
  const server = new StatefulApp(chart, 'server', { image, port, ports, qos, probes: Probes.tcp() });
  const objects: any[] = chart.toJson();
  const [container] = objects.find(({ kind }) => kind === 'StatefulSet').spec.template.spec.containers;
  const service = objects.find(({ kind, spec }) => kind === 'Service' && spec.clusterIP !== 'None')?.spec.ports ?? [];
  return {
    names: server.ports.map(({ name }) => name),
    container: container.ports.map(({ name, containerPort }: any) => `${name} ${containerPort}`),
    service: service.map((one: any) => `${one.name} ${one.port} ${one.targetPort}`),
    probe: container.readinessProbe.tcpSocket.port,
  };
}

// The names are those that IANA has registered for the ports.
test.each([
  ['redis:7.4.2', 6379, 'redis'],
  ['registry.example.com/mirror/library/postgres:17.2', 5432, 'postgres'],
  ['ghcr.io/acme/queue:1.0.0', 7000, 'queue'],
])('a port of %s has the name that the image has for it', (image, port, name) => {
  const found = portsOf(image, port);
  expect(found.names).toEqual([name]);
  expect(found.container).toEqual([`${name} ${port}`]);
  expect(found.probe).toBe(name);
  expect(found.service).toEqual(found.service.length === 0 ? [] : [`${name} ${port} ${name}`]);
});

test.each([
  ['an image that is not known', 'ghcr.io/acme/cache:7', 6379],
  ['an image that is only named like a known one', 'registry.example.com/redis:7', 6379],
  ['another port than that of the image', 'redis:7.4.2', 7000],
])('%s keeps the name http', (_, image, port) => {
  expect(portsOf(image, port).names).toEqual(['http']);
});

test('a name that the user gives is kept', () => {
  expect(portsOf('redis:7.4.2', 8080, [{ name: 'cache', port: 6379 }]).names).toEqual(['http', 'cache']);
});

test('the port of a web server is http', () => {
  const chart = new Chart(new CheckedApp(), 'shop');
  const web = new WebApp(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos,
    probes: Probes.http('/'),
  });
  expect(web.ports.map(({ name }) => name)).toEqual(['http']);
});

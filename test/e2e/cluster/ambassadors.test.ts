import { Ambassador, AmbassadorEgress, Pod, Probes, Qos, WebApp } from '../../../src';
import { describeExample } from './describe-example';
import { exec, logs, until } from './kubectl';
import { createNamespace, deleteNamespace } from './namespaces';
import { run } from './program';

describeExample('ambassador');

describe('an ambassador that any cluster has an image for', () => {
  const namespace = 'e2e-ambassador';
  const qos = Qos.guaranteed({ cpu: '50m', memory: '64Mi' });
  const asNobody = { runAsUser: 65534 };
  const proxy = 'exec nc -lk -s 127.0.0.1 -p $LISTEN_PORT -e nc $UPSTREAM_HOST $UPSTREAM_PORT';
  const request = 'while :; do wget -q -O - http://$WEB_ADDR/ && echo; sleep 2; done';

  beforeAll(() => createNamespace(namespace, 'restricted'));
  afterAll(() => deleteNamespace(namespace));

  test('the app reaches the upstream at localhost, and nothing else', async () => {
    await run(namespace, (chart) => {
      const web = new WebApp(chart, 'web', {
        image: 'nginxinc/nginx-unprivileged:1.27.3',
        port: 8080,
        qos,
        probes: Probes.http('/'),
      });
      const client = new Pod(chart, 'client', {
        image: 'busybox:1.36.1',
        command: ['sh', '-c', request],
        qos,
        security: asNobody,
      });
      const ambassador = new Ambassador('web', {
        image: 'busybox:1.36.1',
        command: ['sh', '-c', proxy],
        qos,
        port: 7000,
        upstream: web,
        security: asNobody,
      });
      client.with(ambassador);
      new AmbassadorEgress(chart, 'client-egress', { of: client, ambassador });
    });
    const answered = () => (logs(namespace, 'client', 'client').includes('Welcome to nginx') ? true : undefined);
    await until('an answer of the upstream', 60, answered, () => logs(namespace, 'client', 'client'));
    const elsewhere = ['wget', '-q', '-O', '-', '-T', '5', 'https://kubernetes.default.svc/'];
    expect(exec(namespace, 'client', elsewhere, 'client').exitCode).not.toBe(0);
  }, 300_000);
});

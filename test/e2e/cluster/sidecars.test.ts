import { Client } from './client';
import { describeExample } from './describe-example';
import { exec, logs, until } from './kubectl';

describeExample('native-sidecar', (check) => {
  check('the sidecar runs before the program, and ships all of its log', (example) => {
    const pod = example.pod('report');
    expect(pod.phase).toBe('Succeeded');
    const shipper = pod.initContainers.find(({ name }) => name === 'shipper')!;
    const report = pod.containers.find(({ name }) => name === 'report')!;
    expect(Date.parse(shipper.startedAt!)).toBeLessThanOrEqual(Date.parse(report.startedAt!));
    expect(logs(example.namespace, pod.name, 'shipper')).toBe('page 1\npage 2\npage 3\n');
  });
});

describeExample('native-sidecar-envoy', (check) => {
  check('the Job completes with both sidecars', (example) => {
    const pod = example.pod('proxied-report');
    expect(pod.phase).toBe('Succeeded');
    expect(logs(example.namespace, pod.name, 'shipper')).toContain('page 3');
  });
});

describeExample('sidecar');

describeExample('shared-processes', (check) => {
  check('the shell sees the processes of nginx', (example) => {
    expect(exec(example.namespace, 'nginx', ['ps'], 'shell').stdout).toMatch(/nginx: master process/);
  });
});

describeExample('shared-volume', (check) => {
  let client: Client;
  afterAll(() => client?.remove());

  check('nginx serves the page that the other container writes', async (example) => {
    client = await Client.start('volume');
    const { ip } = example.pod('two-containers');
    const page = () => (/^Hello, it is /.test(client.get(`http://${ip}:8080/`).body) ? true : undefined);
    await until('the page', 30, page, () => client.get(`http://${ip}:8080/`));
  });
});

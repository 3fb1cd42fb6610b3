import { Client } from './client';
import { describeExample } from './describe-example';
import { exec, list, logs, until } from './kubectl';

describeExample('daemon-set', (check) => {
  check('every node has a pod, which finds the logs', async (example) => {
    const pods = example.pods();
    expect(pods).toHaveLength(list('nodes').length);
    const found = () =>
      Number(logs(example.namespace, pods[0]!.name).trim().split('\n').at(-1)) > 0 ? true : undefined;
    await until('log files', 70, found);
  });
});

describeExample('node-selection', (check) => {
  check('the pod with a node selector waits for a node, and the other has its hosts', (example) => {
    const hasSsd = list('nodes', undefined, 'disktype=ssd').length > 0;
    if (!hasSsd) expect(example.pod('on-ssd').unscheduled).toMatch(/didn't match Pod's node affinity\/selector/);
    const hosts = exec(example.namespace, 'with-hosts', ['cat', '/etc/hosts']).stdout;
    expect(hosts).toMatch(/^10\.1\.2\.3\s+foo\.remote\s+bar\.remote$/m);
  });
});

describeExample('host-access', (check) => {
  let client: Client;
  afterAll(() => client?.remove());

  check('both pods answer on the address of the node', async (example) => {
    client = await Client.start('host');
    const address = list('nodes')[0]!.status.addresses.find(({ type }: any) => type === 'InternalIP').address;
    expect(example.pod('pod-hostnetwork-demo').ip).toBe(address);
    for (const port of [9999, 8888]) {
      expect([port, client.get(`http://${address}:${port}/`)]).toEqual([port, { isOk: true, body: 'Hello\n' }]);
    }
  });
});

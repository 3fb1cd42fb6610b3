import { Client } from './client';
import { describeExample } from './describe-example';
import { get, list } from './kubectl';

const nodeAddress = () =>
  list('nodes')[0]!.status.addresses.find(({ type }: { type: string }) => type === 'InternalIP').address;

describeExample('service-types', (check) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start('services');
  }, 150_000);
  afterAll(() => client?.remove());

  check('every Service answers on its port, inside and on the node', (example) => {
    const at = (host: string) => client.get(`http://${host}/`).isOk;
    const balanced = get('service', 'svc-test-loadbalancer', example.namespace)!.spec.ports[0];
    expect({
      clusterIp: at(`svc-test.${example.namespace}:5500`),
      nodePort: at(`${nodeAddress()}:31111`),
      loadBalancer: at(`svc-test-loadbalancer.${example.namespace}:${balanced.port}`),
      loadBalancerNodePort: at(`${nodeAddress()}:${balanced.nodePort}`),
    }).toEqual({ clusterIp: true, nodePort: true, loadBalancer: true, loadBalancerNodePort: true });
  });
});

describeExample('expose', (check) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start('expose');
  }, 150_000);
  afterAll(() => client?.remove());

  check('the Services answer; the headless one resolves to the pods, the external one to its host', (example) => {
    const inNamespace = (name: string) => `${name}.${example.namespace}.svc.cluster.local`;
    for (const name of ['web', 'web-nodeport', 'web-loadbalancer']) {
      expect([name, client.get(`http://${inNamespace(name)}/`).isOk]).toEqual([name, true]);
    }
    const lookUp = (name: string) => client.run(['nslookup', inNamespace(name)]).stdout;
    for (const { ip } of example.pods()) expect(lookUp('web-headless')).toContain(ip);
    expect(lookUp('database')).toContain('canonical name = db.example.com');
  });

  check('a client stays at one pod', (example) => {
    const { sessionAffinity, sessionAffinityConfig } = example.object('Service', 'web').spec;
    expect([sessionAffinity, sessionAffinityConfig.clientIP.timeoutSeconds]).toEqual(['ClientIP', 3600]);
  });
});

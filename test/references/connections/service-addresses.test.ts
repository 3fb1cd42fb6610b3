import {
  deniedConnection,
  unknownServiceAddress,
  unknownServicePort,
} from '../../../src/references/connections/connections';
import { Cluster } from '../../../src/references/input/cluster';

test('the variables of a pod are read once for all rules about connections', () => {
  const env = [
    { name: 'PAY_HOST', value: 'pay.example.com' },
    { name: 'PAY_PORT', value: '5432' },
  ];
  let reads = 0;
  const container = {
    name: 'shop',
    image: 'shop:1',
    get env() {
      reads++;
      return env;
    },
  };
  const metadata = { name: 'shop', namespace: 'shop' };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [container] } };
  const policy = {
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata },
    spec: { podSelector: {}, policyTypes: ['Egress'] },
  };
  const cluster = new Cluster([pod, policy]);
  const findings = [deniedConnection, unknownServicePort, unknownServiceAddress].flatMap(({ check }) =>
    check(cluster.workloads[0]!, cluster),
  );
  expect(findings).toMatchObject([{ field: 'spec.containers[0].env[0].value' }]);
  expect(reads).toBe(1);
});

import { diffManifests } from '../../src';

const namespace = (labels: object) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } });
const enforce = (level: string) => namespace({ 'pod-security.kubernetes.io/enforce': level });
const quota = (pods: string) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'pods', namespace: 'shop' },
  spec: { hard: { pods } },
});
const workload = (name: string, podSpec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: 'web:1' }], ...podSpec } },
  },
});

/** What is said of each object, beside that it changes. */
function broken(before: readonly object[], after: readonly object[]): string[] {
  return diffManifests(before, after).objects.flatMap(({ name, consequences }) =>
    consequences
      .filter(({ effect }) => effect === 'breaks')
      .map(({ rule, path, message }) => `${name} ${rule} ${path}: ${message}`),
  );
}

test('a level that becomes stricter than workloads that stay is said of each of them', () => {
  const workloads = [workload('web'), workload('agent', { hostNetwork: true }), workload('log', { hostPID: true })];
  expect(broken([enforce('privileged'), ...workloads], [enforce('baseline'), ...workloads])).toEqual([
    'agent pods-never-created spec.template.spec: no pod can be created: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true)',
    'log pods-never-created spec.template.spec: no pod can be created: violates PodSecurity "baseline:latest": host namespaces (hostPID=true)',
  ]);
});

test('the hint names what to change, and says that pods keep running', () => {
  const agent = workload('agent', { hostNetwork: true });
  const { objects } = diffManifests([enforce('privileged'), agent], [enforce('baseline'), agent]);
  expect(objects.at(-1)!.consequences[0]!.hint).toBe(
    'change the pod template as the message says, or change Namespace "shop"; pods that run stay until they are replaced',
  );
});

test('a quota that becomes too small', () => {
  expect(broken([quota('5'), workload('web')], [quota('1'), workload('web')])).toEqual([
    'web pods-exceed-quota spec.replicas: only 1 of 2 pods can be created: exceeded quota: pods, requested: pods=1, used: pods=1, limited: pods=1',
  ]);
});

test('nothing is said of what was refused before, of levels that become less strict, and of new workloads', () => {
  const agent = workload('agent', { hostNetwork: true });
  expect(broken([enforce('baseline'), agent], [enforce('restricted'), agent])).toEqual([]);
  expect(broken([enforce('baseline'), agent], [enforce('privileged'), agent])).toEqual([]);
  expect(broken([enforce('baseline')], [enforce('baseline'), agent])).toEqual([]);
});

test('a workload that changes to what its namespace does not admit', () => {
  const [before, after] = [workload('agent'), workload('agent', { hostNetwork: true })];
  expect(broken([enforce('baseline'), before], [enforce('baseline'), after])).toEqual([
    'agent pods-never-created spec.template.spec: no pod can be created: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true)',
  ]);
});

test('objects without the types of their kinds hide nothing of the others', () => {
  const agent = workload('agent', { hostNetwork: true });
  const wrong = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'wrong', namespace: 'shop' }, data: 'text' };
  expect(broken([enforce('privileged'), agent, wrong], [enforce('baseline'), agent, wrong])).toHaveLength(1);
});

test('what an export has used of a quota, and the objects of controllers, are not counted twice', () => {
  const web = workload('web');
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'a', controller: true };
  const replicas = {
    ...web,
    kind: 'ReplicaSet',
    metadata: { ...web.metadata, name: 'web-1', ownerReferences: [owner] },
  };
  const used = (pods: string) => ({ ...quota(pods), status: { hard: { pods }, used: { pods: '2' } } });
  expect(broken([used('9'), web, replicas], [used('3'), web, replicas])).toEqual([]);
});

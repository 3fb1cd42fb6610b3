import { configurationProblems, planUpdate } from '../../../src/upgrade';

const pod = (version: string, containers: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop', labels: { version } },
  spec: { containers },
});
const messages = (next: any, version: '1.28' | '1.36' = '1.36') =>
  (planUpdate(pod('1', [{ name: 'web', image: 'nginx:1.27' }]), next, version, 'server') as any).findings.map(
    ({ rule, path, message }: any) => `${rule} ${path}: ${message}`,
  );

// Answers of servers of 1.28 and 1.36 to the same requests.
test.each(['1.28', '1.36'] as const)('a required key that is left out is empty on %s', (version) => {
  const found = messages(pod('2', [{ image: 'nginx:1.28' }]), version);
  expect(found).toContain('container-name-required spec.containers[0].name: Required value');
  expect(found.join()).not.toContain('apply-merge-key');
  expect(configurationProblems(pod('2', [{ image: 'a:1' }, { image: 'b:1' }]), version)).toEqual([
    '.spec.containers: duplicate entries for key [name=""]',
  ]);
});

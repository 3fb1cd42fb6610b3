import { describeExample } from './describe-example';
import { kubectl, until } from './kubectl';

describeExample('drain-safe', (check) => {
  /** What `kubectl drain` asks of the API server for each pod of a node. */
  const evict = (namespace: string, name: string) => {
    const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
    return kubectl(['create', '--raw', path, '-f', '-'], JSON.stringify(eviction));
  };

  check('a drain evicts two pods, then has to wait', async (example) => {
    const names = example.pods().map(({ name }) => name);
    expect(names).toHaveLength(6);
    const outcomes = names.slice(0, 3).map((name) => evict(example.namespace, name));
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1]);
    expect(outcomes[2]!.stderr).toContain("Cannot evict pod as it would violate the pod's disruption budget");
    const replaced = () => (example.unfinished().length === 0 ? true : undefined);
    await until('six pods again', 120, replaced, () => example.unfinished());
    expect(evict(example.namespace, names[2]!).exitCode).toBe(0);
  });
});

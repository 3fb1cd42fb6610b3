import { apply, get, kubectl, succeed, until } from './kubectl';

const LEVEL = 'pod-security.kubernetes.io/enforce';

/** Creates a namespace that admits pods of this Pod Security level only. @throws if there is one of this name. */
export async function createNamespace(name: string, level: string): Promise<void> {
  await absent(name);
  apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { [LEVEL]: level } } }]);
  await until(`service account of namespace ${name}`, 60, () => get('serviceaccount', 'default', name));
}

/** Waits for a namespace that is being deleted. @throws if it is in use. */
export async function absent(name: string): Promise<void> {
  const ask = () => {
    const found = get('namespace', name);
    if (found !== undefined && found.metadata.deletionTimestamp === undefined) {
      throw new Error(`the cluster has a namespace ${name}: delete it, or use another cluster`);
    }
    return found === undefined ? true : undefined;
  };
  await until(`namespace ${name} deleted`, 120, ask);
}

/** Deletes a namespace with everything in it, without waiting for the end. */
export function deleteNamespace(name: string): void {
  // Pods with a long termination grace period would keep the namespace.
  kubectl(['delete', 'pods', '--all', '-n', name, '--force', '--grace-period=0', '--wait=false']);
  succeed(['delete', 'namespace', name, '--ignore-not-found', '--wait=false']);
}

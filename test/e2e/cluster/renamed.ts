import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExampleFile } from '../examples';

/** Namespaces of every cluster, which keep their names. */
export const SHARED: readonly string[] = ['default', 'kube-system'];
const NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * An example with this suffix at the names of all its namespaces, as somebody moves a stack who edits its YAML: where objects are,
 * Namespaces, subjects, webhooks, and for other namespaces of the same file the selectors of NetworkPolicies and
 * addresses `service.namespace`. All else stays as it is.
 */
export function renamed(file: ExampleFile, suffix: string): ExampleFile {
  const own = file.objects.flatMap(({ kind, metadata }) =>
    kind === 'Namespace' ? [metadata.name] : (metadata.namespace ?? []),
  );
  const namespaces = new Set<string>(own.filter((name) => !SHARED.includes(name)));
  if (suffix === '' || namespaces.size === 0) return file;
  const services = file.objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
  const address = new RegExp(`\\b(${services.join('|')})\\.(${[...namespaces].join('|')})(?![\\w-])`, 'g');
  const rename = (name: string) => (namespaces.has(name) ? name + suffix : name);
  const change = (node: any, key = ''): any => {
    if (Array.isArray(node)) return node.map((entry) => change(entry));
    if (typeof node === 'object' && node !== null) {
      return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, change(value, name)]));
    }
    if (typeof node !== 'string') return node;
    if (key === 'namespace' || key === NAME_LABEL) return rename(node);
    return services.length === 0 ? node : node.replace(address, (_, service, name) => `${service}.${rename(name)}`);
  };
  const objects = file.objects.map((object) => {
    const changed = change(object);
    if (object.kind === 'Namespace') changed.metadata.name = rename(object.metadata.name);
    return changed;
  });
  const path = join(mkdtempSync(join(tmpdir(), 'renamed-')), `${file.name}.json`);
  writeFileSync(path, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  return { ...file, path, objects };
}

import { type Chart, Names } from 'cdk8s';
import { type Identity, identityOf } from '../facts';
import { contentHash } from '../manifest';

/**
 * Name of a chart's file or directory, the same as cdk8s gives it: the chart's id, or for nested charts the path with a
 * short hash.
 */
export function chartFileName(chart: Chart): string {
  // cdk8s lowers letters by the rules of the machine's language, in which Turkish I is not i. Lowered here, none are left.
  const { path } = chart.node;
  const lowered = path.toLowerCase();
  const other = () => ({ path: path.includes('/') ? lowered : `${lowered}/default`, addr: chart.node.addr });
  const scope = lowered === path ? chart : { node: other() };
  return Names.toDnsLabel(scope as Chart);
}

/**
 * Names of files that hold one object each: `Kind.name` as cdk8s has it, with as much more as it takes (namespace, group,
 * a hash of them) to tell apart two objects that would share a file.
 */
export function resourceFileNames(manifests: readonly unknown[]): string[] {
  const identities = manifests.map(identityOf);
  let names = identities.map((identity) => NAMINGS[0]!(identity));
  for (const naming of NAMINGS.slice(1)) {
    const counts = new Map<string, number>();
    for (const name of names) {
      counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
    }
    names = names.map((name, index) => (counts.get(name.toLowerCase())! > 1 ? naming(identities[index]!) : name));
  }
  return names;
}

const joined = (...parts: readonly (string | undefined)[]) =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join('.')
    .replace(/[^0-9a-zA-Z\-_.]/g, '');

const NAMINGS: readonly ((identity: Identity) => string)[] = [
  ({ kind, name }) => joined(kind, name),
  ({ kind, namespace, name }) => joined(kind, namespace, name),
  ({ group, kind, namespace, name }) => joined(kind, group, namespace, name),
  (identity) => joined(identity.kind, identity.group, identity.namespace, identity.name, contentHash(identity)),
];

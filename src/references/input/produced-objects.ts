import { literalPattern as escaped } from '../../values';
import type { GatewayClasses } from './gateway-classes';
import type { ScaledSets } from './ordinals';
import { writtenNames } from './written-names';

/** What a controller creates for an object of the input: its names, and the keys or labels when they are known. */
export interface Produced {
  readonly kind:
    | 'Secret'
    | 'Service'
    | 'ServiceAccount'
    | 'ConfigMap'
    | 'PersistentVolumeClaim'
    | 'StatefulSet'
    | 'Deployment'
    | 'DaemonSet'
    | 'ExternalArtifact'
    | 'CephBlockPool'
    | 'CephFilesystem'
    | 'Pod'
    /** Any kind. */
    | '*';
  readonly name: string | RegExp;
  readonly keys?: readonly string[];
  /** The keys are those of the versions that were read; others may have more. */
  readonly hasMoreKeys?: true;
  /** Labels of produced pods, and of claims when all are known. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Ports of a Service, when all are known. */
  readonly ports?: readonly number[];
  /** Exists only while a pod mounts the SecretProviderClass of this name. */
  readonly mountOf?: string;
  /** The controller does not create it, although it has such a name: what would have to be set. */
  readonly withheld?: string;
  /** In every namespace, as those of a ClusterExternalSecret. */
  readonly everywhere?: true;
  /** @default the namespace of the object */
  readonly namespace?: string;
  /** The object that it is created for: `Certificate "shop"`. */
  readonly maker?: string;
}

/** What other objects of the input decide about what is created for one. */
export interface DecidedByOthers {
  readonly sets: ScaledSets;
  readonly classes: GatewayClasses;
}

export type Producer = (object: any, name: string, others: DecidedByOthers) => readonly Produced[];

export const secret = (name: unknown, keys?: readonly unknown[]): Produced[] =>
  typeof name === 'string' && name !== ''
    ? [{ kind: 'Secret', name, ...(keys !== undefined && { keys: keys.map(String) }) }]
    : [];
export const secretOfVersion = (name: string, keys: readonly string[]): Produced => ({
  ...{ kind: 'Secret', name, keys, hasMoreKeys: true },
});
export const services = (...names: readonly (string | RegExp)[]): Produced[] =>
  names.map((name) => ({ kind: 'Service', name }));
export const servicesWith = (ports: readonly number[], ...names: readonly string[]): Produced[] =>
  names.map((name) => ({ kind: 'Service', name, ports }));
export const pods = (labels: Readonly<Record<string, string>>): Produced => ({ kind: 'Pod', name: /^/, labels });
export const startingWith = (text: string) => new RegExp(`^${escaped(text)}`);
export const withheldSecret = (name: string, withheld: string): Produced => ({ kind: 'Secret', name, withheld });

/** A name of which the given one is a part. */
export const stemPattern = (name: string) => new RegExp(`(?:^|[-.])${escaped(name)}(?:$|[-.])`);

const NAMED_AFTER = [
  ...(['Secret', 'Service', 'ServiceAccount', 'ConfigMap', 'PersistentVolumeClaim'] as const),
  ...(['StatefulSet', 'Deployment', 'DaemonSet'] as const),
];

/** What is named after an object of an operator that is not known, and Secrets and ConfigMaps of the names that its fields give. */
export function namedAfter(object: any, name: string): Produced[] {
  const named = stemPattern(name);
  return NAMED_AFTER.map((kind): Produced => ({ kind, name: named }))
    .concat(pods({ '': name }))
    .concat(
      writtenNames(object.spec).flatMap((one) =>
        (['Secret', 'ConfigMap'] as const).map((kind): Produced => ({ kind, name: one, everywhere: true })),
      ),
    );
}

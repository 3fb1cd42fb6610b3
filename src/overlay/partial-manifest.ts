import type { Namespace, NetworkPolicy } from 'cdk8s-plus-28';
import type { Manifest, ManifestByKind, ManifestKind } from './manifest-types';
import type { OverlayTarget } from './target';

/**
 * Part of a manifest: every field optional, `null` deletes it, and lists that have merge keys take entries that name
 * only the key and what changes.
 */
export type PartialOf<Value> = Value extends readonly (infer Entry)[]
  ? readonly PartialOf<Entry>[]
  : Value extends object
    ? { readonly [Field in keyof Value]?: PartialOf<Value[Field]> | null } & MergeDirectives
    : Value;

/** What `kubectl patch` understands inside of a strategic merge patch. */
export interface MergeDirectives {
  /** `delete` removes this entry of a list (or empties this object); `replace` puts the given fields in place of all. */
  readonly $patch?: 'delete' | 'replace';
  /** Removes all fields of this object but these, before the given ones are merged. */
  readonly $retainKeys?: readonly string[];
}

/** Part of a manifest of a kind. */
export type PartialManifest<Kind extends ManifestKind> = PartialOf<ManifestByKind[Kind]>;

type Named<Type, Required extends keyof Type> = Omit<PartialOf<Type>, Required> & {
  readonly [Field in Required]: Type[Field];
};

/** A kind of which the server has several versions needs the `apiVersion` too, when another than the preferred is meant. */
type OfOtherVersion = Manifest extends infer Any
  ? Any extends Manifest
    ? Any extends ManifestByKind[Any['kind']]
      ? never
      : Named<Any, 'apiVersion' | 'kind'>
    : never
  : never;

type OfPreferredVersion = { [Kind in ManifestKind]: Named<ManifestByKind[Kind], 'kind'> }[ManifestKind];

/** Part of a manifest that says by its `kind` (and `apiVersion`, if that is not the preferred one) what it is. */
export type PartialManifestWithKind = OfPreferredVersion | OfOtherVersion;

/** Kinds of the cdk8s-plus classes, by the `resourceType` that tells the classes apart. */
interface KindByResourceType {
  readonly configmaps: 'ConfigMap';
  readonly cronjob: 'CronJob';
  readonly daemonsets: 'DaemonSet';
  readonly deployments: 'Deployment';
  readonly horizontalpodautoscaler: 'HorizontalPodAutoscaler';
  readonly ingresses: 'Ingress';
  readonly jobs: 'Job';
  readonly pods: 'Pod';
  readonly persistentvolumes: 'PersistentVolume';
  readonly persistentvolumeclaims: 'PersistentVolumeClaim';
  readonly rolebindings: 'RoleBinding';
  readonly clusterrolebindings: 'ClusterRoleBinding';
  readonly roles: 'Role';
  readonly clusterroles: 'ClusterRole';
  readonly secrets: 'Secret';
  readonly serviceaccounts: 'ServiceAccount';
  readonly services: 'Service';
  readonly statefulsets: 'StatefulSet';
}

/** Kind of the object that a construct stands for, as far as its type tells; else never. */
export type KindOf<Target> =
  Target extends OverlayTarget<infer Kind>
    ? Kind
    : Target extends { readonly resourceType: infer Type extends keyof KindByResourceType }
      ? KindByResourceType[Type]
      : Target extends Namespace
        ? 'Namespace'
        : Target extends NetworkPolicy
          ? 'NetworkPolicy'
          : never;

declare const checked: unique symbol;

/** A partial manifest that the compiler does not check; made by `untyped`. */
export interface UntypedManifest {
  readonly [checked]: false;
}

/**
 * Lets a partial manifest of any shape through the compiler: for custom resources, and for fields that are newer than
 * the types. The rendered object is checked all the same.
 *
 * @example
 * overlay(addressPool, untyped({ spec: { avoidBuggyIPs: true } }));
 */
export function untyped(partial: object): UntypedManifest {
  return partial as UntypedManifest;
}

/** What may be laid over a construct: typed by the class if it tells the kind, else by the `kind` of the partial. */
export type PartialFor<Target> =
  | ([KindOf<Target>] extends [never] ? PartialManifestWithKind : PartialManifest<KindOf<Target>>)
  | UntypedManifest;

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

/** Directives of a strategic merge patch, as in `kubectl patch`. */
export interface MergeDirectives {
  /** `delete` removes this entry of a list (or all fields of this object); `replace` replaces all fields with these. */
  readonly $patch?: 'delete' | 'replace';
  /** Removes all other fields of this object before merging. */
  readonly $retainKeys?: readonly string[];
}

/** Part of a manifest of a kind. */
export type PartialManifest<Kind extends ManifestKind> = PartialOf<ManifestByKind[Kind]>;

/** Part of a manifest in which some fields are required. */
export type PartialWith<Type, Required extends keyof Type> = Omit<PartialOf<Type>, Required> & {
  readonly [Field in Required]: Type[Field];
};

/** A kind with several API versions also needs the `apiVersion`, unless it is the preferred one. */
export type ManifestOfOtherVersion = Manifest extends infer Any
  ? Any extends Manifest
    ? Any extends ManifestByKind[Any['kind']]
      ? never
      : PartialWith<Any, 'apiVersion' | 'kind'>
    : never
  : never;

/** A kind in its preferred API version. */
export type ManifestOfPreferredVersion = {
  [Kind in ManifestKind]: PartialWith<ManifestByKind[Kind], 'kind'>;
}[ManifestKind];

/** A partial manifest with its `kind` (and `apiVersion`, if it is not the preferred one). */
export type PartialManifestWithKind = ManifestOfPreferredVersion | ManifestOfOtherVersion;

/** Kinds of the cdk8s-plus classes, by the `resourceType` that distinguishes the classes. */
export interface KindByResourceType {
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

/** Kind of the object of a construct, if its type contains it; otherwise never. */
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

/** A partial manifest without type checks; created by `untyped`. */
export interface UntypedManifest {
  readonly [checked]: false;
}

/**
 * Disables type checks for a partial manifest: for custom resources, and for fields that are newer than
 * the types. The rendered object is still validated.
 *
 * @example
 * overlay(addressPool, untyped({ spec: { avoidBuggyIPs: true } }));
 */
export function untyped(partial: object): UntypedManifest {
  return partial as UntypedManifest;
}

/** The partial manifest for a construct: typed by its class if that determines the kind, otherwise by the `kind` field. */
export type PartialFor<Target> =
  | ([KindOf<Target>] extends [never] ? PartialManifestWithKind : PartialManifest<KindOf<Target>>)
  | UntypedManifest;

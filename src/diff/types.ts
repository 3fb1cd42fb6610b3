import type { KubernetesVersion } from '../facts';
import type { InputObject, Reason } from '../findings';
import type { CustomResources } from '../schema';
import type { ApplyMode } from '../upgrade';

/** What applying a change does, the most severe first. */
export const EFFECTS = [
  'refused',
  'deletes-data',
  'renamed',
  'downtime',
  'breaks',
  'restarts-pods',
  'removed',
  'new',
  'changed',
  'no-effect',
] as const;

/**
 * What applying a change does.
 *
 * - `refused`: the server rejects it, and nothing of the object changes.
 * - `deletes-data`: data is deleted, or pods no longer have it, now or when the object goes.
 * - `renamed`: an object is gone, and one that is like it is new: the old one is deleted, and the new one begins empty.
 * - `downtime`: no pod serves for a while, or traffic no longer reaches the pods.
 * - `breaks`: something that stays no longer works: an autoscaler, a budget, a monitor or a binding without what it is for, a workload
 *   whose pods its namespace no longer admits.
 * - `restarts-pods`: pods are replaced one after the other.
 * - `removed`: the object is no longer applied; it stays in the cluster unless the tool that applies prunes.
 * - `new`: the object is created.
 * - `changed`: the object changes, and nothing restarts.
 * - `no-effect`: the manifest differs, and the object in the cluster does not.
 */
export type Effect = (typeof EFFECTS)[number];

/** A position in a file, or the construct that made an object. */
export interface Position {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly constructPath?: string;
}

/** One field that differs. A field of a Secret has no values. */
export interface FieldChange {
  readonly path: string;
  /** Undefined for a field that is added. */
  readonly before?: unknown;
  /** Undefined for a field that is removed. */
  readonly after?: unknown;
  /** The values are not shown. */
  readonly isSecret?: true;
  /** Where the field was and is written, when that is known. */
  readonly positions: { readonly before?: Position | undefined; readonly after?: Position | undefined };
}

/** One thing that applying the change does to an object. */
export interface Consequence {
  readonly effect: Effect;
  /** Rule of what the server rejects, or of what is broken. */
  readonly rule?: string;
  readonly reason?: Reason;
  /** Field that does it; empty for the object itself. */
  readonly path: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
}

/** What applying the new manifests does to one object. */
export interface ObjectDiff {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  /** The most severe of its consequences. */
  readonly effect: Effect;
  readonly consequences: readonly Consequence[];
  /** Fields that differ in the cluster; of an object without effect, those that differ in the manifests. */
  readonly fields: readonly FieldChange[];
  readonly positions: FieldChange['positions'];
}

/** An input that cannot be compared. */
export interface DiffIssue {
  readonly side: 'before' | 'after';
  readonly message: string;
  readonly position?: Position | undefined;
}

/** What applying manifests over those of before does. */
export interface ManifestDiff {
  /** Every object that differs, in the order of the new manifests; removed ones last. */
  readonly objects: readonly ObjectDiff[];
  readonly unchanged: number;
  /** What could not be compared; the rest was. */
  readonly issues: readonly DiffIssue[];
}

/** Options of `diffManifests`. */
export interface DiffOptions {
  /** Kubernetes version of the server. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion | undefined;
  /**
   * How the manifests are applied: `client` for `kubectl apply`, `server` for `kubectl apply --server-side`, `replace` for
   * `kubectl replace`.
   *
   * @default 'client'
   */
  readonly applyMode?: ApplyMode | undefined;
  /** Custom resources that the server knows. @default those of the package, and those that the new manifests define */
  readonly customResources?: CustomResources | undefined;
  /** Unknown kinds that are compared as they are written, and not reported: `Kind` or `apiVersion/Kind`. @default none */
  readonly allowKinds?: readonly string[] | undefined;
  /**
   * What could not be read of the manifests. Objects that only the other side has are then left out, as they may be there too; so is
   * what happens to the traffic of Services, whose pods may be there. @default nothing
   */
  readonly unread?: readonly DiffIssue[] | undefined;
}

/** One object in both inputs. */
export interface Pair {
  readonly before: InputObject;
  readonly after: InputObject;
}

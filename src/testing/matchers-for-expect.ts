import type { KubernetesVersion } from '../facts';
import type { PodSecurityLevel } from '../policy';
import { assertPassesPolicy, assertUpgradeSafeFrom, assertValidKubernetes } from './checks/checks';
import { assertSynthesizesDeterministically, type Factory } from './checks/deterministic';
import { type Checkable, manifestOf } from './checks/objects-of';
import { assertReferencesOnlyKnownObjects } from './checks/references';
import type { KindName, KindReference, Like, ManifestOf } from './like';
import { ManifestAssertionError } from './manifest';
import { manifestSnapshots, type SnapshotOptions } from './snapshot';

interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Turns an assertion into the answer of a matcher; wrong use of the kit is thrown on. */
function resultOf(assertion: () => void, otherwise: string): Result {
  try {
    assertion();
    return { pass: true, message: () => otherwise };
  } catch (error) {
    if (error instanceof ManifestAssertionError) {
      return { pass: false, message: () => error.message };
    }
    throw error;
  }
}

/** Declared with the types of the assertions in `matchers.d.ts`; the same functions serve jest and vitest. */
export const manifestMatchers = {
  toHaveResource(subject: Checkable, kind: any, nameOrLike?: any, like?: any): Result {
    return resultOf(
      () => manifestOf(subject).hasResource(kind, nameOrLike, like),
      'expected no such resource, and there is one',
    );
  },
  toBeValidKubernetes(subject: Checkable, version?: KubernetesVersion | readonly KubernetesVersion[]): Result {
    return resultOf(
      () => assertValidKubernetes(subject, version),
      'expected kube-apiserver to refuse it, and it would not',
    );
  },
  toPassPolicy(subject: Checkable, level: PodSecurityLevel): Result {
    return resultOf(
      () => assertPassesPolicy(subject, level),
      `expected it to break the policy ${level}, and it passes`,
    );
  },
  toReferenceOnlyKnownObjects(subject: Checkable): Result {
    return resultOf(
      () => assertReferencesOnlyKnownObjects(subject),
      'expected a dangling reference, and there is none',
    );
  },
  toSynthesizeDeterministically(factory: Factory): Result {
    return resultOf(
      () => assertSynthesizesDeterministically(factory),
      'expected other bytes each time, and they are the same',
    );
  },
  toBeUpgradeSafeFrom(subject: Checkable, previous: Checkable): Result {
    return resultOf(
      () => assertUpgradeSafeFrom(subject, previous),
      'expected the upgrade to break something, and it does not',
    );
  },
  toMatchManifestSnapshot(subject: Checkable, options?: SnapshotOptions): Result {
    const { expect } = globalThis as { expect?: (value: unknown) => { toMatchSnapshot(name: string): void } };
    if (expect === undefined) {
      throw new Error(
        'toMatchManifestSnapshot needs a global expect; otherwise use manifestSnapshots(…) with toMatchSnapshot',
      );
    }
    for (const snapshot of manifestSnapshots(subject, options)) {
      expect(snapshot).toMatchSnapshot(snapshot.name);
    }
    return { pass: true, message: () => 'a snapshot can not be expected not to match' };
  },
};

/** What the matchers add to `expect`. */
export interface ManifestMatchers<R = unknown> {
  /** There is an object of this kind (and name) that is like this. */
  toHaveResource<K extends KindName | KindReference>(kind: K, like?: Like<ManifestOf<K>>): R;
  toHaveResource<K extends KindName | KindReference>(kind: K, name: string, like?: Like<ManifestOf<K>>): R;
  /** kube-apiserver of that version (default: the newest) would take every object. */
  toBeValidKubernetes(version?: KubernetesVersion | readonly KubernetesVersion[]): R;
  /** Every pod passes a level of the Pod Security Standards. */
  toPassPolicy(level: PodSecurityLevel): R;
  /** Whatever the objects refer to is among them, or can only come from elsewhere. */
  toReferenceOnlyKnownObjects(): R;
  /** A factory gives the same bytes in other surroundings. */
  toSynthesizeDeterministically(): R;
  /** Applying this over `previous` breaks nothing. */
  toBeUpgradeSafeFrom(previous: Checkable): R;
  /** One snapshot per object, as YAML, without the values of Secrets. */
  toMatchManifestSnapshot(options?: SnapshotOptions): R;
}

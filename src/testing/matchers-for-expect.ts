import type { CheckOptions } from '../check';
import type { PodSecurityLevel } from '../policy';
import { type AccessOptions, type AccountReference, assertAllows, assertDenies } from './checks/access';
import {
  assertAppliesCleanlyTo,
  assertPassesPolicy,
  assertReferencesOnlyKnownObjects,
  assertUpgradeSafeFrom,
  assertValidKubernetes,
} from './checks/checks';
import { assertSynthesizesDeterministically, type Factory } from './checks/deterministic';
import { type Checkable, manifestOf } from './checks/objects-of';
import { assertDoesNotReach, assertReaches, type PeerReference, type ReachOptions } from './checks/reach';
import type { Versions } from './checks/versions';
import type { KindName, KindReference, Like, ManifestOf } from './like';
import { ManifestAssertionError } from './manifest';
import { manifestSnapshots, type SnapshotOptions } from './snapshot';

/** What a matcher of `expect` returns. */
export interface MatcherResult {
  /** Whether the assertion holds. */
  readonly pass: boolean;
  /** What is printed when the opposite was expected. */
  readonly message: () => string;
}

/** Turns an assertion into the result of a matcher; incorrect use of the kit is thrown on, with `not` too. */
function resultOf(assertion: () => void, otherwise: string): MatcherResult {
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

/** For `expect.extend` of jest and vitest; `ManifestMatchers` has their types. */
export const manifestMatchers = {
  /** There is an object of this kind (and name) that matches. */
  toHaveResource(subject: Checkable, kind: any, nameOrLike?: any, like?: any): MatcherResult {
    return resultOf(
      () => manifestOf(subject).hasResource(kind, nameOrLike, like),
      'expected no such object, found one',
    );
  },
  /** All checks of `CheckedApp` pass. */
  toBeValidKubernetes(subject: Checkable, version?: Versions): MatcherResult {
    return resultOf(() => assertValidKubernetes(subject, version), 'expected the checks to fail, and they pass');
  },
  /** One `kubectl apply` of everything is accepted by a cluster. */
  toApplyCleanlyTo(
    subject: Checkable,
    cluster: NonNullable<CheckOptions['cluster']>,
    version?: Versions,
  ): MatcherResult {
    return resultOf(
      () => assertAppliesCleanlyTo(subject, cluster, version),
      'expected the apply to fail, and it is accepted',
    );
  },
  /** Every pod passes a level of the Pod Security Standards. */
  toPassPolicy(subject: Checkable, level: PodSecurityLevel, version?: Versions): MatcherResult {
    return resultOf(
      () => assertPassesPolicy(subject, level, version),
      `expected a violation of the Pod Security level ${level}, found none`,
    );
  },
  /** No reference dangles. */
  toReferenceOnlyKnownObjects(
    subject: Checkable,
    version?: Versions,
    external?: CheckOptions['external'],
  ): MatcherResult {
    return resultOf(
      () => assertReferencesOnlyKnownObjects(subject, version, external),
      'expected a dangling reference, found none',
    );
  },
  /** Roles and bindings allow a service account to do something. */
  toAllow(
    subject: Checkable,
    account: AccountReference,
    verb: string,
    resource: string,
    options?: AccessOptions,
  ): MatcherResult {
    const result = resultOf(() => assertAllows(subject, account, verb, resource, options), '');
    if (!result.pass) return result;
    // The binding that allows it is what the user of `not` needs to know.
    const denied = resultOf(() => assertDenies(subject, account, verb, resource, options), '');
    return { pass: true, message: denied.message };
  },
  /** NetworkPolicies allow a connection; `not` means that no pod of one end can connect to one of the other. */
  toReach(
    this: unknown,
    subject: Checkable,
    from: PeerReference,
    to: PeerReference,
    port: number | string,
    options?: ReachOptions,
  ): MatcherResult {
    // With several pods at an end some connections can be allowed and others denied, which is neither.
    if ((this as { readonly isNot?: boolean } | undefined)?.isNot === true) {
      const denied = resultOf(() => assertDoesNotReach(subject, from, to, port, options), '');
      return { pass: !denied.pass, message: denied.message };
    }
    return resultOf(() => assertReaches(subject, from, to, port, options), '');
  },
  /** A function returns the same bytes in every environment. */
  toSynthesizeDeterministically(factory: Factory): MatcherResult {
    return resultOf(
      () => assertSynthesizesDeterministically(factory),
      'expected different output in different environments, and it is the same',
    );
  },
  /** Applying this over the previous objects breaks nothing. */
  toBeUpgradeSafeFrom(subject: Checkable, previous: Checkable, version?: Versions): MatcherResult {
    return resultOf(
      () => assertUpgradeSafeFrom(subject, previous, version),
      'expected the upgrade to fail, and it is safe',
    );
  },
  /** Each object matches its snapshot. */
  toMatchManifestSnapshot(subject: Checkable, options?: SnapshotOptions): MatcherResult {
    const { expect } = globalThis as { expect?: (value: unknown) => { toMatchSnapshot(name: string): void } };
    if (expect === undefined) {
      throw new Error(
        'toMatchManifestSnapshot needs a global expect; without one, use manifestSnapshots(…) with toMatchSnapshot',
      );
    }
    for (const snapshot of manifestSnapshots(subject, options)) {
      expect(snapshot).toMatchSnapshot(snapshot.name);
    }
    return { pass: true, message: () => 'toMatchManifestSnapshot cannot be used with not' };
  },
};

/** What the matchers add to `expect`. */
export interface ManifestMatchers<R = unknown> {
  /** There is an object of this kind (and name) that matches. */
  toHaveResource<K extends KindName | KindReference>(kind: K, like?: Like<ManifestOf<K>>): R;
  /** There is an object of this kind and name that matches. */
  toHaveResource<K extends KindName | KindReference>(kind: K, name: string, like?: Like<ManifestOf<K>>): R;
  /** All checks of `CheckedApp` pass, for one version or several (default: the newest). */
  toBeValidKubernetes(version?: Versions): R;
  /**
   * One `kubectl apply` of everything is accepted by a cluster, `empty`, `assumed` or the file of a snapshot, and the pods of all
   * workloads can be created.
   */
  toApplyCleanlyTo(cluster: NonNullable<CheckOptions['cluster']>, version?: Versions): R;
  /** Every pod passes a level of the Pod Security Standards. */
  toPassPolicy(level: PodSecurityLevel, version?: Versions): R;
  /** Everything that the objects refer to is one of them. */
  toReferenceOnlyKnownObjects(version?: Versions, external?: CheckOptions['external']): R;
  /** Roles and bindings allow a service account to do something, as the RBAC authorizer would answer. */
  toAllow(account: AccountReference, verb: string, resource: string, options?: AccessOptions): R;
  /** NetworkPolicies allow a connection at both ends; a port of a Service leads to the port of its pods. */
  toReach(from: PeerReference, to: PeerReference, port: number | string, options?: ReachOptions): R;
  /** A factory returns the same bytes in every environment. */
  toSynthesizeDeterministically(): R;
  /** Applying this over `previous` breaks nothing. */
  toBeUpgradeSafeFrom(previous: Checkable, version?: Versions): R;
  /** One snapshot per object, as YAML, without the values of Secrets. */
  toMatchManifestSnapshot(options?: SnapshotOptions): R;
}

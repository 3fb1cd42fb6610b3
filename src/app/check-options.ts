import type { KubernetesVersion } from '../facts';
import type { Finding } from '../findings';

/** Looks at all manifests of an app together and says what is wrong; `document` of a finding is the manifest's index. */
export type Check = (manifests: readonly unknown[]) => readonly Finding[];

/** What the objects of an app are held to. */
export interface CheckOptions {
  /**
   * Version of Kubernetes, or versions, whose servers must take every object.
   *
   * @default the newest that the package knows
   */
  readonly kubernetesVersion?: KubernetesVersion | readonly KubernetesVersion[];
  /**
   * Folders of custom resources that `cdk8s-patterns import crd` wrote. Kinds whose CustomResourceDefinition is itself an
   * object of the app, or comes with the package, are known without.
   *
   * @default none
   */
  readonly crds?: string | readonly string[];
  /**
   * Kinds that pass unchecked although nobody knows them: `Kind`, `apiVersion/Kind`, or `group/Kind` for all versions.
   *
   * @default none
   */
  readonly allowKinds?: readonly string[];
  /**
   * Further checks, such as good practice or an organisation's own rules.
   *
   * @default none
   * @example
   * checks: [(manifests) => checkPolicy(manifests, { podSecurity: 'restricted' })]
   */
  readonly checks?: readonly Check[];
  /**
   * Look whether what objects refer to is there: selectors, Services behind an Ingress, keys of ConfigMaps, targets of
   * autoscalers. Only what cannot work is told; names that may be in the cluster are not.
   *
   * @default true
   */
  readonly references?: boolean;
}

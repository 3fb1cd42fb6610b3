import type { KubernetesVersion } from '../facts';
import type { Finding, InputObject, RawFinding } from '../findings';
import type { ImageFacts } from '../images';
import type { PodSecurityLevel } from '../policy';
import type { NodeSize } from '../runtime';
import type { CustomResources } from '../schema';
import type { ExternalObject } from './external-objects';

/**
 * Prefix of the annotations that acknowledge a rule for one object; the rest of the key is the id of the rule, the value the
 * reason.
 *
 * @example
 * metadata:
 *   annotations:
 *     acknowledge.cdk8s-patterns.dev/image-latest: the vendor publishes no other tag
 */
export const ACKNOWLEDGE_PREFIX = 'acknowledge.cdk8s-patterns.dev/';

/** Checks all manifests of an input together; `document` of a finding is the index of the manifest. */
export type Check = (manifests: readonly unknown[]) => readonly Finding[];

/** An object to check, with what is known of where it came from. */
export interface ManifestInput extends InputObject {
  /** What reading its text already found. With such an error and `object: undefined`, nothing else is checked. */
  readonly reading?: readonly ReadingFinding[];
}

/** A finding that is left out, and why. */
export interface Acknowledgement {
  /** Id of the rule. */
  readonly rule: string;
  /** Why the finding is acceptable. */
  readonly reason: string;
  /** Kind of the object. @default every kind */
  readonly kind?: string;
  /** Name of the object. @default every name */
  readonly name?: string;
  /** Namespace of the object. @default every namespace */
  readonly namespace?: string;
}

/** A finding about the text of a document, with its position. */
export interface ReadingFinding extends RawFinding {
  /** @default 'api' */
  readonly category?: Finding['category'];
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * What manifests are checked against. The same options, under the same names, are props of `CheckedApp`, options of
 * `addChecks`, properties of the plugin for cdk8s-cli, options of the testing kit, and flags of `cdk8s-patterns validate`.
 */
export interface CheckOptions {
  /**
   * Version of Kubernetes, or versions, whose API servers must accept every object. Flag: `--kubernetes-version`.
   *
   * @default the newest that the package knows
   */
  readonly kubernetesVersion?: KubernetesVersion | readonly KubernetesVersion[] | undefined;
  /**
   * Directories of custom resources that `cdk8s-patterns import crd` wrote, instead of `imports/crds` of the project; `false` for
   * none. The project is the nearest directory at or above the working directory that has a cdk8s.yaml or a package.json. Kinds
   * whose CustomResourceDefinition is itself part of the input, or comes with the package, are known without. Flags: `--crds`,
   * `--no-crds`.
   *
   * @default 'imports/crds' of the project, if it exists
   * @example
   * crds: ['imports/crds', '../platform/imports/crds']
   */
  readonly crds?: string | readonly string[] | false | undefined;
  /** More custom resources, already loaded. @default none */
  readonly customResources?: CustomResources | undefined;
  /**
   * Kinds to accept unchecked although they are unknown: `Kind`, `apiVersion/Kind`, or `group/Kind` for all versions.
   * Flag: `--allow-kind`.
   *
   * @default none
   */
  readonly allowKinds?: readonly string[] | undefined;
  /**
   * Check what objects refer to: selectors, Services behind an Ingress, keys of ConfigMaps, targets of autoscalers. `true`
   * reports what cannot work, whatever else is in the cluster, as errors, and as warnings what no object of the input matches
   * although the input is what is in that namespace; `'all'` also warns about objects that administrators usually provide, such
   * as storage classes, and about the references of a single object. Flags: `--references all`, `--no-references`.
   *
   * @default true
   */
  readonly references?: boolean | 'all' | undefined;
  /**
   * Objects that are in the cluster and not in the input, so that references to them are known: made by `external`, or files with
   * manifests. Flag: `--external`.
   *
   * @default none
   * @example
   * external: [external.secret('db', { keys: ['password'] }), 'cluster/platform.yaml']
   */
  readonly external?: string | ExternalObject | readonly (string | ExternalObject)[] | undefined;
  /**
   * Level of the Pod Security Standards that all pods must pass. `privileged` allows everything. Pods in a Namespace of the input
   * must also pass what its labels `pod-security.kubernetes.io/enforce` and `warn` demand. Flag: `--pod-security`.
   *
   * @default 'privileged'
   */
  readonly podSecurity?: PodSecurityLevel | 'privileged' | undefined;
  /**
   * Check good practice too: secrets out of the environment, resources, probes, replicas, persistence, network policies,
   * TLS, pinned images. Flag: `--practices`.
   *
   * @default false
   */
  readonly practices?: boolean | undefined;
  /**
   * Check what happens on the node: what the kubelet refuses to start (errors), and programs that would fail (warnings).
   * What depends on an image is checked for images whose facts are known. Flag: `--no-runtime`.
   *
   * @default true
   * @see https://github.com/cdk8s-patterns/cdk8s-patterns/blob/main/docs/image-facts.md
   */
  readonly runtime?: boolean | undefined;
  /**
   * Facts of your own images: made by `Image.facts`, or files and directories of them, as `cdk8s-patterns import image` writes
   * them. They win over the facts that come with the package. Flag: `--images`.
   *
   * @default none
   */
  readonly images?: string | ImageFacts | readonly (string | ImageFacts)[] | undefined;
  /**
   * Sizes of the nodes, as what pods can request of each (allocatable), or files that `kubectl get nodes -o yaml` wrote: a pod
   * that fits no node is an error, and requests of all pods together that are more than the nodes have are a warning. Flags:
   * `--node cpu=2,memory=4Gi,count=3`, `--node nodes.yaml`.
   *
   * @default not known: requests are not compared with nodes
   * @example
   * nodes: { cpu: '2', memory: '4Gi', count: 3 }
   */
  readonly nodes?: string | NodeSize | readonly (string | NodeSize)[] | undefined;
  /**
   * How the objects will be applied: `client` for `kubectl apply`, which keeps a copy of each object in an annotation of
   * limited size; `server` for `kubectl apply --server-side`, which does not. Flag: `--server-side`.
   *
   * @default 'client'
   */
  readonly applyMode?: 'client' | 'server' | undefined;
  /**
   * The cluster that the objects are applied to, one after the other. `assumed` has what the objects rely on, such as namespaces
   * and priority classes, unless the input has its Namespace. `empty` has nothing but what every new cluster has, so an object
   * in a namespace that is not there is refused. Otherwise files say what the cluster has: a snapshot that
   * `cdk8s-patterns import cluster` wrote, or manifests such as the policies of a platform. Objects that are there are updated, and
   * references are checked against them. `['empty', 'platform.yaml']` is a new cluster that has the objects of the file. Flag:
   * `--cluster`, repeatable.
   *
   * @default 'assumed'
   * @see https://github.com/cdk8s-patterns/cdk8s-patterns/blob/main/docs/admission.md
   * @example
   * cluster: 'cluster/snapshot.yaml'
   */
  readonly cluster?: 'assumed' | 'empty' | string | readonly string[] | undefined;
  /**
   * Rules whose warnings are errors. Flag: `--warnings-as-errors`.
   *
   * @default none
   */
  readonly warningsAsErrors?: readonly string[] | undefined;
  /**
   * Findings to leave out, with the reason, for objects that cannot carry an annotation. Flag: `--acknowledgements FILE`.
   *
   * @default none
   * @example
   * acknowledgements: [{ rule: 'configuration-unknown', kind: 'Deployment', name: 'shop', reason: 'Vault creates the Secret' }]
   */
  readonly acknowledgements?: readonly Acknowledgement[] | undefined;
  /**
   * Further checks, such as the rules of an organization.
   *
   * @default none
   * @example
   * checks: [(manifests) => checkPolicy(manifests, { practices: true, severity: 'warning' })]
   */
  readonly checks?: readonly Check[] | undefined;
}

/** Names of all options, for inputs that no compiler has seen. */
export const OPTION_NAMES = [
  'kubernetesVersion',
  'crds',
  'customResources',
  'allowKinds',
  'references',
  'external',
  'podSecurity',
  'practices',
  'runtime',
  'images',
  'nodes',
  'applyMode',
  'cluster',
  'warningsAsErrors',
  'acknowledgements',
  'checks',
] as const satisfies readonly (keyof CheckOptions)[];

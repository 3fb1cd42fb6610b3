import type { DnsChoice, NetworkPeer } from '../network';
import type { ObjectReference, TopologySpreadProps } from '../pod';
import type { Issuer } from './issuer';

/** A registry with copies of the images of other registries. */
export interface RegistryMirror {
  /** Registry, with a path if it has one: `registry.example.cn/mirror`. Or one for each original registry: `{ 'docker.io': 'registry.example.cn/hub' }`. */
  readonly mirror: string | Readonly<Record<string, string>>;
  /** Keeps the host of the original registry in the path: `registry.example.cn/mirror/docker.io/library/nginx`. @default false */
  readonly keepHost?: boolean;
  /** Registries and repositories whose images are not mirrored, such as `ghcr.io/acme`. @default none */
  readonly except?: readonly string[];
}

/** Defaults of Ingresses. */
export interface IngressDefaults {
  /** IngressClass. @default the default class of the cluster */
  readonly className?: string | false;
  /** Issuer of cert-manager for every Ingress that has a host and no `tls`. @default no TLS */
  readonly issuer?: Issuer | false;
  /** Peers that can connect to pods that an Ingress routes to and that have a `networkPolicy`. @default Peer.anyone() */
  readonly from?: NetworkPeer | readonly NetworkPeer[] | { readonly namespace: string } | false;
}

/** Labels or annotations; `false` removes one that an outer scope sets. */
export type PlatformEntries = Readonly<Record<string, string | false>>;

/**
 * Defaults of a platform. What a construct or an object sets itself always wins; `false` turns off what an outer scope sets. https://github.com/cdk8s-patterns/cdk8s-patterns/blob/main/docs/platform.md
 * shows what each of them writes.
 */
export interface PlatformProps {
  /** DNS servers that NetworkPolicies let pods reach. @default Dns.kubernetes() */
  readonly dns?: DnsChoice | readonly DnsChoice[];
  /** Registry that all images are pulled from: `registry.example.cn/mirror`. @default the registries of the images */
  readonly registry?: string | RegistryMirror | false;
  /** Secrets of type dockerconfigjson for pods that have none. @default none */
  readonly imagePullSecrets?: readonly ObjectReference[] | false;
  /** Class, certificates and clients of Ingresses. */
  readonly ingress?: IngressDefaults;
  /** StorageClass of claims that name neither a class nor a volume. @default the default class of the cluster */
  readonly storageClassName?: ObjectReference | false;
  /** Labels of all objects and of the pods that they create. */
  readonly labels?: PlatformEntries;
  /** Annotations of all objects. */
  readonly annotations?: PlatformEntries;
  /** Labels of pods only. */
  readonly podLabels?: PlatformEntries;
  /** Annotations of pods. */
  readonly podAnnotations?: PlatformEntries;
  /** Spread of workloads with several pods. @default { nodes: 'prefer', zones: 'prefer' } */
  readonly topologySpread?: TopologySpreadProps | false;
  /** PriorityClass of pods. @default none */
  readonly priorityClassName?: ObjectReference | false;
  /** Pod Security level of each TenantNamespace and, for a whole app, the level that all pods are checked against. @default 'restricted', and no check */
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
}

// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface BGPAdvertisementProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  /** @rule serviceSelectors and aggregationLength are mutually exclusive, can only be used together with default aggregationLength (32) and aggregationLengthV6 (128) */
  readonly spec?: BGPAdvertisementSpec;
}

export interface BGPAdvertisementSpec {
  /**
   * @format "int32"
   * @minimum 1
   * @default 32
   */
  readonly aggregationLength?: number;
  /**
   * @format "int32"
   * @default 128
   */
  readonly aggregationLengthV6?: number;
  /**
   * @minimum 1
   * @maximum 10
   */
  readonly asPathPrepend?: number;
  readonly communities?: ReadonlyArray<string>;
  readonly ipAddressPoolSelectors?: ReadonlyArray<BGPAdvertisementSpecIpAddressPoolSelectors>;
  readonly ipAddressPools?: ReadonlyArray<string>;
  /** @format "int32" */
  readonly localPref?: number;
  readonly nodeSelectors?: ReadonlyArray<BGPAdvertisementSpecNodeSelectors>;
  readonly peers?: ReadonlyArray<string>;
  readonly serviceSelectors?: ReadonlyArray<BGPAdvertisementSpecServiceSelectors>;
}

export interface BGPAdvertisementSpecIpAddressPoolSelectors {
  readonly matchExpressions?: ReadonlyArray<BGPAdvertisementSpecIpAddressPoolSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface BGPAdvertisementSpecIpAddressPoolSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface BGPAdvertisementSpecNodeSelectors {
  readonly matchExpressions?: ReadonlyArray<BGPAdvertisementSpecNodeSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface BGPAdvertisementSpecNodeSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface BGPAdvertisementSpecServiceSelectors {
  readonly matchExpressions?: ReadonlyArray<BGPAdvertisementSpecServiceSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface BGPAdvertisementSpecServiceSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

/** metallb.io/v1beta1 BGPAdvertisement (namespaced). */
export class BGPAdvertisement extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'metallb.io/v1beta1',
    kind: 'BGPAdvertisement',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: BGPAdvertisementProps = {}): object {
    return { ...BGPAdvertisement.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: BGPAdvertisementProps = {}) {
    super(scope, id, { ...BGPAdvertisement.GVK, ...props });
  }
}

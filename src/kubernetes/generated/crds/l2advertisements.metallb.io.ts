// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface L2AdvertisementProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: L2AdvertisementSpec;
}

export interface L2AdvertisementSpec {
  readonly interfaces?: ReadonlyArray<string>;
  readonly ipAddressPoolSelectors?: ReadonlyArray<L2AdvertisementSpecIpAddressPoolSelectors>;
  readonly ipAddressPools?: ReadonlyArray<string>;
  readonly nodeSelectors?: ReadonlyArray<L2AdvertisementSpecNodeSelectors>;
  readonly preferredNodeSelectors?: ReadonlyArray<L2AdvertisementSpecPreferredNodeSelectors>;
  readonly serviceSelectors?: ReadonlyArray<L2AdvertisementSpecServiceSelectors>;
}

export interface L2AdvertisementSpecIpAddressPoolSelectors {
  readonly matchExpressions?: ReadonlyArray<L2AdvertisementSpecIpAddressPoolSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface L2AdvertisementSpecIpAddressPoolSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface L2AdvertisementSpecNodeSelectors {
  readonly matchExpressions?: ReadonlyArray<L2AdvertisementSpecNodeSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface L2AdvertisementSpecNodeSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface L2AdvertisementSpecPreferredNodeSelectors {
  readonly preference: L2AdvertisementSpecPreferredNodeSelectorsPreference;
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 100
   */
  readonly weight: number;
}

export interface L2AdvertisementSpecPreferredNodeSelectorsPreference {
  readonly matchExpressions?: ReadonlyArray<L2AdvertisementSpecPreferredNodeSelectorsPreferenceMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface L2AdvertisementSpecPreferredNodeSelectorsPreferenceMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface L2AdvertisementSpecServiceSelectors {
  readonly matchExpressions?: ReadonlyArray<L2AdvertisementSpecServiceSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface L2AdvertisementSpecServiceSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

/** metallb.io/v1beta1 L2Advertisement (namespaced). */
export class L2Advertisement extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'metallb.io/v1beta1',
    kind: 'L2Advertisement',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: L2AdvertisementProps = {}): object {
    return { ...L2Advertisement.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: L2AdvertisementProps = {}) {
    super(scope, id, { ...L2Advertisement.GVK, ...props });
  }
}

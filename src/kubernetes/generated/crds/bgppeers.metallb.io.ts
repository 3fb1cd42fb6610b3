// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface BGPPeerProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: BGPPeerSpec;
}

export interface BGPPeerSpec {
  readonly bfdProfile?: string;
  /**
   * @rule connect time should be between 1 seconds to 65535
   * @rule connect time should contain a whole number of seconds
   */
  readonly connectTime?: string;
  /** @default false */
  readonly disableMP?: boolean;
  /** @default false */
  readonly dualStackAddressFamily?: boolean;
  readonly dynamicASN?: 'internal' | 'external';
  readonly ebgpMultiHop?: boolean;
  /** @rule EnableGracefulRestart cannot be changed after creation */
  readonly enableGracefulRestart?: boolean;
  readonly holdTime?: string;
  readonly interface?: string;
  readonly keepaliveTime?: string;
  /**
   * @format "int64"
   * @minimum 1
   * @maximum 4294967295
   */
  readonly localASN?: number;
  /**
   * @format "int64"
   * @minimum 0
   * @maximum 4294967295
   */
  readonly myASN: number;
  readonly nodeSelectors?: ReadonlyArray<BGPPeerSpecNodeSelectors>;
  readonly password?: string;
  readonly passwordSecret?: BGPPeerSpecPasswordSecret;
  /**
   * @format "int64"
   * @minimum 0
   * @maximum 4294967295
   */
  readonly peerASN?: number;
  readonly peerAddress?: string;
  /**
   * @minimum 1
   * @maximum 16384
   * @default 179
   */
  readonly peerPort?: number;
  readonly routerID?: string;
  readonly sourceAddress?: string;
  readonly vrf?: string;
}

export interface BGPPeerSpecNodeSelectors {
  readonly matchExpressions?: ReadonlyArray<BGPPeerSpecNodeSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface BGPPeerSpecNodeSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface BGPPeerSpecPasswordSecret {
  readonly name?: string;
  readonly namespace?: string;
}

/** metallb.io/v1beta2 BGPPeer (namespaced). */
export class BGPPeer extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'metallb.io/v1beta2',
    kind: 'BGPPeer',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: BGPPeerProps = {}): object {
    return { ...BGPPeer.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: BGPPeerProps = {}) {
    super(scope, id, { ...BGPPeer.GVK, ...props });
  }
}

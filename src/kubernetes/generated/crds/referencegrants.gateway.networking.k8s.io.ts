// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface ReferenceGrantProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: ReferenceGrantSpec;
}

export interface ReferenceGrantSpec {
  /**
   * @minItems 1
   * @maxItems 16
   */
  readonly from: ReadonlyArray<ReferenceGrantSpecFrom>;
  /**
   * @minItems 1
   * @maxItems 16
   */
  readonly to: ReadonlyArray<ReferenceGrantSpecTo>;
}

export interface ReferenceGrantSpecFrom {
  /**
   * @maxLength 253
   * @pattern "^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly group: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"
   */
  readonly kind: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace: string;
}

export interface ReferenceGrantSpecTo {
  /**
   * @maxLength 253
   * @pattern "^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly group: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"
   */
  readonly kind: string;
  /**
   * @minLength 1
   * @maxLength 253
   */
  readonly name?: string;
}

/** gateway.networking.k8s.io/v1beta1 ReferenceGrant (namespaced). */
export class ReferenceGrant extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: ReferenceGrantProps = {}): object {
    return { ...ReferenceGrant.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: ReferenceGrantProps = {}) {
    super(scope, id, { ...ReferenceGrant.GVK, ...props });
  }
}

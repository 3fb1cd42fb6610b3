// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface GatewayClassProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: GatewayClassSpec;
}

export interface GatewayClassSpec {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$"
   * @rule Value is immutable
   */
  readonly controllerName: string;
  /** @maxLength 64 */
  readonly description?: string;
  readonly parametersRef?: GatewayClassSpecParametersRef;
}

export interface GatewayClassSpecParametersRef {
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
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

/** gateway.networking.k8s.io/v1 GatewayClass (cluster-scoped). */
export class GatewayClass extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: GatewayClassProps): object {
    return { ...GatewayClass.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: GatewayClassProps) {
    super(scope, id, { ...GatewayClass.GVK, ...props });
  }
}

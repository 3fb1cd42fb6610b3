// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface BFDProfileProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: BFDProfileSpec;
}

export interface BFDProfileSpec {
  /**
   * @format "int32"
   * @minimum 2
   * @maximum 255
   */
  readonly detectMultiplier?: number;
  /**
   * @format "int32"
   * @minimum 10
   * @maximum 60000
   */
  readonly echoInterval?: number;
  readonly echoMode?: boolean;
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 254
   */
  readonly minimumTtl?: number;
  readonly passiveMode?: boolean;
  /**
   * @format "int32"
   * @minimum 10
   * @maximum 60000
   */
  readonly receiveInterval?: number;
  /**
   * @format "int32"
   * @minimum 10
   * @maximum 60000
   */
  readonly transmitInterval?: number;
}

/** metallb.io/v1beta1 BFDProfile (namespaced). */
export class BFDProfile extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'metallb.io/v1beta1',
    kind: 'BFDProfile',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: BFDProfileProps = {}): object {
    return { ...BFDProfile.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: BFDProfileProps = {}) {
    super(scope, id, { ...BFDProfile.GVK, ...props });
  }
}

// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface BackendTLSPolicyProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: BackendTLSPolicySpec;
}

export interface BackendTLSPolicySpec {
  /** @maxProperties 16 */
  readonly options?: { readonly [key: string]: string };
  /**
   * @minItems 1
   * @maxItems 16
   * @rule sectionName must be specified when targetRefs includes 2 or more references to the same target
   * @rule sectionName must be unique when targetRefs includes 2 or more references to the same target
   */
  readonly targetRefs: ReadonlyArray<BackendTLSPolicySpecTargetRefs>;
  /**
   * @rule must not contain both CACertificateRefs and WellKnownCACertificates
   * @rule must specify either CACertificateRefs or WellKnownCACertificates
   */
  readonly validation: BackendTLSPolicySpecValidation;
}

export interface BackendTLSPolicySpecTargetRefs {
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
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly sectionName?: string;
}

export interface BackendTLSPolicySpecValidation {
  /** @maxItems 8 */
  readonly caCertificateRefs?: ReadonlyArray<BackendTLSPolicySpecValidationCaCertificateRefs>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly hostname: string;
  /** @maxItems 5 */
  readonly subjectAltNames?: ReadonlyArray<BackendTLSPolicySpecValidationSubjectAltNames>;
  readonly wellKnownCACertificates?: 'System';
}

export interface BackendTLSPolicySpecValidationCaCertificateRefs {
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
}

export interface BackendTLSPolicySpecValidationSubjectAltNames {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly hostname?: string;
  readonly type: 'Hostname' | 'URI';
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\\?([^#]*))?(#(.*))?"
   */
  readonly uri?: string;
}

/** gateway.networking.k8s.io/v1 BackendTLSPolicy (namespaced). */
export class BackendTLSPolicy extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'BackendTLSPolicy',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: BackendTLSPolicyProps): object {
    return { ...BackendTLSPolicy.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: BackendTLSPolicyProps) {
    super(scope, id, { ...BackendTLSPolicy.GVK, ...props });
  }
}

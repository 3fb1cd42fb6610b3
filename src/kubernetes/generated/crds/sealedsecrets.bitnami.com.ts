// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface SealedSecretProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: SealedSecretSpec;
}

export interface SealedSecretSpec {
  /** @format "byte" */
  readonly data?: string;
  readonly encryptedData: { readonly [key: string]: string };
  readonly template?: SealedSecretSpecTemplate;
}

export interface SealedSecretSpecTemplate {
  readonly data?: { readonly [key: string]: string } | null;
  readonly immutable?: boolean;
  readonly metadata?: SealedSecretSpecTemplateMetadata | null;
  readonly type?: string;
}

export interface SealedSecretSpecTemplateMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly finalizers?: ReadonlyArray<string>;
  readonly labels?: { readonly [key: string]: string };
  readonly name?: string;
  readonly namespace?: string;
  readonly [field: string]: unknown;
}

/** bitnami.com/v1alpha1 SealedSecret (namespaced). */
export class SealedSecret extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: SealedSecretProps): object {
    return { ...SealedSecret.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: SealedSecretProps) {
    super(scope, id, { ...SealedSecret.GVK, ...props });
  }
}

// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface SecretProviderClassProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: SecretProviderClassSpec;
  readonly status?: { readonly [key: string]: unknown };
}

export interface SecretProviderClassSpec {
  readonly parameters?: { readonly [key: string]: string };
  readonly provider?: string;
  readonly secretObjects?: ReadonlyArray<SecretProviderClassSpecSecretObjects>;
}

export interface SecretProviderClassSpecSecretObjects {
  readonly annotations?: { readonly [key: string]: string };
  readonly data?: ReadonlyArray<SecretProviderClassSpecSecretObjectsData>;
  readonly labels?: { readonly [key: string]: string };
  readonly secretName?: string;
  readonly type?: string;
}

export interface SecretProviderClassSpecSecretObjectsData {
  readonly key?: string;
  readonly objectName?: string;
}

/** secrets-store.csi.x-k8s.io/v1 SecretProviderClass (namespaced). */
export class SecretProviderClass extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: SecretProviderClassProps = {}): object {
    return { ...SecretProviderClass.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: SecretProviderClassProps = {}) {
    super(scope, id, { ...SecretProviderClass.GVK, ...props });
  }
}

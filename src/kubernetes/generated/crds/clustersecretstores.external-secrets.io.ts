// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';
import type { SecretStoreProps } from './secretstores.external-secrets.io';

export type ClusterSecretStoreProps = SecretStoreProps;

/** external-secrets.io/v1 ClusterSecretStore (cluster-scoped). */
export class ClusterSecretStore extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: ClusterSecretStoreProps = {}): object {
    return { ...ClusterSecretStore.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: ClusterSecretStoreProps = {}) {
    super(scope, id, { ...ClusterSecretStore.GVK, ...props });
  }
}

// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface ExternalSecretProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: ExternalSecretSpec;
}

export interface ExternalSecretSpec {
  readonly data?: ReadonlyArray<ExternalSecretSpecData>;
  readonly dataFrom?: ReadonlyArray<ExternalSecretSpecDataFrom>;
  /** @default "1h0m0s" */
  readonly refreshInterval?: string;
  readonly refreshPolicy?: 'CreatedOnce' | 'Periodic' | 'OnChange';
  readonly secretStoreRef?: ExternalSecretSpecSecretStoreRef;
  /** @default {"creationPolicy":"Owner","deletionPolicy":"Retain"} */
  readonly target?: ExternalSecretSpecTarget;
}

export interface ExternalSecretSpecData {
  readonly remoteRef: ExternalSecretSpecDataRemoteRef;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly secretKey: string;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly sourceRef?: ExternalSecretSpecDataSourceRef;
}

export interface ExternalSecretSpecDataRemoteRef {
  /** @default "Default" */
  readonly conversionStrategy?: 'Default' | 'Unicode';
  /** @default "None" */
  readonly decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None';
  readonly key: string;
  /** @default "None" */
  readonly metadataPolicy?: 'None' | 'Fetch';
  readonly property?: string;
  readonly version?: string;
}

export interface ExternalSecretSpecDataSourceRef {
  readonly generatorRef?: ExternalSecretSpecDataSourceRefGeneratorRef;
  readonly storeRef?: ExternalSecretSpecDataSourceRefStoreRef;
}

export interface ExternalSecretSpecDataSourceRefGeneratorRef {
  /** @default "generators.external-secrets.io/v1alpha1" */
  readonly apiVersion?: string;
  readonly kind: 'ACRAccessToken' | 'ClusterGenerator' | 'CloudsmithAccessToken' | 'ECRAuthorizationToken' | 'Fake' | 'GCRAccessToken' | 'GithubAccessToken' | 'QuayAccessToken' | 'Password' | 'SSHKey' | 'STSSessionToken' | 'UUID' | 'VaultDynamicSecret' | 'Webhook' | 'Grafana' | 'MFA';
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
}

export interface ExternalSecretSpecDataSourceRefStoreRef {
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
}

export interface ExternalSecretSpecDataFrom {
  readonly extract?: ExternalSecretSpecDataFromExtract;
  readonly find?: ExternalSecretSpecDataFromFind;
  readonly rewrite?: ReadonlyArray<ExternalSecretSpecDataFromRewrite>;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly sourceRef?: ExternalSecretSpecDataFromSourceRef;
}

export interface ExternalSecretSpecDataFromExtract {
  /** @default "Default" */
  readonly conversionStrategy?: 'Default' | 'Unicode';
  /** @default "None" */
  readonly decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None';
  readonly key: string;
  /** @default "None" */
  readonly metadataPolicy?: 'None' | 'Fetch';
  readonly property?: string;
  readonly version?: string;
}

export interface ExternalSecretSpecDataFromFind {
  /** @default "Default" */
  readonly conversionStrategy?: 'Default' | 'Unicode';
  /** @default "None" */
  readonly decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None';
  readonly name?: ExternalSecretSpecDataFromFindName;
  readonly path?: string;
  readonly tags?: { readonly [key: string]: string };
}

export interface ExternalSecretSpecDataFromFindName {
  readonly regexp?: string;
}

export interface ExternalSecretSpecDataFromRewrite {
  readonly merge?: ExternalSecretSpecDataFromRewriteMerge;
  readonly regexp?: ExternalSecretSpecDataFromRewriteRegexp;
  readonly transform?: ExternalSecretSpecDataFromRewriteTransform;
}

export interface ExternalSecretSpecDataFromRewriteMerge {
  /** @default "Error" */
  readonly conflictPolicy?: 'Ignore' | 'Error';
  /** @default "" */
  readonly into?: string;
  readonly priority?: ReadonlyArray<string>;
  /** @default "Strict" */
  readonly priorityPolicy?: 'IgnoreNotFound' | 'Strict';
  /** @default "Extract" */
  readonly strategy?: 'Extract' | 'JSON';
}

export interface ExternalSecretSpecDataFromRewriteRegexp {
  readonly source: string;
  readonly target: string;
}

export interface ExternalSecretSpecDataFromRewriteTransform {
  readonly template: string;
}

export interface ExternalSecretSpecDataFromSourceRef {
  readonly generatorRef?: ExternalSecretSpecDataFromSourceRefGeneratorRef;
  readonly storeRef?: ExternalSecretSpecDataFromSourceRefStoreRef;
}

export interface ExternalSecretSpecDataFromSourceRefGeneratorRef {
  /** @default "generators.external-secrets.io/v1alpha1" */
  readonly apiVersion?: string;
  readonly kind: 'ACRAccessToken' | 'ClusterGenerator' | 'CloudsmithAccessToken' | 'ECRAuthorizationToken' | 'Fake' | 'GCRAccessToken' | 'GithubAccessToken' | 'QuayAccessToken' | 'Password' | 'SSHKey' | 'STSSessionToken' | 'UUID' | 'VaultDynamicSecret' | 'Webhook' | 'Grafana' | 'MFA';
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
}

export interface ExternalSecretSpecDataFromSourceRefStoreRef {
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
}

export interface ExternalSecretSpecSecretStoreRef {
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
}

export interface ExternalSecretSpecTarget {
  /** @default "Owner" */
  readonly creationPolicy?: 'Owner' | 'Orphan' | 'Merge' | 'None';
  /** @default "Retain" */
  readonly deletionPolicy?: 'Delete' | 'Merge' | 'Retain';
  readonly immutable?: boolean;
  readonly manifest?: ExternalSecretSpecTargetManifest;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  readonly template?: ExternalSecretSpecTargetTemplate;
}

export interface ExternalSecretSpecTargetManifest {
  /** @minLength 1 */
  readonly apiVersion: string;
  /** @minLength 1 */
  readonly kind: string;
}

export interface ExternalSecretSpecTargetTemplate {
  readonly data?: { readonly [key: string]: string };
  /** @default "v2" */
  readonly engineVersion?: 'v2';
  /** @default "Replace" */
  readonly mergePolicy?: 'Replace' | 'Merge';
  readonly metadata?: ExternalSecretSpecTargetTemplateMetadata;
  readonly templateFrom?: ReadonlyArray<ExternalSecretSpecTargetTemplateTemplateFrom>;
  readonly type?: string;
}

export interface ExternalSecretSpecTargetTemplateMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly finalizers?: ReadonlyArray<string>;
  readonly labels?: { readonly [key: string]: string };
}

export interface ExternalSecretSpecTargetTemplateTemplateFrom {
  readonly configMap?: ExternalSecretSpecTargetTemplateTemplateFromConfigMap;
  readonly literal?: string;
  readonly secret?: ExternalSecretSpecTargetTemplateTemplateFromSecret;
  /** @default "Data" */
  readonly target?: string;
}

export interface ExternalSecretSpecTargetTemplateTemplateFromConfigMap {
  readonly items: ReadonlyArray<ExternalSecretSpecTargetTemplateTemplateFromConfigMapItems>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
}

export interface ExternalSecretSpecTargetTemplateTemplateFromConfigMapItems {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key: string;
  /** @default "Values" */
  readonly templateAs?: 'Values' | 'KeysAndValues';
}

export interface ExternalSecretSpecTargetTemplateTemplateFromSecret {
  readonly items: ReadonlyArray<ExternalSecretSpecTargetTemplateTemplateFromSecretItems>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
}

export interface ExternalSecretSpecTargetTemplateTemplateFromSecretItems {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key: string;
  /** @default "Values" */
  readonly templateAs?: 'Values' | 'KeysAndValues';
}

/** external-secrets.io/v1 ExternalSecret (namespaced). */
export class ExternalSecret extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: ExternalSecretProps = {}): object {
    return { ...ExternalSecret.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: ExternalSecretProps = {}) {
    super(scope, id, { ...ExternalSecret.GVK, ...props });
  }
}

// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface ClusterSecretStoreProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: ClusterSecretStoreSpec;
}

export interface ClusterSecretStoreSpec {
  readonly conditions?: ReadonlyArray<ClusterSecretStoreSpecConditions>;
  readonly controller?: string;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly provider: ClusterSecretStoreSpecProvider;
  readonly refreshInterval?: number;
  readonly retrySettings?: ClusterSecretStoreSpecRetrySettings;
}

export interface ClusterSecretStoreSpecConditions {
  readonly namespaceRegexes?: ReadonlyArray<string>;
  readonly namespaceSelector?: ClusterSecretStoreSpecConditionsNamespaceSelector;
  readonly namespaces?: ReadonlyArray<string>;
}

export interface ClusterSecretStoreSpecConditionsNamespaceSelector {
  readonly matchExpressions?: ReadonlyArray<ClusterSecretStoreSpecConditionsNamespaceSelectorMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface ClusterSecretStoreSpecConditionsNamespaceSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface ClusterSecretStoreSpecProvider {
  readonly akeyless?: ClusterSecretStoreSpecProviderAkeyless;
  readonly alibaba?: ClusterSecretStoreSpecProviderAlibaba;
  readonly aws?: ClusterSecretStoreSpecProviderAws;
  readonly azurekv?: ClusterSecretStoreSpecProviderAzurekv;
  readonly barbican?: ClusterSecretStoreSpecProviderBarbican;
  readonly beyondtrust?: ClusterSecretStoreSpecProviderBeyondtrust;
  readonly bitwardensecretsmanager?: ClusterSecretStoreSpecProviderBitwardensecretsmanager;
  readonly chef?: ClusterSecretStoreSpecProviderChef;
  readonly cloudrusm?: ClusterSecretStoreSpecProviderCloudrusm;
  readonly conjur?: ClusterSecretStoreSpecProviderConjur;
  readonly delinea?: ClusterSecretStoreSpecProviderDelinea;
  readonly device42?: ClusterSecretStoreSpecProviderDevice42;
  readonly doppler?: ClusterSecretStoreSpecProviderDoppler;
  readonly dvls?: ClusterSecretStoreSpecProviderDvls;
  readonly fake?: ClusterSecretStoreSpecProviderFake;
  readonly fortanix?: ClusterSecretStoreSpecProviderFortanix;
  readonly gcpsm?: ClusterSecretStoreSpecProviderGcpsm;
  readonly github?: ClusterSecretStoreSpecProviderGithub;
  readonly gitlab?: ClusterSecretStoreSpecProviderGitlab;
  readonly ibm?: ClusterSecretStoreSpecProviderIbm;
  readonly infisical?: ClusterSecretStoreSpecProviderInfisical;
  readonly keepersecurity?: ClusterSecretStoreSpecProviderKeepersecurity;
  readonly kubernetes?: ClusterSecretStoreSpecProviderKubernetes;
  readonly ngrok?: ClusterSecretStoreSpecProviderNgrok;
  readonly onboardbase?: ClusterSecretStoreSpecProviderOnboardbase;
  readonly onepassword?: ClusterSecretStoreSpecProviderOnepassword;
  readonly onepasswordSDK?: ClusterSecretStoreSpecProviderOnepasswordSDK;
  readonly oracle?: ClusterSecretStoreSpecProviderOracle;
  readonly passbolt?: ClusterSecretStoreSpecProviderPassbolt;
  readonly passworddepot?: ClusterSecretStoreSpecProviderPassworddepot;
  readonly previder?: ClusterSecretStoreSpecProviderPrevider;
  readonly pulumi?: ClusterSecretStoreSpecProviderPulumi;
  readonly scaleway?: ClusterSecretStoreSpecProviderScaleway;
  readonly secretserver?: ClusterSecretStoreSpecProviderSecretserver;
  readonly senhasegura?: ClusterSecretStoreSpecProviderSenhasegura;
  readonly vault?: ClusterSecretStoreSpecProviderVault;
  readonly volcengine?: ClusterSecretStoreSpecProviderVolcengine;
  readonly webhook?: ClusterSecretStoreSpecProviderWebhook;
  readonly yandexcertificatemanager?: ClusterSecretStoreSpecProviderYandexcertificatemanager;
  readonly yandexlockbox?: ClusterSecretStoreSpecProviderYandexlockbox;
}

export interface ClusterSecretStoreSpecProviderAkeyless {
  readonly akeylessGWApiURL: string;
  readonly authSecretRef: ClusterSecretStoreSpecProviderAkeylessAuthSecretRef;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderAkeylessCaProvider;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRef {
  readonly kubernetesAuth?: ClusterSecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuth;
  readonly secretRef?: ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRef;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuth {
  readonly accessID: string;
  readonly k8sConfName: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthSecretRef;
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRef {
  readonly accessID?: ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessID;
  readonly accessType?: ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessType;
  readonly accessTypeParam?: ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessTypeParam;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessID {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessType {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessTypeParam {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAkeylessCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderAlibaba {
  readonly auth: ClusterSecretStoreSpecProviderAlibabaAuth;
  readonly regionID: string;
}

export interface ClusterSecretStoreSpecProviderAlibabaAuth {
  readonly rrsa?: ClusterSecretStoreSpecProviderAlibabaAuthRrsa;
  readonly secretRef?: ClusterSecretStoreSpecProviderAlibabaAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderAlibabaAuthRrsa {
  readonly oidcProviderArn: string;
  readonly oidcTokenFilePath: string;
  readonly roleArn: string;
  readonly sessionName: string;
}

export interface ClusterSecretStoreSpecProviderAlibabaAuthSecretRef {
  readonly accessKeyIDSecretRef: ClusterSecretStoreSpecProviderAlibabaAuthSecretRefAccessKeyIDSecretRef;
  readonly accessKeySecretSecretRef: ClusterSecretStoreSpecProviderAlibabaAuthSecretRefAccessKeySecretSecretRef;
}

export interface ClusterSecretStoreSpecProviderAlibabaAuthSecretRefAccessKeyIDSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAlibabaAuthSecretRefAccessKeySecretSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAws {
  readonly additionalRoles?: ReadonlyArray<string>;
  readonly auth?: ClusterSecretStoreSpecProviderAwsAuth;
  readonly externalID?: string;
  readonly prefix?: string;
  readonly region: string;
  readonly role?: string;
  readonly secretsManager?: ClusterSecretStoreSpecProviderAwsSecretsManager;
  readonly service: 'SecretsManager' | 'ParameterStore';
  readonly sessionTags?: ReadonlyArray<ClusterSecretStoreSpecProviderAwsSessionTags>;
  readonly transitiveTagKeys?: ReadonlyArray<string>;
}

export interface ClusterSecretStoreSpecProviderAwsAuth {
  readonly jwt?: ClusterSecretStoreSpecProviderAwsAuthJwt;
  readonly secretRef?: ClusterSecretStoreSpecProviderAwsAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderAwsAuthJwt {
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderAwsAuthJwtServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderAwsAuthJwtServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAwsAuthSecretRef {
  readonly accessKeyIDSecretRef?: ClusterSecretStoreSpecProviderAwsAuthSecretRefAccessKeyIDSecretRef;
  readonly secretAccessKeySecretRef?: ClusterSecretStoreSpecProviderAwsAuthSecretRefSecretAccessKeySecretRef;
  readonly sessionTokenSecretRef?: ClusterSecretStoreSpecProviderAwsAuthSecretRefSessionTokenSecretRef;
}

export interface ClusterSecretStoreSpecProviderAwsAuthSecretRefAccessKeyIDSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAwsAuthSecretRefSecretAccessKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAwsAuthSecretRefSessionTokenSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAwsSecretsManager {
  readonly forceDeleteWithoutRecovery?: boolean;
  /** @format "int64" */
  readonly recoveryWindowInDays?: number;
}

export interface ClusterSecretStoreSpecProviderAwsSessionTags {
  readonly key: string;
  readonly value: string;
}

export interface ClusterSecretStoreSpecProviderAzurekv {
  readonly authSecretRef?: ClusterSecretStoreSpecProviderAzurekvAuthSecretRef;
  /** @default "ServicePrincipal" */
  readonly authType?: 'ServicePrincipal' | 'ManagedIdentity' | 'WorkloadIdentity';
  readonly customCloudConfig?: ClusterSecretStoreSpecProviderAzurekvCustomCloudConfig;
  /** @default "PublicCloud" */
  readonly environmentType?: 'PublicCloud' | 'USGovernmentCloud' | 'ChinaCloud' | 'GermanCloud' | 'AzureStackCloud';
  readonly identityId?: string;
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderAzurekvServiceAccountRef;
  readonly tenantId?: string;
  /** @default false */
  readonly useAzureSDK?: boolean;
  readonly vaultUrl: string;
}

export interface ClusterSecretStoreSpecProviderAzurekvAuthSecretRef {
  readonly clientCertificate?: ClusterSecretStoreSpecProviderAzurekvAuthSecretRefClientCertificate;
  readonly clientId?: ClusterSecretStoreSpecProviderAzurekvAuthSecretRefClientId;
  readonly clientSecret?: ClusterSecretStoreSpecProviderAzurekvAuthSecretRefClientSecret;
  readonly tenantId?: ClusterSecretStoreSpecProviderAzurekvAuthSecretRefTenantId;
}

export interface ClusterSecretStoreSpecProviderAzurekvAuthSecretRefClientCertificate {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAzurekvAuthSecretRefClientId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAzurekvAuthSecretRefClientSecret {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAzurekvAuthSecretRefTenantId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderAzurekvCustomCloudConfig {
  readonly activeDirectoryEndpoint: string;
  readonly keyVaultDNSSuffix?: string;
  readonly keyVaultEndpoint?: string;
  readonly resourceManagerEndpoint?: string;
}

export interface ClusterSecretStoreSpecProviderAzurekvServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBarbican {
  readonly auth: ClusterSecretStoreSpecProviderBarbicanAuth;
  readonly authURL?: string;
  readonly domainName?: string;
  readonly region?: string;
  readonly tenantName?: string;
}

export interface ClusterSecretStoreSpecProviderBarbicanAuth {
  readonly password: ClusterSecretStoreSpecProviderBarbicanAuthPassword;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly username: ClusterSecretStoreSpecProviderBarbicanAuthUsername;
}

export interface ClusterSecretStoreSpecProviderBarbicanAuthPassword {
  readonly secretRef: ClusterSecretStoreSpecProviderBarbicanAuthPasswordSecretRef;
}

export interface ClusterSecretStoreSpecProviderBarbicanAuthPasswordSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBarbicanAuthUsername {
  readonly secretRef?: ClusterSecretStoreSpecProviderBarbicanAuthUsernameSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderBarbicanAuthUsernameSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrust {
  readonly auth: ClusterSecretStoreSpecProviderBeyondtrustAuth;
  readonly server: ClusterSecretStoreSpecProviderBeyondtrustServer;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuth {
  readonly apiKey?: ClusterSecretStoreSpecProviderBeyondtrustAuthApiKey;
  readonly certificate?: ClusterSecretStoreSpecProviderBeyondtrustAuthCertificate;
  readonly certificateKey?: ClusterSecretStoreSpecProviderBeyondtrustAuthCertificateKey;
  readonly clientId?: ClusterSecretStoreSpecProviderBeyondtrustAuthClientId;
  readonly clientSecret?: ClusterSecretStoreSpecProviderBeyondtrustAuthClientSecret;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthApiKey {
  readonly secretRef?: ClusterSecretStoreSpecProviderBeyondtrustAuthApiKeySecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthApiKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthCertificate {
  readonly secretRef?: ClusterSecretStoreSpecProviderBeyondtrustAuthCertificateSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthCertificateSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthCertificateKey {
  readonly secretRef?: ClusterSecretStoreSpecProviderBeyondtrustAuthCertificateKeySecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthCertificateKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthClientId {
  readonly secretRef?: ClusterSecretStoreSpecProviderBeyondtrustAuthClientIdSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthClientIdSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthClientSecret {
  readonly secretRef?: ClusterSecretStoreSpecProviderBeyondtrustAuthClientSecretSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustAuthClientSecretSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBeyondtrustServer {
  readonly apiUrl: string;
  readonly apiVersion?: string;
  readonly clientTimeOutSeconds?: number;
  /** @default true */
  readonly decrypt?: boolean;
  readonly retrievalType?: string;
  readonly separator?: string;
  readonly verifyCA: boolean;
}

export interface ClusterSecretStoreSpecProviderBitwardensecretsmanager {
  readonly apiURL?: string;
  readonly auth: ClusterSecretStoreSpecProviderBitwardensecretsmanagerAuth;
  readonly bitwardenServerSDKURL?: string;
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderBitwardensecretsmanagerCaProvider;
  readonly identityURL?: string;
  readonly organizationID: string;
  readonly projectID: string;
}

export interface ClusterSecretStoreSpecProviderBitwardensecretsmanagerAuth {
  readonly secretRef: ClusterSecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRef {
  readonly credentials: ClusterSecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRefCredentials;
}

export interface ClusterSecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRefCredentials {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderBitwardensecretsmanagerCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderChef {
  readonly auth: ClusterSecretStoreSpecProviderChefAuth;
  readonly serverUrl: string;
  readonly username: string;
}

export interface ClusterSecretStoreSpecProviderChefAuth {
  readonly secretRef: ClusterSecretStoreSpecProviderChefAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderChefAuthSecretRef {
  readonly privateKeySecretRef: ClusterSecretStoreSpecProviderChefAuthSecretRefPrivateKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderChefAuthSecretRefPrivateKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderCloudrusm {
  readonly auth: ClusterSecretStoreSpecProviderCloudrusmAuth;
  readonly projectID?: string;
}

export interface ClusterSecretStoreSpecProviderCloudrusmAuth {
  readonly secretRef?: ClusterSecretStoreSpecProviderCloudrusmAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderCloudrusmAuthSecretRef {
  readonly accessKeyIDSecretRef: ClusterSecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeyIDSecretRef;
  readonly accessKeySecretSecretRef: ClusterSecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeySecretSecretRef;
}

export interface ClusterSecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeyIDSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeySecretSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderConjur {
  readonly auth: ClusterSecretStoreSpecProviderConjurAuth;
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderConjurCaProvider;
  readonly url: string;
}

export interface ClusterSecretStoreSpecProviderConjurAuth {
  readonly apikey?: ClusterSecretStoreSpecProviderConjurAuthApikey;
  readonly jwt?: ClusterSecretStoreSpecProviderConjurAuthJwt;
}

export interface ClusterSecretStoreSpecProviderConjurAuthApikey {
  readonly account: string;
  readonly apiKeyRef: ClusterSecretStoreSpecProviderConjurAuthApikeyApiKeyRef;
  readonly userRef: ClusterSecretStoreSpecProviderConjurAuthApikeyUserRef;
}

export interface ClusterSecretStoreSpecProviderConjurAuthApikeyApiKeyRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderConjurAuthApikeyUserRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderConjurAuthJwt {
  readonly account: string;
  readonly hostId?: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderConjurAuthJwtSecretRef;
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderConjurAuthJwtServiceAccountRef;
  readonly serviceID: string;
}

export interface ClusterSecretStoreSpecProviderConjurAuthJwtSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderConjurAuthJwtServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderConjurCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderDelinea {
  readonly clientId: ClusterSecretStoreSpecProviderDelineaClientId;
  readonly clientSecret: ClusterSecretStoreSpecProviderDelineaClientSecret;
  readonly tenant: string;
  readonly tld?: string;
  readonly urlTemplate?: string;
}

export interface ClusterSecretStoreSpecProviderDelineaClientId {
  readonly secretRef?: ClusterSecretStoreSpecProviderDelineaClientIdSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderDelineaClientIdSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderDelineaClientSecret {
  readonly secretRef?: ClusterSecretStoreSpecProviderDelineaClientSecretSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderDelineaClientSecretSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderDevice42 {
  readonly auth: ClusterSecretStoreSpecProviderDevice42Auth;
  readonly host: string;
}

export interface ClusterSecretStoreSpecProviderDevice42Auth {
  readonly secretRef: ClusterSecretStoreSpecProviderDevice42AuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderDevice42AuthSecretRef {
  readonly credentials?: ClusterSecretStoreSpecProviderDevice42AuthSecretRefCredentials;
}

export interface ClusterSecretStoreSpecProviderDevice42AuthSecretRefCredentials {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderDoppler {
  /** @rule Exactly one of 'secretRef' or 'oidcConfig' must be specified */
  readonly auth: ClusterSecretStoreSpecProviderDopplerAuth;
  readonly config?: string;
  readonly format?: 'json' | 'dotnet-json' | 'env' | 'yaml' | 'docker';
  readonly nameTransformer?: 'upper-camel' | 'camel' | 'lower-snake' | 'tf-var' | 'dotnet-env' | 'lower-kebab';
  readonly project?: string;
}

export interface ClusterSecretStoreSpecProviderDopplerAuth {
  readonly oidcConfig?: ClusterSecretStoreSpecProviderDopplerAuthOidcConfig;
  readonly secretRef?: ClusterSecretStoreSpecProviderDopplerAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderDopplerAuthOidcConfig {
  /**
   * @format "int64"
   * @default 600
   */
  readonly expirationSeconds?: number;
  readonly identity: string;
  readonly serviceAccountRef: ClusterSecretStoreSpecProviderDopplerAuthOidcConfigServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderDopplerAuthOidcConfigServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderDopplerAuthSecretRef {
  readonly dopplerToken: ClusterSecretStoreSpecProviderDopplerAuthSecretRefDopplerToken;
}

export interface ClusterSecretStoreSpecProviderDopplerAuthSecretRefDopplerToken {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderDvls {
  readonly auth: ClusterSecretStoreSpecProviderDvlsAuth;
  readonly insecure?: boolean;
  readonly serverUrl: string;
}

export interface ClusterSecretStoreSpecProviderDvlsAuth {
  readonly secretRef: ClusterSecretStoreSpecProviderDvlsAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderDvlsAuthSecretRef {
  readonly appId: ClusterSecretStoreSpecProviderDvlsAuthSecretRefAppId;
  readonly appSecret: ClusterSecretStoreSpecProviderDvlsAuthSecretRefAppSecret;
}

export interface ClusterSecretStoreSpecProviderDvlsAuthSecretRefAppId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderDvlsAuthSecretRefAppSecret {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderFake {
  readonly data: ReadonlyArray<ClusterSecretStoreSpecProviderFakeData>;
  readonly validationResult?: number;
}

export interface ClusterSecretStoreSpecProviderFakeData {
  readonly key: string;
  readonly value: string;
  readonly version?: string;
}

export interface ClusterSecretStoreSpecProviderFortanix {
  readonly apiKey?: ClusterSecretStoreSpecProviderFortanixApiKey;
  readonly apiUrl?: string;
}

export interface ClusterSecretStoreSpecProviderFortanixApiKey {
  readonly secretRef?: ClusterSecretStoreSpecProviderFortanixApiKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderFortanixApiKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGcpsm {
  readonly auth?: ClusterSecretStoreSpecProviderGcpsmAuth;
  readonly location?: string;
  readonly projectID?: string;
  /** @default "LatestOrFail" */
  readonly secretVersionSelectionPolicy?: string;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuth {
  readonly secretRef?: ClusterSecretStoreSpecProviderGcpsmAuthSecretRef;
  readonly workloadIdentity?: ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentity;
  readonly workloadIdentityFederation?: ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederation;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthSecretRef {
  readonly secretAccessKeySecretRef?: ClusterSecretStoreSpecProviderGcpsmAuthSecretRefSecretAccessKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthSecretRefSecretAccessKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentity {
  readonly clusterLocation?: string;
  readonly clusterName?: string;
  readonly clusterProjectID?: string;
  readonly serviceAccountRef: ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederation {
  readonly audience?: string;
  readonly awsSecurityCredentials?: ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentials;
  readonly credConfig?: ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationCredConfig;
  readonly externalTokenEndpoint?: string;
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentials {
  readonly awsCredentialsSecretRef: ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentialsAwsCredentialsSecretRef;
  /**
   * @minLength 1
   * @maxLength 50
   * @pattern "^[a-z0-9-]+$"
   */
  readonly region: string;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentialsAwsCredentialsSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationCredConfig {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGithub {
  /** @format "int64" */
  readonly appID: number;
  readonly auth: ClusterSecretStoreSpecProviderGithubAuth;
  readonly environment?: string;
  /** @format "int64" */
  readonly installationID: number;
  readonly organization: string;
  readonly repository?: string;
  readonly uploadURL?: string;
  /** @default "https://github.com/" */
  readonly url?: string;
}

export interface ClusterSecretStoreSpecProviderGithubAuth {
  readonly privateKey: ClusterSecretStoreSpecProviderGithubAuthPrivateKey;
}

export interface ClusterSecretStoreSpecProviderGithubAuthPrivateKey {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGitlab {
  readonly auth: ClusterSecretStoreSpecProviderGitlabAuth;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderGitlabCaProvider;
  readonly environment?: string;
  readonly groupIDs?: ReadonlyArray<string>;
  readonly inheritFromGroups?: boolean;
  readonly projectID?: string;
  readonly url?: string;
}

export interface ClusterSecretStoreSpecProviderGitlabAuth {
  readonly SecretRef: ClusterSecretStoreSpecProviderGitlabAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderGitlabAuthSecretRef {
  readonly accessToken?: ClusterSecretStoreSpecProviderGitlabAuthSecretRefAccessToken;
}

export interface ClusterSecretStoreSpecProviderGitlabAuthSecretRefAccessToken {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderGitlabCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderIbm {
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth: ClusterSecretStoreSpecProviderIbmAuth;
  readonly serviceUrl?: string;
}

export interface ClusterSecretStoreSpecProviderIbmAuth {
  readonly containerAuth?: ClusterSecretStoreSpecProviderIbmAuthContainerAuth;
  readonly secretRef?: ClusterSecretStoreSpecProviderIbmAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderIbmAuthContainerAuth {
  readonly iamEndpoint?: string;
  readonly profile: string;
  readonly tokenLocation?: string;
}

export interface ClusterSecretStoreSpecProviderIbmAuthSecretRef {
  readonly iamEndpoint?: string;
  readonly secretApiKeySecretRef?: ClusterSecretStoreSpecProviderIbmAuthSecretRefSecretApiKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderIbmAuthSecretRefSecretApiKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisical {
  readonly auth: ClusterSecretStoreSpecProviderInfisicalAuth;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderInfisicalCaProvider;
  /** @default "https://app.infisical.com/api" */
  readonly hostAPI?: string;
  readonly secretsScope: ClusterSecretStoreSpecProviderInfisicalSecretsScope;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuth {
  readonly awsAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthAwsAuthCredentials;
  readonly azureAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthAzureAuthCredentials;
  readonly gcpIamAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentials;
  readonly gcpIdTokenAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentials;
  readonly jwtAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthJwtAuthCredentials;
  readonly kubernetesAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentials;
  readonly ldapAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentials;
  readonly ociAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentials;
  readonly tokenAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthTokenAuthCredentials;
  readonly universalAuthCredentials?: ClusterSecretStoreSpecProviderInfisicalAuthUniversalAuthCredentials;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthAwsAuthCredentials {
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthAwsAuthCredentialsIdentityId;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthAwsAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthAzureAuthCredentials {
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsIdentityId;
  readonly resource?: ClusterSecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsResource;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsResource {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentials {
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsIdentityId;
  readonly serviceAccountKeyFilePath: ClusterSecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsServiceAccountKeyFilePath;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsServiceAccountKeyFilePath {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentials {
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentialsIdentityId;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthJwtAuthCredentials {
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsIdentityId;
  readonly jwt: ClusterSecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsJwt;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsJwt {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentials {
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsIdentityId;
  readonly serviceAccountTokenPath?: ClusterSecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsServiceAccountTokenPath;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsServiceAccountTokenPath {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentials {
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsIdentityId;
  readonly ldapPassword: ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapPassword;
  readonly ldapUsername: ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapUsername;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapPassword {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapUsername {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentials {
  readonly fingerprint: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsFingerprint;
  readonly identityId: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsIdentityId;
  readonly privateKey: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKey;
  readonly privateKeyPassphrase?: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKeyPassphrase;
  readonly region: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsRegion;
  readonly tenancyId: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsTenancyId;
  readonly userId: ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsUserId;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsFingerprint {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsIdentityId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKey {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKeyPassphrase {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsRegion {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsTenancyId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthOciAuthCredentialsUserId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthTokenAuthCredentials {
  readonly accessToken: ClusterSecretStoreSpecProviderInfisicalAuthTokenAuthCredentialsAccessToken;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthTokenAuthCredentialsAccessToken {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthUniversalAuthCredentials {
  readonly clientId: ClusterSecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientId;
  readonly clientSecret: ClusterSecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientSecret;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientId {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientSecret {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderInfisicalCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderInfisicalSecretsScope {
  readonly environmentSlug: string;
  /** @default true */
  readonly expandSecretReferences?: boolean;
  readonly projectSlug: string;
  /** @default false */
  readonly recursive?: boolean;
  /** @default "/" */
  readonly secretsPath?: string;
}

export interface ClusterSecretStoreSpecProviderKeepersecurity {
  readonly authRef: ClusterSecretStoreSpecProviderKeepersecurityAuthRef;
  readonly folderID: string;
}

export interface ClusterSecretStoreSpecProviderKeepersecurityAuthRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderKubernetes {
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth?: ClusterSecretStoreSpecProviderKubernetesAuth;
  readonly authRef?: ClusterSecretStoreSpecProviderKubernetesAuthRef;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   * @default "default"
   */
  readonly remoteNamespace?: string;
  readonly server?: ClusterSecretStoreSpecProviderKubernetesServer;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuth {
  readonly cert?: ClusterSecretStoreSpecProviderKubernetesAuthCert;
  readonly serviceAccount?: ClusterSecretStoreSpecProviderKubernetesAuthServiceAccount;
  readonly token?: ClusterSecretStoreSpecProviderKubernetesAuthToken;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuthCert {
  readonly clientCert?: ClusterSecretStoreSpecProviderKubernetesAuthCertClientCert;
  readonly clientKey?: ClusterSecretStoreSpecProviderKubernetesAuthCertClientKey;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuthCertClientCert {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuthCertClientKey {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuthServiceAccount {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuthToken {
  readonly bearerToken?: ClusterSecretStoreSpecProviderKubernetesAuthTokenBearerToken;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuthTokenBearerToken {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderKubernetesAuthRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderKubernetesServer {
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderKubernetesServerCaProvider;
  /** @default "kubernetes.default" */
  readonly url?: string;
}

export interface ClusterSecretStoreSpecProviderKubernetesServerCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderNgrok {
  /** @default "https://api.ngrok.com" */
  readonly apiUrl?: string;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth: ClusterSecretStoreSpecProviderNgrokAuth;
  readonly vault: ClusterSecretStoreSpecProviderNgrokVault;
}

export interface ClusterSecretStoreSpecProviderNgrokAuth {
  readonly apiKey?: ClusterSecretStoreSpecProviderNgrokAuthApiKey;
}

export interface ClusterSecretStoreSpecProviderNgrokAuthApiKey {
  readonly secretRef?: ClusterSecretStoreSpecProviderNgrokAuthApiKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderNgrokAuthApiKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderNgrokVault {
  readonly name: string;
}

export interface ClusterSecretStoreSpecProviderOnboardbase {
  /** @default "https://public.onboardbase.com/api/v1/" */
  readonly apiHost?: string;
  readonly auth: ClusterSecretStoreSpecProviderOnboardbaseAuth;
  /** @default "development" */
  readonly environment?: string;
  /** @default "development" */
  readonly project?: string;
}

export interface ClusterSecretStoreSpecProviderOnboardbaseAuth {
  readonly apiKeyRef: ClusterSecretStoreSpecProviderOnboardbaseAuthApiKeyRef;
  readonly passcodeRef: ClusterSecretStoreSpecProviderOnboardbaseAuthPasscodeRef;
}

export interface ClusterSecretStoreSpecProviderOnboardbaseAuthApiKeyRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderOnboardbaseAuthPasscodeRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderOnepassword {
  readonly auth: ClusterSecretStoreSpecProviderOnepasswordAuth;
  readonly connectHost: string;
  readonly vaults: { readonly [key: string]: number };
}

export interface ClusterSecretStoreSpecProviderOnepasswordAuth {
  readonly secretRef: ClusterSecretStoreSpecProviderOnepasswordAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderOnepasswordAuthSecretRef {
  readonly connectTokenSecretRef: ClusterSecretStoreSpecProviderOnepasswordAuthSecretRefConnectTokenSecretRef;
}

export interface ClusterSecretStoreSpecProviderOnepasswordAuthSecretRefConnectTokenSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderOnepasswordSDK {
  readonly auth: ClusterSecretStoreSpecProviderOnepasswordSDKAuth;
  readonly cache?: ClusterSecretStoreSpecProviderOnepasswordSDKCache;
  readonly integrationInfo?: ClusterSecretStoreSpecProviderOnepasswordSDKIntegrationInfo;
  readonly vault: string;
}

export interface ClusterSecretStoreSpecProviderOnepasswordSDKAuth {
  readonly serviceAccountSecretRef: ClusterSecretStoreSpecProviderOnepasswordSDKAuthServiceAccountSecretRef;
}

export interface ClusterSecretStoreSpecProviderOnepasswordSDKAuthServiceAccountSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderOnepasswordSDKCache {
  /**
   * @minimum 1
   * @default 100
   */
  readonly maxSize?: number;
  /** @default "5m" */
  readonly ttl?: string;
}

export interface ClusterSecretStoreSpecProviderOnepasswordSDKIntegrationInfo {
  /** @default "1Password SDK" */
  readonly name?: string;
  /** @default "v1.0.0" */
  readonly version?: string;
}

export interface ClusterSecretStoreSpecProviderOracle {
  readonly auth?: ClusterSecretStoreSpecProviderOracleAuth;
  readonly compartment?: string;
  readonly encryptionKey?: string;
  readonly principalType?: '' | 'UserPrincipal' | 'InstancePrincipal' | 'Workload';
  readonly region: string;
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderOracleServiceAccountRef;
  readonly vault: string;
}

export interface ClusterSecretStoreSpecProviderOracleAuth {
  readonly secretRef: ClusterSecretStoreSpecProviderOracleAuthSecretRef;
  readonly tenancy: string;
  readonly user: string;
}

export interface ClusterSecretStoreSpecProviderOracleAuthSecretRef {
  readonly fingerprint: ClusterSecretStoreSpecProviderOracleAuthSecretRefFingerprint;
  readonly privatekey: ClusterSecretStoreSpecProviderOracleAuthSecretRefPrivatekey;
}

export interface ClusterSecretStoreSpecProviderOracleAuthSecretRefFingerprint {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderOracleAuthSecretRefPrivatekey {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderOracleServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderPassbolt {
  readonly auth: ClusterSecretStoreSpecProviderPassboltAuth;
  readonly host: string;
}

export interface ClusterSecretStoreSpecProviderPassboltAuth {
  readonly passwordSecretRef: ClusterSecretStoreSpecProviderPassboltAuthPasswordSecretRef;
  readonly privateKeySecretRef: ClusterSecretStoreSpecProviderPassboltAuthPrivateKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderPassboltAuthPasswordSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderPassboltAuthPrivateKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderPassworddepot {
  readonly auth: ClusterSecretStoreSpecProviderPassworddepotAuth;
  readonly database: string;
  readonly host: string;
}

export interface ClusterSecretStoreSpecProviderPassworddepotAuth {
  readonly secretRef: ClusterSecretStoreSpecProviderPassworddepotAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderPassworddepotAuthSecretRef {
  readonly credentials?: ClusterSecretStoreSpecProviderPassworddepotAuthSecretRefCredentials;
}

export interface ClusterSecretStoreSpecProviderPassworddepotAuthSecretRefCredentials {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderPrevider {
  readonly auth: ClusterSecretStoreSpecProviderPreviderAuth;
  readonly baseUri?: string;
}

export interface ClusterSecretStoreSpecProviderPreviderAuth {
  readonly secretRef?: ClusterSecretStoreSpecProviderPreviderAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderPreviderAuthSecretRef {
  readonly accessToken: ClusterSecretStoreSpecProviderPreviderAuthSecretRefAccessToken;
}

export interface ClusterSecretStoreSpecProviderPreviderAuthSecretRefAccessToken {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderPulumi {
  readonly accessToken: ClusterSecretStoreSpecProviderPulumiAccessToken;
  /** @default "https://api.pulumi.com/api/esc" */
  readonly apiUrl?: string;
  readonly environment: string;
  readonly organization: string;
  readonly project: string;
}

export interface ClusterSecretStoreSpecProviderPulumiAccessToken {
  readonly secretRef?: ClusterSecretStoreSpecProviderPulumiAccessTokenSecretRef;
}

export interface ClusterSecretStoreSpecProviderPulumiAccessTokenSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderScaleway {
  readonly accessKey: ClusterSecretStoreSpecProviderScalewayAccessKey;
  readonly apiUrl?: string;
  readonly projectId: string;
  readonly region: string;
  readonly secretKey: ClusterSecretStoreSpecProviderScalewaySecretKey;
}

export interface ClusterSecretStoreSpecProviderScalewayAccessKey {
  readonly secretRef?: ClusterSecretStoreSpecProviderScalewayAccessKeySecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderScalewayAccessKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderScalewaySecretKey {
  readonly secretRef?: ClusterSecretStoreSpecProviderScalewaySecretKeySecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderScalewaySecretKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderSecretserver {
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderSecretserverCaProvider;
  readonly domain?: string;
  readonly password: ClusterSecretStoreSpecProviderSecretserverPassword;
  readonly serverURL: string;
  readonly username: ClusterSecretStoreSpecProviderSecretserverUsername;
}

export interface ClusterSecretStoreSpecProviderSecretserverCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderSecretserverPassword {
  readonly secretRef?: ClusterSecretStoreSpecProviderSecretserverPasswordSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderSecretserverPasswordSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderSecretserverUsername {
  readonly secretRef?: ClusterSecretStoreSpecProviderSecretserverUsernameSecretRef;
  readonly value?: string;
}

export interface ClusterSecretStoreSpecProviderSecretserverUsernameSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderSenhasegura {
  readonly auth: ClusterSecretStoreSpecProviderSenhaseguraAuth;
  /** @default false */
  readonly ignoreSslCertificate?: boolean;
  readonly module: string;
  readonly url: string;
}

export interface ClusterSecretStoreSpecProviderSenhaseguraAuth {
  readonly clientId: string;
  readonly clientSecretSecretRef: ClusterSecretStoreSpecProviderSenhaseguraAuthClientSecretSecretRef;
}

export interface ClusterSecretStoreSpecProviderSenhaseguraAuthClientSecretSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVault {
  readonly auth?: ClusterSecretStoreSpecProviderVaultAuth;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderVaultCaProvider;
  readonly checkAndSet?: ClusterSecretStoreSpecProviderVaultCheckAndSet;
  readonly forwardInconsistent?: boolean;
  readonly headers?: { readonly [key: string]: string };
  readonly namespace?: string;
  readonly path?: string;
  readonly readYourWrites?: boolean;
  readonly server: string;
  readonly tls?: ClusterSecretStoreSpecProviderVaultTls;
  /** @default "v2" */
  readonly version?: 'v1' | 'v2';
}

export interface ClusterSecretStoreSpecProviderVaultAuth {
  readonly appRole?: ClusterSecretStoreSpecProviderVaultAuthAppRole;
  readonly cert?: ClusterSecretStoreSpecProviderVaultAuthCert;
  readonly gcp?: ClusterSecretStoreSpecProviderVaultAuthGcp;
  readonly iam?: ClusterSecretStoreSpecProviderVaultAuthIam;
  readonly jwt?: ClusterSecretStoreSpecProviderVaultAuthJwt;
  readonly kubernetes?: ClusterSecretStoreSpecProviderVaultAuthKubernetes;
  readonly ldap?: ClusterSecretStoreSpecProviderVaultAuthLdap;
  readonly namespace?: string;
  readonly tokenSecretRef?: ClusterSecretStoreSpecProviderVaultAuthTokenSecretRef;
  readonly userPass?: ClusterSecretStoreSpecProviderVaultAuthUserPass;
}

export interface ClusterSecretStoreSpecProviderVaultAuthAppRole {
  /** @default "approle" */
  readonly path?: string;
  readonly roleId?: string;
  readonly roleRef?: ClusterSecretStoreSpecProviderVaultAuthAppRoleRoleRef;
  readonly secretRef: ClusterSecretStoreSpecProviderVaultAuthAppRoleSecretRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthAppRoleRoleRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthAppRoleSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthCert {
  readonly clientCert?: ClusterSecretStoreSpecProviderVaultAuthCertClientCert;
  /** @default "cert" */
  readonly path?: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderVaultAuthCertSecretRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthCertClientCert {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthCertSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthGcp {
  readonly location?: string;
  /** @default "gcp" */
  readonly path?: string;
  readonly projectID?: string;
  readonly role: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderVaultAuthGcpSecretRef;
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderVaultAuthGcpServiceAccountRef;
  readonly workloadIdentity?: ClusterSecretStoreSpecProviderVaultAuthGcpWorkloadIdentity;
}

export interface ClusterSecretStoreSpecProviderVaultAuthGcpSecretRef {
  readonly secretAccessKeySecretRef?: ClusterSecretStoreSpecProviderVaultAuthGcpSecretRefSecretAccessKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthGcpSecretRefSecretAccessKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthGcpServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthGcpWorkloadIdentity {
  readonly clusterLocation?: string;
  readonly clusterName?: string;
  readonly clusterProjectID?: string;
  readonly serviceAccountRef: ClusterSecretStoreSpecProviderVaultAuthGcpWorkloadIdentityServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthGcpWorkloadIdentityServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthIam {
  readonly externalID?: string;
  readonly jwt?: ClusterSecretStoreSpecProviderVaultAuthIamJwt;
  readonly path?: string;
  readonly region?: string;
  readonly role?: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderVaultAuthIamSecretRef;
  readonly vaultAwsIamServerID?: string;
  readonly vaultRole: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthIamJwt {
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderVaultAuthIamJwtServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthIamJwtServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthIamSecretRef {
  readonly accessKeyIDSecretRef?: ClusterSecretStoreSpecProviderVaultAuthIamSecretRefAccessKeyIDSecretRef;
  readonly secretAccessKeySecretRef?: ClusterSecretStoreSpecProviderVaultAuthIamSecretRefSecretAccessKeySecretRef;
  readonly sessionTokenSecretRef?: ClusterSecretStoreSpecProviderVaultAuthIamSecretRefSessionTokenSecretRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthIamSecretRefAccessKeyIDSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthIamSecretRefSecretAccessKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthIamSecretRefSessionTokenSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthJwt {
  readonly kubernetesServiceAccountToken?: ClusterSecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountToken;
  /** @default "jwt" */
  readonly path?: string;
  readonly role?: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderVaultAuthJwtSecretRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountToken {
  readonly audiences?: ReadonlyArray<string>;
  /** @format "int64" */
  readonly expirationSeconds?: number;
  readonly serviceAccountRef: ClusterSecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountTokenServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountTokenServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthJwtSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthKubernetes {
  /** @default "kubernetes" */
  readonly mountPath?: string;
  readonly role: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderVaultAuthKubernetesSecretRef;
  readonly serviceAccountRef?: ClusterSecretStoreSpecProviderVaultAuthKubernetesServiceAccountRef;
}

export interface ClusterSecretStoreSpecProviderVaultAuthKubernetesSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthKubernetesServiceAccountRef {
  readonly audiences?: ReadonlyArray<string>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthLdap {
  /** @default "ldap" */
  readonly path?: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderVaultAuthLdapSecretRef;
  readonly username: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthLdapSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthTokenSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthUserPass {
  /** @default "userpass" */
  readonly path?: string;
  readonly secretRef?: ClusterSecretStoreSpecProviderVaultAuthUserPassSecretRef;
  readonly username: string;
}

export interface ClusterSecretStoreSpecProviderVaultAuthUserPassSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderVaultCheckAndSet {
  readonly required?: boolean;
}

export interface ClusterSecretStoreSpecProviderVaultTls {
  readonly certSecretRef?: ClusterSecretStoreSpecProviderVaultTlsCertSecretRef;
  readonly keySecretRef?: ClusterSecretStoreSpecProviderVaultTlsKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderVaultTlsCertSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVaultTlsKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVolcengine {
  readonly auth?: ClusterSecretStoreSpecProviderVolcengineAuth;
  readonly region: string;
}

export interface ClusterSecretStoreSpecProviderVolcengineAuth {
  readonly secretRef?: ClusterSecretStoreSpecProviderVolcengineAuthSecretRef;
}

export interface ClusterSecretStoreSpecProviderVolcengineAuthSecretRef {
  readonly accessKeyID: ClusterSecretStoreSpecProviderVolcengineAuthSecretRefAccessKeyID;
  readonly secretAccessKey: ClusterSecretStoreSpecProviderVolcengineAuthSecretRefSecretAccessKey;
  readonly token?: ClusterSecretStoreSpecProviderVolcengineAuthSecretRefToken;
}

export interface ClusterSecretStoreSpecProviderVolcengineAuthSecretRefAccessKeyID {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVolcengineAuthSecretRefSecretAccessKey {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderVolcengineAuthSecretRefToken {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderWebhook {
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth?: ClusterSecretStoreSpecProviderWebhookAuth;
  readonly body?: string;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: ClusterSecretStoreSpecProviderWebhookCaProvider;
  readonly headers?: { readonly [key: string]: string };
  readonly method?: string;
  readonly result?: ClusterSecretStoreSpecProviderWebhookResult;
  readonly secrets?: ReadonlyArray<ClusterSecretStoreSpecProviderWebhookSecrets>;
  readonly timeout?: string;
  readonly url: string;
}

export interface ClusterSecretStoreSpecProviderWebhookAuth {
  readonly ntlm?: ClusterSecretStoreSpecProviderWebhookAuthNtlm;
}

export interface ClusterSecretStoreSpecProviderWebhookAuthNtlm {
  readonly passwordSecret: ClusterSecretStoreSpecProviderWebhookAuthNtlmPasswordSecret;
  readonly usernameSecret: ClusterSecretStoreSpecProviderWebhookAuthNtlmUsernameSecret;
}

export interface ClusterSecretStoreSpecProviderWebhookAuthNtlmPasswordSecret {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderWebhookAuthNtlmUsernameSecret {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderWebhookCaProvider {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
  readonly type: 'Secret' | 'ConfigMap';
}

export interface ClusterSecretStoreSpecProviderWebhookResult {
  readonly jsonPath?: string;
}

export interface ClusterSecretStoreSpecProviderWebhookSecrets {
  readonly name: string;
  readonly secretRef: ClusterSecretStoreSpecProviderWebhookSecretsSecretRef;
}

export interface ClusterSecretStoreSpecProviderWebhookSecretsSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderYandexcertificatemanager {
  readonly apiEndpoint?: string;
  readonly auth: ClusterSecretStoreSpecProviderYandexcertificatemanagerAuth;
  readonly caProvider?: ClusterSecretStoreSpecProviderYandexcertificatemanagerCaProvider;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly fetching?: ClusterSecretStoreSpecProviderYandexcertificatemanagerFetching;
}

export interface ClusterSecretStoreSpecProviderYandexcertificatemanagerAuth {
  readonly authorizedKeySecretRef?: ClusterSecretStoreSpecProviderYandexcertificatemanagerAuthAuthorizedKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderYandexcertificatemanagerAuthAuthorizedKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderYandexcertificatemanagerCaProvider {
  readonly certSecretRef?: ClusterSecretStoreSpecProviderYandexcertificatemanagerCaProviderCertSecretRef;
}

export interface ClusterSecretStoreSpecProviderYandexcertificatemanagerCaProviderCertSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderYandexcertificatemanagerFetching {
  readonly byID?: { readonly [key: string]: unknown };
  readonly byName?: ClusterSecretStoreSpecProviderYandexcertificatemanagerFetchingByName;
}

export interface ClusterSecretStoreSpecProviderYandexcertificatemanagerFetchingByName {
  readonly folderID: string;
}

export interface ClusterSecretStoreSpecProviderYandexlockbox {
  readonly apiEndpoint?: string;
  readonly auth: ClusterSecretStoreSpecProviderYandexlockboxAuth;
  readonly caProvider?: ClusterSecretStoreSpecProviderYandexlockboxCaProvider;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly fetching?: ClusterSecretStoreSpecProviderYandexlockboxFetching;
}

export interface ClusterSecretStoreSpecProviderYandexlockboxAuth {
  readonly authorizedKeySecretRef?: ClusterSecretStoreSpecProviderYandexlockboxAuthAuthorizedKeySecretRef;
}

export interface ClusterSecretStoreSpecProviderYandexlockboxAuthAuthorizedKeySecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderYandexlockboxCaProvider {
  readonly certSecretRef?: ClusterSecretStoreSpecProviderYandexlockboxCaProviderCertSecretRef;
}

export interface ClusterSecretStoreSpecProviderYandexlockboxCaProviderCertSecretRef {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[-._a-zA-Z0-9]+$"
   */
  readonly key?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

export interface ClusterSecretStoreSpecProviderYandexlockboxFetching {
  readonly byID?: { readonly [key: string]: unknown };
  readonly byName?: ClusterSecretStoreSpecProviderYandexlockboxFetchingByName;
}

export interface ClusterSecretStoreSpecProviderYandexlockboxFetchingByName {
  readonly folderID: string;
}

export interface ClusterSecretStoreSpecRetrySettings {
  /** @format "int32" */
  readonly maxRetries?: number;
  readonly retryInterval?: string;
}

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

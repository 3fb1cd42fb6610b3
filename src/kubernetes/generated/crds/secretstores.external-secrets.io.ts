// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface SecretStoreProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: SecretStoreSpec;
}

export interface SecretStoreSpec {
  readonly conditions?: ReadonlyArray<SecretStoreSpecConditions>;
  readonly controller?: string;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly provider: SecretStoreSpecProvider;
  readonly refreshInterval?: number;
  readonly retrySettings?: SecretStoreSpecRetrySettings;
}

export interface SecretStoreSpecConditions {
  readonly namespaceRegexes?: ReadonlyArray<string>;
  readonly namespaceSelector?: SecretStoreSpecConditionsNamespaceSelector;
  readonly namespaces?: ReadonlyArray<string>;
}

export interface SecretStoreSpecConditionsNamespaceSelector {
  readonly matchExpressions?: ReadonlyArray<SecretStoreSpecConditionsNamespaceSelectorMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface SecretStoreSpecConditionsNamespaceSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface SecretStoreSpecProvider {
  readonly akeyless?: SecretStoreSpecProviderAkeyless;
  readonly alibaba?: SecretStoreSpecProviderAlibaba;
  readonly aws?: SecretStoreSpecProviderAws;
  readonly azurekv?: SecretStoreSpecProviderAzurekv;
  readonly barbican?: SecretStoreSpecProviderBarbican;
  readonly beyondtrust?: SecretStoreSpecProviderBeyondtrust;
  readonly bitwardensecretsmanager?: SecretStoreSpecProviderBitwardensecretsmanager;
  readonly chef?: SecretStoreSpecProviderChef;
  readonly cloudrusm?: SecretStoreSpecProviderCloudrusm;
  readonly conjur?: SecretStoreSpecProviderConjur;
  readonly delinea?: SecretStoreSpecProviderDelinea;
  readonly device42?: SecretStoreSpecProviderDevice42;
  readonly doppler?: SecretStoreSpecProviderDoppler;
  readonly dvls?: SecretStoreSpecProviderDvls;
  readonly fake?: SecretStoreSpecProviderFake;
  readonly fortanix?: SecretStoreSpecProviderFortanix;
  readonly gcpsm?: SecretStoreSpecProviderGcpsm;
  readonly github?: SecretStoreSpecProviderGithub;
  readonly gitlab?: SecretStoreSpecProviderGitlab;
  readonly ibm?: SecretStoreSpecProviderIbm;
  readonly infisical?: SecretStoreSpecProviderInfisical;
  readonly keepersecurity?: SecretStoreSpecProviderKeepersecurity;
  readonly kubernetes?: SecretStoreSpecProviderKubernetes;
  readonly ngrok?: SecretStoreSpecProviderNgrok;
  readonly onboardbase?: SecretStoreSpecProviderOnboardbase;
  readonly onepassword?: SecretStoreSpecProviderOnepassword;
  readonly onepasswordSDK?: SecretStoreSpecProviderOnepasswordSDK;
  readonly oracle?: SecretStoreSpecProviderOracle;
  readonly passbolt?: SecretStoreSpecProviderPassbolt;
  readonly passworddepot?: SecretStoreSpecProviderPassworddepot;
  readonly previder?: SecretStoreSpecProviderPrevider;
  readonly pulumi?: SecretStoreSpecProviderPulumi;
  readonly scaleway?: SecretStoreSpecProviderScaleway;
  readonly secretserver?: SecretStoreSpecProviderSecretserver;
  readonly senhasegura?: SecretStoreSpecProviderSenhasegura;
  readonly vault?: SecretStoreSpecProviderVault;
  readonly volcengine?: SecretStoreSpecProviderVolcengine;
  readonly webhook?: SecretStoreSpecProviderWebhook;
  readonly yandexcertificatemanager?: SecretStoreSpecProviderYandexcertificatemanager;
  readonly yandexlockbox?: SecretStoreSpecProviderYandexlockbox;
}

export interface SecretStoreSpecProviderAkeyless {
  readonly akeylessGWApiURL: string;
  readonly authSecretRef: SecretStoreSpecProviderAkeylessAuthSecretRef;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderAkeylessCaProvider;
}

export interface SecretStoreSpecProviderAkeylessAuthSecretRef {
  readonly kubernetesAuth?: SecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuth;
  readonly secretRef?: SecretStoreSpecProviderAkeylessAuthSecretRefSecretRef;
}

export interface SecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuth {
  readonly accessID: string;
  readonly k8sConfName: string;
  readonly secretRef?: SecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthSecretRef;
  readonly serviceAccountRef?: SecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthServiceAccountRef;
}

export interface SecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthSecretRef {
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

export interface SecretStoreSpecProviderAkeylessAuthSecretRefKubernetesAuthServiceAccountRef {
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

export interface SecretStoreSpecProviderAkeylessAuthSecretRefSecretRef {
  readonly accessID?: SecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessID;
  readonly accessType?: SecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessType;
  readonly accessTypeParam?: SecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessTypeParam;
}

export interface SecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessID {
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

export interface SecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessType {
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

export interface SecretStoreSpecProviderAkeylessAuthSecretRefSecretRefAccessTypeParam {
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

export interface SecretStoreSpecProviderAkeylessCaProvider {
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

export interface SecretStoreSpecProviderAlibaba {
  readonly auth: SecretStoreSpecProviderAlibabaAuth;
  readonly regionID: string;
}

export interface SecretStoreSpecProviderAlibabaAuth {
  readonly rrsa?: SecretStoreSpecProviderAlibabaAuthRrsa;
  readonly secretRef?: SecretStoreSpecProviderAlibabaAuthSecretRef;
}

export interface SecretStoreSpecProviderAlibabaAuthRrsa {
  readonly oidcProviderArn: string;
  readonly oidcTokenFilePath: string;
  readonly roleArn: string;
  readonly sessionName: string;
}

export interface SecretStoreSpecProviderAlibabaAuthSecretRef {
  readonly accessKeyIDSecretRef: SecretStoreSpecProviderAlibabaAuthSecretRefAccessKeyIDSecretRef;
  readonly accessKeySecretSecretRef: SecretStoreSpecProviderAlibabaAuthSecretRefAccessKeySecretSecretRef;
}

export interface SecretStoreSpecProviderAlibabaAuthSecretRefAccessKeyIDSecretRef {
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

export interface SecretStoreSpecProviderAlibabaAuthSecretRefAccessKeySecretSecretRef {
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

export interface SecretStoreSpecProviderAws {
  readonly additionalRoles?: ReadonlyArray<string>;
  readonly auth?: SecretStoreSpecProviderAwsAuth;
  readonly externalID?: string;
  readonly prefix?: string;
  readonly region: string;
  readonly role?: string;
  readonly secretsManager?: SecretStoreSpecProviderAwsSecretsManager;
  readonly service: 'SecretsManager' | 'ParameterStore';
  readonly sessionTags?: ReadonlyArray<SecretStoreSpecProviderAwsSessionTags>;
  readonly transitiveTagKeys?: ReadonlyArray<string>;
}

export interface SecretStoreSpecProviderAwsAuth {
  readonly jwt?: SecretStoreSpecProviderAwsAuthJwt;
  readonly secretRef?: SecretStoreSpecProviderAwsAuthSecretRef;
}

export interface SecretStoreSpecProviderAwsAuthJwt {
  readonly serviceAccountRef?: SecretStoreSpecProviderAwsAuthJwtServiceAccountRef;
}

export interface SecretStoreSpecProviderAwsAuthJwtServiceAccountRef {
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

export interface SecretStoreSpecProviderAwsAuthSecretRef {
  readonly accessKeyIDSecretRef?: SecretStoreSpecProviderAwsAuthSecretRefAccessKeyIDSecretRef;
  readonly secretAccessKeySecretRef?: SecretStoreSpecProviderAwsAuthSecretRefSecretAccessKeySecretRef;
  readonly sessionTokenSecretRef?: SecretStoreSpecProviderAwsAuthSecretRefSessionTokenSecretRef;
}

export interface SecretStoreSpecProviderAwsAuthSecretRefAccessKeyIDSecretRef {
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

export interface SecretStoreSpecProviderAwsAuthSecretRefSecretAccessKeySecretRef {
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

export interface SecretStoreSpecProviderAwsAuthSecretRefSessionTokenSecretRef {
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

export interface SecretStoreSpecProviderAwsSecretsManager {
  readonly forceDeleteWithoutRecovery?: boolean;
  /** @format "int64" */
  readonly recoveryWindowInDays?: number;
}

export interface SecretStoreSpecProviderAwsSessionTags {
  readonly key: string;
  readonly value: string;
}

export interface SecretStoreSpecProviderAzurekv {
  readonly authSecretRef?: SecretStoreSpecProviderAzurekvAuthSecretRef;
  /** @default "ServicePrincipal" */
  readonly authType?: 'ServicePrincipal' | 'ManagedIdentity' | 'WorkloadIdentity';
  readonly customCloudConfig?: SecretStoreSpecProviderAzurekvCustomCloudConfig;
  /** @default "PublicCloud" */
  readonly environmentType?: 'PublicCloud' | 'USGovernmentCloud' | 'ChinaCloud' | 'GermanCloud' | 'AzureStackCloud';
  readonly identityId?: string;
  readonly serviceAccountRef?: SecretStoreSpecProviderAzurekvServiceAccountRef;
  readonly tenantId?: string;
  /** @default false */
  readonly useAzureSDK?: boolean;
  readonly vaultUrl: string;
}

export interface SecretStoreSpecProviderAzurekvAuthSecretRef {
  readonly clientCertificate?: SecretStoreSpecProviderAzurekvAuthSecretRefClientCertificate;
  readonly clientId?: SecretStoreSpecProviderAzurekvAuthSecretRefClientId;
  readonly clientSecret?: SecretStoreSpecProviderAzurekvAuthSecretRefClientSecret;
  readonly tenantId?: SecretStoreSpecProviderAzurekvAuthSecretRefTenantId;
}

export interface SecretStoreSpecProviderAzurekvAuthSecretRefClientCertificate {
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

export interface SecretStoreSpecProviderAzurekvAuthSecretRefClientId {
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

export interface SecretStoreSpecProviderAzurekvAuthSecretRefClientSecret {
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

export interface SecretStoreSpecProviderAzurekvAuthSecretRefTenantId {
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

export interface SecretStoreSpecProviderAzurekvCustomCloudConfig {
  readonly activeDirectoryEndpoint: string;
  readonly keyVaultDNSSuffix?: string;
  readonly keyVaultEndpoint?: string;
  readonly resourceManagerEndpoint?: string;
}

export interface SecretStoreSpecProviderAzurekvServiceAccountRef {
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

export interface SecretStoreSpecProviderBarbican {
  readonly auth: SecretStoreSpecProviderBarbicanAuth;
  readonly authURL?: string;
  readonly domainName?: string;
  readonly region?: string;
  readonly tenantName?: string;
}

export interface SecretStoreSpecProviderBarbicanAuth {
  readonly password: SecretStoreSpecProviderBarbicanAuthPassword;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly username: SecretStoreSpecProviderBarbicanAuthUsername;
}

export interface SecretStoreSpecProviderBarbicanAuthPassword {
  readonly secretRef: SecretStoreSpecProviderBarbicanAuthPasswordSecretRef;
}

export interface SecretStoreSpecProviderBarbicanAuthPasswordSecretRef {
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

export interface SecretStoreSpecProviderBarbicanAuthUsername {
  readonly secretRef?: SecretStoreSpecProviderBarbicanAuthUsernameSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderBarbicanAuthUsernameSecretRef {
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

export interface SecretStoreSpecProviderBeyondtrust {
  readonly auth: SecretStoreSpecProviderBeyondtrustAuth;
  readonly server: SecretStoreSpecProviderBeyondtrustServer;
}

export interface SecretStoreSpecProviderBeyondtrustAuth {
  readonly apiKey?: SecretStoreSpecProviderBeyondtrustAuthApiKey;
  readonly certificate?: SecretStoreSpecProviderBeyondtrustAuthCertificate;
  readonly certificateKey?: SecretStoreSpecProviderBeyondtrustAuthCertificateKey;
  readonly clientId?: SecretStoreSpecProviderBeyondtrustAuthClientId;
  readonly clientSecret?: SecretStoreSpecProviderBeyondtrustAuthClientSecret;
}

export interface SecretStoreSpecProviderBeyondtrustAuthApiKey {
  readonly secretRef?: SecretStoreSpecProviderBeyondtrustAuthApiKeySecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderBeyondtrustAuthApiKeySecretRef {
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

export interface SecretStoreSpecProviderBeyondtrustAuthCertificate {
  readonly secretRef?: SecretStoreSpecProviderBeyondtrustAuthCertificateSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderBeyondtrustAuthCertificateSecretRef {
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

export interface SecretStoreSpecProviderBeyondtrustAuthCertificateKey {
  readonly secretRef?: SecretStoreSpecProviderBeyondtrustAuthCertificateKeySecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderBeyondtrustAuthCertificateKeySecretRef {
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

export interface SecretStoreSpecProviderBeyondtrustAuthClientId {
  readonly secretRef?: SecretStoreSpecProviderBeyondtrustAuthClientIdSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderBeyondtrustAuthClientIdSecretRef {
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

export interface SecretStoreSpecProviderBeyondtrustAuthClientSecret {
  readonly secretRef?: SecretStoreSpecProviderBeyondtrustAuthClientSecretSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderBeyondtrustAuthClientSecretSecretRef {
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

export interface SecretStoreSpecProviderBeyondtrustServer {
  readonly apiUrl: string;
  readonly apiVersion?: string;
  readonly clientTimeOutSeconds?: number;
  /** @default true */
  readonly decrypt?: boolean;
  readonly retrievalType?: string;
  readonly separator?: string;
  readonly verifyCA: boolean;
}

export interface SecretStoreSpecProviderBitwardensecretsmanager {
  readonly apiURL?: string;
  readonly auth: SecretStoreSpecProviderBitwardensecretsmanagerAuth;
  readonly bitwardenServerSDKURL?: string;
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderBitwardensecretsmanagerCaProvider;
  readonly identityURL?: string;
  readonly organizationID: string;
  readonly projectID: string;
}

export interface SecretStoreSpecProviderBitwardensecretsmanagerAuth {
  readonly secretRef: SecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRef;
}

export interface SecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRef {
  readonly credentials: SecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRefCredentials;
}

export interface SecretStoreSpecProviderBitwardensecretsmanagerAuthSecretRefCredentials {
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

export interface SecretStoreSpecProviderBitwardensecretsmanagerCaProvider {
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

export interface SecretStoreSpecProviderChef {
  readonly auth: SecretStoreSpecProviderChefAuth;
  readonly serverUrl: string;
  readonly username: string;
}

export interface SecretStoreSpecProviderChefAuth {
  readonly secretRef: SecretStoreSpecProviderChefAuthSecretRef;
}

export interface SecretStoreSpecProviderChefAuthSecretRef {
  readonly privateKeySecretRef: SecretStoreSpecProviderChefAuthSecretRefPrivateKeySecretRef;
}

export interface SecretStoreSpecProviderChefAuthSecretRefPrivateKeySecretRef {
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

export interface SecretStoreSpecProviderCloudrusm {
  readonly auth: SecretStoreSpecProviderCloudrusmAuth;
  readonly projectID?: string;
}

export interface SecretStoreSpecProviderCloudrusmAuth {
  readonly secretRef?: SecretStoreSpecProviderCloudrusmAuthSecretRef;
}

export interface SecretStoreSpecProviderCloudrusmAuthSecretRef {
  readonly accessKeyIDSecretRef: SecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeyIDSecretRef;
  readonly accessKeySecretSecretRef: SecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeySecretSecretRef;
}

export interface SecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeyIDSecretRef {
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

export interface SecretStoreSpecProviderCloudrusmAuthSecretRefAccessKeySecretSecretRef {
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

export interface SecretStoreSpecProviderConjur {
  readonly auth: SecretStoreSpecProviderConjurAuth;
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderConjurCaProvider;
  readonly url: string;
}

export interface SecretStoreSpecProviderConjurAuth {
  readonly apikey?: SecretStoreSpecProviderConjurAuthApikey;
  readonly jwt?: SecretStoreSpecProviderConjurAuthJwt;
}

export interface SecretStoreSpecProviderConjurAuthApikey {
  readonly account: string;
  readonly apiKeyRef: SecretStoreSpecProviderConjurAuthApikeyApiKeyRef;
  readonly userRef: SecretStoreSpecProviderConjurAuthApikeyUserRef;
}

export interface SecretStoreSpecProviderConjurAuthApikeyApiKeyRef {
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

export interface SecretStoreSpecProviderConjurAuthApikeyUserRef {
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

export interface SecretStoreSpecProviderConjurAuthJwt {
  readonly account: string;
  readonly hostId?: string;
  readonly secretRef?: SecretStoreSpecProviderConjurAuthJwtSecretRef;
  readonly serviceAccountRef?: SecretStoreSpecProviderConjurAuthJwtServiceAccountRef;
  readonly serviceID: string;
}

export interface SecretStoreSpecProviderConjurAuthJwtSecretRef {
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

export interface SecretStoreSpecProviderConjurAuthJwtServiceAccountRef {
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

export interface SecretStoreSpecProviderConjurCaProvider {
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

export interface SecretStoreSpecProviderDelinea {
  readonly clientId: SecretStoreSpecProviderDelineaClientId;
  readonly clientSecret: SecretStoreSpecProviderDelineaClientSecret;
  readonly tenant: string;
  readonly tld?: string;
  readonly urlTemplate?: string;
}

export interface SecretStoreSpecProviderDelineaClientId {
  readonly secretRef?: SecretStoreSpecProviderDelineaClientIdSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderDelineaClientIdSecretRef {
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

export interface SecretStoreSpecProviderDelineaClientSecret {
  readonly secretRef?: SecretStoreSpecProviderDelineaClientSecretSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderDelineaClientSecretSecretRef {
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

export interface SecretStoreSpecProviderDevice42 {
  readonly auth: SecretStoreSpecProviderDevice42Auth;
  readonly host: string;
}

export interface SecretStoreSpecProviderDevice42Auth {
  readonly secretRef: SecretStoreSpecProviderDevice42AuthSecretRef;
}

export interface SecretStoreSpecProviderDevice42AuthSecretRef {
  readonly credentials?: SecretStoreSpecProviderDevice42AuthSecretRefCredentials;
}

export interface SecretStoreSpecProviderDevice42AuthSecretRefCredentials {
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

export interface SecretStoreSpecProviderDoppler {
  /** @rule Exactly one of 'secretRef' or 'oidcConfig' must be specified */
  readonly auth: SecretStoreSpecProviderDopplerAuth;
  readonly config?: string;
  readonly format?: 'json' | 'dotnet-json' | 'env' | 'yaml' | 'docker';
  readonly nameTransformer?: 'upper-camel' | 'camel' | 'lower-snake' | 'tf-var' | 'dotnet-env' | 'lower-kebab';
  readonly project?: string;
}

export interface SecretStoreSpecProviderDopplerAuth {
  readonly oidcConfig?: SecretStoreSpecProviderDopplerAuthOidcConfig;
  readonly secretRef?: SecretStoreSpecProviderDopplerAuthSecretRef;
}

export interface SecretStoreSpecProviderDopplerAuthOidcConfig {
  /**
   * @format "int64"
   * @default 600
   */
  readonly expirationSeconds?: number;
  readonly identity: string;
  readonly serviceAccountRef: SecretStoreSpecProviderDopplerAuthOidcConfigServiceAccountRef;
}

export interface SecretStoreSpecProviderDopplerAuthOidcConfigServiceAccountRef {
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

export interface SecretStoreSpecProviderDopplerAuthSecretRef {
  readonly dopplerToken: SecretStoreSpecProviderDopplerAuthSecretRefDopplerToken;
}

export interface SecretStoreSpecProviderDopplerAuthSecretRefDopplerToken {
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

export interface SecretStoreSpecProviderDvls {
  readonly auth: SecretStoreSpecProviderDvlsAuth;
  readonly insecure?: boolean;
  readonly serverUrl: string;
}

export interface SecretStoreSpecProviderDvlsAuth {
  readonly secretRef: SecretStoreSpecProviderDvlsAuthSecretRef;
}

export interface SecretStoreSpecProviderDvlsAuthSecretRef {
  readonly appId: SecretStoreSpecProviderDvlsAuthSecretRefAppId;
  readonly appSecret: SecretStoreSpecProviderDvlsAuthSecretRefAppSecret;
}

export interface SecretStoreSpecProviderDvlsAuthSecretRefAppId {
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

export interface SecretStoreSpecProviderDvlsAuthSecretRefAppSecret {
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

export interface SecretStoreSpecProviderFake {
  readonly data: ReadonlyArray<SecretStoreSpecProviderFakeData>;
  readonly validationResult?: number;
}

export interface SecretStoreSpecProviderFakeData {
  readonly key: string;
  readonly value: string;
  readonly version?: string;
}

export interface SecretStoreSpecProviderFortanix {
  readonly apiKey?: SecretStoreSpecProviderFortanixApiKey;
  readonly apiUrl?: string;
}

export interface SecretStoreSpecProviderFortanixApiKey {
  readonly secretRef?: SecretStoreSpecProviderFortanixApiKeySecretRef;
}

export interface SecretStoreSpecProviderFortanixApiKeySecretRef {
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

export interface SecretStoreSpecProviderGcpsm {
  readonly auth?: SecretStoreSpecProviderGcpsmAuth;
  readonly location?: string;
  readonly projectID?: string;
  /** @default "LatestOrFail" */
  readonly secretVersionSelectionPolicy?: string;
}

export interface SecretStoreSpecProviderGcpsmAuth {
  readonly secretRef?: SecretStoreSpecProviderGcpsmAuthSecretRef;
  readonly workloadIdentity?: SecretStoreSpecProviderGcpsmAuthWorkloadIdentity;
  readonly workloadIdentityFederation?: SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederation;
}

export interface SecretStoreSpecProviderGcpsmAuthSecretRef {
  readonly secretAccessKeySecretRef?: SecretStoreSpecProviderGcpsmAuthSecretRefSecretAccessKeySecretRef;
}

export interface SecretStoreSpecProviderGcpsmAuthSecretRefSecretAccessKeySecretRef {
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

export interface SecretStoreSpecProviderGcpsmAuthWorkloadIdentity {
  readonly clusterLocation?: string;
  readonly clusterName?: string;
  readonly clusterProjectID?: string;
  readonly serviceAccountRef: SecretStoreSpecProviderGcpsmAuthWorkloadIdentityServiceAccountRef;
}

export interface SecretStoreSpecProviderGcpsmAuthWorkloadIdentityServiceAccountRef {
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

export interface SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederation {
  readonly audience?: string;
  readonly awsSecurityCredentials?: SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentials;
  readonly credConfig?: SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationCredConfig;
  readonly externalTokenEndpoint?: string;
  readonly serviceAccountRef?: SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationServiceAccountRef;
}

export interface SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentials {
  readonly awsCredentialsSecretRef: SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentialsAwsCredentialsSecretRef;
  /**
   * @minLength 1
   * @maxLength 50
   * @pattern "^[a-z0-9-]+$"
   */
  readonly region: string;
}

export interface SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationAwsSecurityCredentialsAwsCredentialsSecretRef {
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

export interface SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationCredConfig {
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

export interface SecretStoreSpecProviderGcpsmAuthWorkloadIdentityFederationServiceAccountRef {
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

export interface SecretStoreSpecProviderGithub {
  /** @format "int64" */
  readonly appID: number;
  readonly auth: SecretStoreSpecProviderGithubAuth;
  readonly environment?: string;
  /** @format "int64" */
  readonly installationID: number;
  readonly organization: string;
  readonly repository?: string;
  readonly uploadURL?: string;
  /** @default "https://github.com/" */
  readonly url?: string;
}

export interface SecretStoreSpecProviderGithubAuth {
  readonly privateKey: SecretStoreSpecProviderGithubAuthPrivateKey;
}

export interface SecretStoreSpecProviderGithubAuthPrivateKey {
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

export interface SecretStoreSpecProviderGitlab {
  readonly auth: SecretStoreSpecProviderGitlabAuth;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderGitlabCaProvider;
  readonly environment?: string;
  readonly groupIDs?: ReadonlyArray<string>;
  readonly inheritFromGroups?: boolean;
  readonly projectID?: string;
  readonly url?: string;
}

export interface SecretStoreSpecProviderGitlabAuth {
  readonly SecretRef: SecretStoreSpecProviderGitlabAuthSecretRef;
}

export interface SecretStoreSpecProviderGitlabAuthSecretRef {
  readonly accessToken?: SecretStoreSpecProviderGitlabAuthSecretRefAccessToken;
}

export interface SecretStoreSpecProviderGitlabAuthSecretRefAccessToken {
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

export interface SecretStoreSpecProviderGitlabCaProvider {
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

export interface SecretStoreSpecProviderIbm {
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth: SecretStoreSpecProviderIbmAuth;
  readonly serviceUrl?: string;
}

export interface SecretStoreSpecProviderIbmAuth {
  readonly containerAuth?: SecretStoreSpecProviderIbmAuthContainerAuth;
  readonly secretRef?: SecretStoreSpecProviderIbmAuthSecretRef;
}

export interface SecretStoreSpecProviderIbmAuthContainerAuth {
  readonly iamEndpoint?: string;
  readonly profile: string;
  readonly tokenLocation?: string;
}

export interface SecretStoreSpecProviderIbmAuthSecretRef {
  readonly iamEndpoint?: string;
  readonly secretApiKeySecretRef?: SecretStoreSpecProviderIbmAuthSecretRefSecretApiKeySecretRef;
}

export interface SecretStoreSpecProviderIbmAuthSecretRefSecretApiKeySecretRef {
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

export interface SecretStoreSpecProviderInfisical {
  readonly auth: SecretStoreSpecProviderInfisicalAuth;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderInfisicalCaProvider;
  /** @default "https://app.infisical.com/api" */
  readonly hostAPI?: string;
  readonly secretsScope: SecretStoreSpecProviderInfisicalSecretsScope;
}

export interface SecretStoreSpecProviderInfisicalAuth {
  readonly awsAuthCredentials?: SecretStoreSpecProviderInfisicalAuthAwsAuthCredentials;
  readonly azureAuthCredentials?: SecretStoreSpecProviderInfisicalAuthAzureAuthCredentials;
  readonly gcpIamAuthCredentials?: SecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentials;
  readonly gcpIdTokenAuthCredentials?: SecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentials;
  readonly jwtAuthCredentials?: SecretStoreSpecProviderInfisicalAuthJwtAuthCredentials;
  readonly kubernetesAuthCredentials?: SecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentials;
  readonly ldapAuthCredentials?: SecretStoreSpecProviderInfisicalAuthLdapAuthCredentials;
  readonly ociAuthCredentials?: SecretStoreSpecProviderInfisicalAuthOciAuthCredentials;
  readonly tokenAuthCredentials?: SecretStoreSpecProviderInfisicalAuthTokenAuthCredentials;
  readonly universalAuthCredentials?: SecretStoreSpecProviderInfisicalAuthUniversalAuthCredentials;
}

export interface SecretStoreSpecProviderInfisicalAuthAwsAuthCredentials {
  readonly identityId: SecretStoreSpecProviderInfisicalAuthAwsAuthCredentialsIdentityId;
}

export interface SecretStoreSpecProviderInfisicalAuthAwsAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthAzureAuthCredentials {
  readonly identityId: SecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsIdentityId;
  readonly resource?: SecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsResource;
}

export interface SecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthAzureAuthCredentialsResource {
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

export interface SecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentials {
  readonly identityId: SecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsIdentityId;
  readonly serviceAccountKeyFilePath: SecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsServiceAccountKeyFilePath;
}

export interface SecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthGcpIamAuthCredentialsServiceAccountKeyFilePath {
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

export interface SecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentials {
  readonly identityId: SecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentialsIdentityId;
}

export interface SecretStoreSpecProviderInfisicalAuthGcpIdTokenAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthJwtAuthCredentials {
  readonly identityId: SecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsIdentityId;
  readonly jwt: SecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsJwt;
}

export interface SecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthJwtAuthCredentialsJwt {
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

export interface SecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentials {
  readonly identityId: SecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsIdentityId;
  readonly serviceAccountTokenPath?: SecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsServiceAccountTokenPath;
}

export interface SecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthKubernetesAuthCredentialsServiceAccountTokenPath {
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

export interface SecretStoreSpecProviderInfisicalAuthLdapAuthCredentials {
  readonly identityId: SecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsIdentityId;
  readonly ldapPassword: SecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapPassword;
  readonly ldapUsername: SecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapUsername;
}

export interface SecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapPassword {
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

export interface SecretStoreSpecProviderInfisicalAuthLdapAuthCredentialsLdapUsername {
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

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentials {
  readonly fingerprint: SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsFingerprint;
  readonly identityId: SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsIdentityId;
  readonly privateKey: SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKey;
  readonly privateKeyPassphrase?: SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKeyPassphrase;
  readonly region: SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsRegion;
  readonly tenancyId: SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsTenancyId;
  readonly userId: SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsUserId;
}

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsFingerprint {
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

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsIdentityId {
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

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKey {
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

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsPrivateKeyPassphrase {
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

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsRegion {
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

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsTenancyId {
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

export interface SecretStoreSpecProviderInfisicalAuthOciAuthCredentialsUserId {
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

export interface SecretStoreSpecProviderInfisicalAuthTokenAuthCredentials {
  readonly accessToken: SecretStoreSpecProviderInfisicalAuthTokenAuthCredentialsAccessToken;
}

export interface SecretStoreSpecProviderInfisicalAuthTokenAuthCredentialsAccessToken {
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

export interface SecretStoreSpecProviderInfisicalAuthUniversalAuthCredentials {
  readonly clientId: SecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientId;
  readonly clientSecret: SecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientSecret;
}

export interface SecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientId {
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

export interface SecretStoreSpecProviderInfisicalAuthUniversalAuthCredentialsClientSecret {
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

export interface SecretStoreSpecProviderInfisicalCaProvider {
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

export interface SecretStoreSpecProviderInfisicalSecretsScope {
  readonly environmentSlug: string;
  /** @default true */
  readonly expandSecretReferences?: boolean;
  readonly projectSlug: string;
  /** @default false */
  readonly recursive?: boolean;
  /** @default "/" */
  readonly secretsPath?: string;
}

export interface SecretStoreSpecProviderKeepersecurity {
  readonly authRef: SecretStoreSpecProviderKeepersecurityAuthRef;
  readonly folderID: string;
}

export interface SecretStoreSpecProviderKeepersecurityAuthRef {
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

export interface SecretStoreSpecProviderKubernetes {
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth?: SecretStoreSpecProviderKubernetesAuth;
  readonly authRef?: SecretStoreSpecProviderKubernetesAuthRef;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   * @default "default"
   */
  readonly remoteNamespace?: string;
  readonly server?: SecretStoreSpecProviderKubernetesServer;
}

export interface SecretStoreSpecProviderKubernetesAuth {
  readonly cert?: SecretStoreSpecProviderKubernetesAuthCert;
  readonly serviceAccount?: SecretStoreSpecProviderKubernetesAuthServiceAccount;
  readonly token?: SecretStoreSpecProviderKubernetesAuthToken;
}

export interface SecretStoreSpecProviderKubernetesAuthCert {
  readonly clientCert?: SecretStoreSpecProviderKubernetesAuthCertClientCert;
  readonly clientKey?: SecretStoreSpecProviderKubernetesAuthCertClientKey;
}

export interface SecretStoreSpecProviderKubernetesAuthCertClientCert {
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

export interface SecretStoreSpecProviderKubernetesAuthCertClientKey {
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

export interface SecretStoreSpecProviderKubernetesAuthServiceAccount {
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

export interface SecretStoreSpecProviderKubernetesAuthToken {
  readonly bearerToken?: SecretStoreSpecProviderKubernetesAuthTokenBearerToken;
}

export interface SecretStoreSpecProviderKubernetesAuthTokenBearerToken {
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

export interface SecretStoreSpecProviderKubernetesAuthRef {
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

export interface SecretStoreSpecProviderKubernetesServer {
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderKubernetesServerCaProvider;
  /** @default "kubernetes.default" */
  readonly url?: string;
}

export interface SecretStoreSpecProviderKubernetesServerCaProvider {
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

export interface SecretStoreSpecProviderNgrok {
  /** @default "https://api.ngrok.com" */
  readonly apiUrl?: string;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth: SecretStoreSpecProviderNgrokAuth;
  readonly vault: SecretStoreSpecProviderNgrokVault;
}

export interface SecretStoreSpecProviderNgrokAuth {
  readonly apiKey?: SecretStoreSpecProviderNgrokAuthApiKey;
}

export interface SecretStoreSpecProviderNgrokAuthApiKey {
  readonly secretRef?: SecretStoreSpecProviderNgrokAuthApiKeySecretRef;
}

export interface SecretStoreSpecProviderNgrokAuthApiKeySecretRef {
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

export interface SecretStoreSpecProviderNgrokVault {
  readonly name: string;
}

export interface SecretStoreSpecProviderOnboardbase {
  /** @default "https://public.onboardbase.com/api/v1/" */
  readonly apiHost?: string;
  readonly auth: SecretStoreSpecProviderOnboardbaseAuth;
  /** @default "development" */
  readonly environment?: string;
  /** @default "development" */
  readonly project?: string;
}

export interface SecretStoreSpecProviderOnboardbaseAuth {
  readonly apiKeyRef: SecretStoreSpecProviderOnboardbaseAuthApiKeyRef;
  readonly passcodeRef: SecretStoreSpecProviderOnboardbaseAuthPasscodeRef;
}

export interface SecretStoreSpecProviderOnboardbaseAuthApiKeyRef {
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

export interface SecretStoreSpecProviderOnboardbaseAuthPasscodeRef {
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

export interface SecretStoreSpecProviderOnepassword {
  readonly auth: SecretStoreSpecProviderOnepasswordAuth;
  readonly connectHost: string;
  readonly vaults: { readonly [key: string]: number };
}

export interface SecretStoreSpecProviderOnepasswordAuth {
  readonly secretRef: SecretStoreSpecProviderOnepasswordAuthSecretRef;
}

export interface SecretStoreSpecProviderOnepasswordAuthSecretRef {
  readonly connectTokenSecretRef: SecretStoreSpecProviderOnepasswordAuthSecretRefConnectTokenSecretRef;
}

export interface SecretStoreSpecProviderOnepasswordAuthSecretRefConnectTokenSecretRef {
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

export interface SecretStoreSpecProviderOnepasswordSDK {
  readonly auth: SecretStoreSpecProviderOnepasswordSDKAuth;
  readonly cache?: SecretStoreSpecProviderOnepasswordSDKCache;
  readonly integrationInfo?: SecretStoreSpecProviderOnepasswordSDKIntegrationInfo;
  readonly vault: string;
}

export interface SecretStoreSpecProviderOnepasswordSDKAuth {
  readonly serviceAccountSecretRef: SecretStoreSpecProviderOnepasswordSDKAuthServiceAccountSecretRef;
}

export interface SecretStoreSpecProviderOnepasswordSDKAuthServiceAccountSecretRef {
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

export interface SecretStoreSpecProviderOnepasswordSDKCache {
  /**
   * @minimum 1
   * @default 100
   */
  readonly maxSize?: number;
  /** @default "5m" */
  readonly ttl?: string;
}

export interface SecretStoreSpecProviderOnepasswordSDKIntegrationInfo {
  /** @default "1Password SDK" */
  readonly name?: string;
  /** @default "v1.0.0" */
  readonly version?: string;
}

export interface SecretStoreSpecProviderOracle {
  readonly auth?: SecretStoreSpecProviderOracleAuth;
  readonly compartment?: string;
  readonly encryptionKey?: string;
  readonly principalType?: '' | 'UserPrincipal' | 'InstancePrincipal' | 'Workload';
  readonly region: string;
  readonly serviceAccountRef?: SecretStoreSpecProviderOracleServiceAccountRef;
  readonly vault: string;
}

export interface SecretStoreSpecProviderOracleAuth {
  readonly secretRef: SecretStoreSpecProviderOracleAuthSecretRef;
  readonly tenancy: string;
  readonly user: string;
}

export interface SecretStoreSpecProviderOracleAuthSecretRef {
  readonly fingerprint: SecretStoreSpecProviderOracleAuthSecretRefFingerprint;
  readonly privatekey: SecretStoreSpecProviderOracleAuthSecretRefPrivatekey;
}

export interface SecretStoreSpecProviderOracleAuthSecretRefFingerprint {
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

export interface SecretStoreSpecProviderOracleAuthSecretRefPrivatekey {
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

export interface SecretStoreSpecProviderOracleServiceAccountRef {
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

export interface SecretStoreSpecProviderPassbolt {
  readonly auth: SecretStoreSpecProviderPassboltAuth;
  readonly host: string;
}

export interface SecretStoreSpecProviderPassboltAuth {
  readonly passwordSecretRef: SecretStoreSpecProviderPassboltAuthPasswordSecretRef;
  readonly privateKeySecretRef: SecretStoreSpecProviderPassboltAuthPrivateKeySecretRef;
}

export interface SecretStoreSpecProviderPassboltAuthPasswordSecretRef {
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

export interface SecretStoreSpecProviderPassboltAuthPrivateKeySecretRef {
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

export interface SecretStoreSpecProviderPassworddepot {
  readonly auth: SecretStoreSpecProviderPassworddepotAuth;
  readonly database: string;
  readonly host: string;
}

export interface SecretStoreSpecProviderPassworddepotAuth {
  readonly secretRef: SecretStoreSpecProviderPassworddepotAuthSecretRef;
}

export interface SecretStoreSpecProviderPassworddepotAuthSecretRef {
  readonly credentials?: SecretStoreSpecProviderPassworddepotAuthSecretRefCredentials;
}

export interface SecretStoreSpecProviderPassworddepotAuthSecretRefCredentials {
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

export interface SecretStoreSpecProviderPrevider {
  readonly auth: SecretStoreSpecProviderPreviderAuth;
  readonly baseUri?: string;
}

export interface SecretStoreSpecProviderPreviderAuth {
  readonly secretRef?: SecretStoreSpecProviderPreviderAuthSecretRef;
}

export interface SecretStoreSpecProviderPreviderAuthSecretRef {
  readonly accessToken: SecretStoreSpecProviderPreviderAuthSecretRefAccessToken;
}

export interface SecretStoreSpecProviderPreviderAuthSecretRefAccessToken {
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

export interface SecretStoreSpecProviderPulumi {
  readonly accessToken: SecretStoreSpecProviderPulumiAccessToken;
  /** @default "https://api.pulumi.com/api/esc" */
  readonly apiUrl?: string;
  readonly environment: string;
  readonly organization: string;
  readonly project: string;
}

export interface SecretStoreSpecProviderPulumiAccessToken {
  readonly secretRef?: SecretStoreSpecProviderPulumiAccessTokenSecretRef;
}

export interface SecretStoreSpecProviderPulumiAccessTokenSecretRef {
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

export interface SecretStoreSpecProviderScaleway {
  readonly accessKey: SecretStoreSpecProviderScalewayAccessKey;
  readonly apiUrl?: string;
  readonly projectId: string;
  readonly region: string;
  readonly secretKey: SecretStoreSpecProviderScalewaySecretKey;
}

export interface SecretStoreSpecProviderScalewayAccessKey {
  readonly secretRef?: SecretStoreSpecProviderScalewayAccessKeySecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderScalewayAccessKeySecretRef {
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

export interface SecretStoreSpecProviderScalewaySecretKey {
  readonly secretRef?: SecretStoreSpecProviderScalewaySecretKeySecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderScalewaySecretKeySecretRef {
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

export interface SecretStoreSpecProviderSecretserver {
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderSecretserverCaProvider;
  readonly domain?: string;
  readonly password: SecretStoreSpecProviderSecretserverPassword;
  readonly serverURL: string;
  readonly username: SecretStoreSpecProviderSecretserverUsername;
}

export interface SecretStoreSpecProviderSecretserverCaProvider {
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

export interface SecretStoreSpecProviderSecretserverPassword {
  readonly secretRef?: SecretStoreSpecProviderSecretserverPasswordSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderSecretserverPasswordSecretRef {
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

export interface SecretStoreSpecProviderSecretserverUsername {
  readonly secretRef?: SecretStoreSpecProviderSecretserverUsernameSecretRef;
  readonly value?: string;
}

export interface SecretStoreSpecProviderSecretserverUsernameSecretRef {
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

export interface SecretStoreSpecProviderSenhasegura {
  readonly auth: SecretStoreSpecProviderSenhaseguraAuth;
  /** @default false */
  readonly ignoreSslCertificate?: boolean;
  readonly module: string;
  readonly url: string;
}

export interface SecretStoreSpecProviderSenhaseguraAuth {
  readonly clientId: string;
  readonly clientSecretSecretRef: SecretStoreSpecProviderSenhaseguraAuthClientSecretSecretRef;
}

export interface SecretStoreSpecProviderSenhaseguraAuthClientSecretSecretRef {
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

export interface SecretStoreSpecProviderVault {
  readonly auth?: SecretStoreSpecProviderVaultAuth;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderVaultCaProvider;
  readonly checkAndSet?: SecretStoreSpecProviderVaultCheckAndSet;
  readonly forwardInconsistent?: boolean;
  readonly headers?: { readonly [key: string]: string };
  readonly namespace?: string;
  readonly path?: string;
  readonly readYourWrites?: boolean;
  readonly server: string;
  readonly tls?: SecretStoreSpecProviderVaultTls;
  /** @default "v2" */
  readonly version?: 'v1' | 'v2';
}

export interface SecretStoreSpecProviderVaultAuth {
  readonly appRole?: SecretStoreSpecProviderVaultAuthAppRole;
  readonly cert?: SecretStoreSpecProviderVaultAuthCert;
  readonly gcp?: SecretStoreSpecProviderVaultAuthGcp;
  readonly iam?: SecretStoreSpecProviderVaultAuthIam;
  readonly jwt?: SecretStoreSpecProviderVaultAuthJwt;
  readonly kubernetes?: SecretStoreSpecProviderVaultAuthKubernetes;
  readonly ldap?: SecretStoreSpecProviderVaultAuthLdap;
  readonly namespace?: string;
  readonly tokenSecretRef?: SecretStoreSpecProviderVaultAuthTokenSecretRef;
  readonly userPass?: SecretStoreSpecProviderVaultAuthUserPass;
}

export interface SecretStoreSpecProviderVaultAuthAppRole {
  /** @default "approle" */
  readonly path?: string;
  readonly roleId?: string;
  readonly roleRef?: SecretStoreSpecProviderVaultAuthAppRoleRoleRef;
  readonly secretRef: SecretStoreSpecProviderVaultAuthAppRoleSecretRef;
}

export interface SecretStoreSpecProviderVaultAuthAppRoleRoleRef {
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

export interface SecretStoreSpecProviderVaultAuthAppRoleSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthCert {
  readonly clientCert?: SecretStoreSpecProviderVaultAuthCertClientCert;
  /** @default "cert" */
  readonly path?: string;
  readonly secretRef?: SecretStoreSpecProviderVaultAuthCertSecretRef;
}

export interface SecretStoreSpecProviderVaultAuthCertClientCert {
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

export interface SecretStoreSpecProviderVaultAuthCertSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthGcp {
  readonly location?: string;
  /** @default "gcp" */
  readonly path?: string;
  readonly projectID?: string;
  readonly role: string;
  readonly secretRef?: SecretStoreSpecProviderVaultAuthGcpSecretRef;
  readonly serviceAccountRef?: SecretStoreSpecProviderVaultAuthGcpServiceAccountRef;
  readonly workloadIdentity?: SecretStoreSpecProviderVaultAuthGcpWorkloadIdentity;
}

export interface SecretStoreSpecProviderVaultAuthGcpSecretRef {
  readonly secretAccessKeySecretRef?: SecretStoreSpecProviderVaultAuthGcpSecretRefSecretAccessKeySecretRef;
}

export interface SecretStoreSpecProviderVaultAuthGcpSecretRefSecretAccessKeySecretRef {
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

export interface SecretStoreSpecProviderVaultAuthGcpServiceAccountRef {
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

export interface SecretStoreSpecProviderVaultAuthGcpWorkloadIdentity {
  readonly clusterLocation?: string;
  readonly clusterName?: string;
  readonly clusterProjectID?: string;
  readonly serviceAccountRef: SecretStoreSpecProviderVaultAuthGcpWorkloadIdentityServiceAccountRef;
}

export interface SecretStoreSpecProviderVaultAuthGcpWorkloadIdentityServiceAccountRef {
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

export interface SecretStoreSpecProviderVaultAuthIam {
  readonly externalID?: string;
  readonly jwt?: SecretStoreSpecProviderVaultAuthIamJwt;
  readonly path?: string;
  readonly region?: string;
  readonly role?: string;
  readonly secretRef?: SecretStoreSpecProviderVaultAuthIamSecretRef;
  readonly vaultAwsIamServerID?: string;
  readonly vaultRole: string;
}

export interface SecretStoreSpecProviderVaultAuthIamJwt {
  readonly serviceAccountRef?: SecretStoreSpecProviderVaultAuthIamJwtServiceAccountRef;
}

export interface SecretStoreSpecProviderVaultAuthIamJwtServiceAccountRef {
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

export interface SecretStoreSpecProviderVaultAuthIamSecretRef {
  readonly accessKeyIDSecretRef?: SecretStoreSpecProviderVaultAuthIamSecretRefAccessKeyIDSecretRef;
  readonly secretAccessKeySecretRef?: SecretStoreSpecProviderVaultAuthIamSecretRefSecretAccessKeySecretRef;
  readonly sessionTokenSecretRef?: SecretStoreSpecProviderVaultAuthIamSecretRefSessionTokenSecretRef;
}

export interface SecretStoreSpecProviderVaultAuthIamSecretRefAccessKeyIDSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthIamSecretRefSecretAccessKeySecretRef {
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

export interface SecretStoreSpecProviderVaultAuthIamSecretRefSessionTokenSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthJwt {
  readonly kubernetesServiceAccountToken?: SecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountToken;
  /** @default "jwt" */
  readonly path?: string;
  readonly role?: string;
  readonly secretRef?: SecretStoreSpecProviderVaultAuthJwtSecretRef;
}

export interface SecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountToken {
  readonly audiences?: ReadonlyArray<string>;
  /** @format "int64" */
  readonly expirationSeconds?: number;
  readonly serviceAccountRef: SecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountTokenServiceAccountRef;
}

export interface SecretStoreSpecProviderVaultAuthJwtKubernetesServiceAccountTokenServiceAccountRef {
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

export interface SecretStoreSpecProviderVaultAuthJwtSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthKubernetes {
  /** @default "kubernetes" */
  readonly mountPath?: string;
  readonly role: string;
  readonly secretRef?: SecretStoreSpecProviderVaultAuthKubernetesSecretRef;
  readonly serviceAccountRef?: SecretStoreSpecProviderVaultAuthKubernetesServiceAccountRef;
}

export interface SecretStoreSpecProviderVaultAuthKubernetesSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthKubernetesServiceAccountRef {
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

export interface SecretStoreSpecProviderVaultAuthLdap {
  /** @default "ldap" */
  readonly path?: string;
  readonly secretRef?: SecretStoreSpecProviderVaultAuthLdapSecretRef;
  readonly username: string;
}

export interface SecretStoreSpecProviderVaultAuthLdapSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthTokenSecretRef {
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

export interface SecretStoreSpecProviderVaultAuthUserPass {
  /** @default "userpass" */
  readonly path?: string;
  readonly secretRef?: SecretStoreSpecProviderVaultAuthUserPassSecretRef;
  readonly username: string;
}

export interface SecretStoreSpecProviderVaultAuthUserPassSecretRef {
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

export interface SecretStoreSpecProviderVaultCaProvider {
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

export interface SecretStoreSpecProviderVaultCheckAndSet {
  readonly required?: boolean;
}

export interface SecretStoreSpecProviderVaultTls {
  readonly certSecretRef?: SecretStoreSpecProviderVaultTlsCertSecretRef;
  readonly keySecretRef?: SecretStoreSpecProviderVaultTlsKeySecretRef;
}

export interface SecretStoreSpecProviderVaultTlsCertSecretRef {
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

export interface SecretStoreSpecProviderVaultTlsKeySecretRef {
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

export interface SecretStoreSpecProviderVolcengine {
  readonly auth?: SecretStoreSpecProviderVolcengineAuth;
  readonly region: string;
}

export interface SecretStoreSpecProviderVolcengineAuth {
  readonly secretRef?: SecretStoreSpecProviderVolcengineAuthSecretRef;
}

export interface SecretStoreSpecProviderVolcengineAuthSecretRef {
  readonly accessKeyID: SecretStoreSpecProviderVolcengineAuthSecretRefAccessKeyID;
  readonly secretAccessKey: SecretStoreSpecProviderVolcengineAuthSecretRefSecretAccessKey;
  readonly token?: SecretStoreSpecProviderVolcengineAuthSecretRefToken;
}

export interface SecretStoreSpecProviderVolcengineAuthSecretRefAccessKeyID {
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

export interface SecretStoreSpecProviderVolcengineAuthSecretRefSecretAccessKey {
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

export interface SecretStoreSpecProviderVolcengineAuthSecretRefToken {
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

export interface SecretStoreSpecProviderWebhook {
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly auth?: SecretStoreSpecProviderWebhookAuth;
  readonly body?: string;
  /** @format "byte" */
  readonly caBundle?: string;
  readonly caProvider?: SecretStoreSpecProviderWebhookCaProvider;
  readonly headers?: { readonly [key: string]: string };
  readonly method?: string;
  readonly result?: SecretStoreSpecProviderWebhookResult;
  readonly secrets?: ReadonlyArray<SecretStoreSpecProviderWebhookSecrets>;
  readonly timeout?: string;
  readonly url: string;
}

export interface SecretStoreSpecProviderWebhookAuth {
  readonly ntlm?: SecretStoreSpecProviderWebhookAuthNtlm;
}

export interface SecretStoreSpecProviderWebhookAuthNtlm {
  readonly passwordSecret: SecretStoreSpecProviderWebhookAuthNtlmPasswordSecret;
  readonly usernameSecret: SecretStoreSpecProviderWebhookAuthNtlmUsernameSecret;
}

export interface SecretStoreSpecProviderWebhookAuthNtlmPasswordSecret {
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

export interface SecretStoreSpecProviderWebhookAuthNtlmUsernameSecret {
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

export interface SecretStoreSpecProviderWebhookCaProvider {
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

export interface SecretStoreSpecProviderWebhookResult {
  readonly jsonPath?: string;
}

export interface SecretStoreSpecProviderWebhookSecrets {
  readonly name: string;
  readonly secretRef: SecretStoreSpecProviderWebhookSecretsSecretRef;
}

export interface SecretStoreSpecProviderWebhookSecretsSecretRef {
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

export interface SecretStoreSpecProviderYandexcertificatemanager {
  readonly apiEndpoint?: string;
  readonly auth: SecretStoreSpecProviderYandexcertificatemanagerAuth;
  readonly caProvider?: SecretStoreSpecProviderYandexcertificatemanagerCaProvider;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly fetching?: SecretStoreSpecProviderYandexcertificatemanagerFetching;
}

export interface SecretStoreSpecProviderYandexcertificatemanagerAuth {
  readonly authorizedKeySecretRef?: SecretStoreSpecProviderYandexcertificatemanagerAuthAuthorizedKeySecretRef;
}

export interface SecretStoreSpecProviderYandexcertificatemanagerAuthAuthorizedKeySecretRef {
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

export interface SecretStoreSpecProviderYandexcertificatemanagerCaProvider {
  readonly certSecretRef?: SecretStoreSpecProviderYandexcertificatemanagerCaProviderCertSecretRef;
}

export interface SecretStoreSpecProviderYandexcertificatemanagerCaProviderCertSecretRef {
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

export interface SecretStoreSpecProviderYandexcertificatemanagerFetching {
  readonly byID?: { readonly [key: string]: unknown };
  readonly byName?: SecretStoreSpecProviderYandexcertificatemanagerFetchingByName;
}

export interface SecretStoreSpecProviderYandexcertificatemanagerFetchingByName {
  readonly folderID: string;
}

export interface SecretStoreSpecProviderYandexlockbox {
  readonly apiEndpoint?: string;
  readonly auth: SecretStoreSpecProviderYandexlockboxAuth;
  readonly caProvider?: SecretStoreSpecProviderYandexlockboxCaProvider;
  /**
   * @minProperties 1
   * @maxProperties 1
   */
  readonly fetching?: SecretStoreSpecProviderYandexlockboxFetching;
}

export interface SecretStoreSpecProviderYandexlockboxAuth {
  readonly authorizedKeySecretRef?: SecretStoreSpecProviderYandexlockboxAuthAuthorizedKeySecretRef;
}

export interface SecretStoreSpecProviderYandexlockboxAuthAuthorizedKeySecretRef {
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

export interface SecretStoreSpecProviderYandexlockboxCaProvider {
  readonly certSecretRef?: SecretStoreSpecProviderYandexlockboxCaProviderCertSecretRef;
}

export interface SecretStoreSpecProviderYandexlockboxCaProviderCertSecretRef {
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

export interface SecretStoreSpecProviderYandexlockboxFetching {
  readonly byID?: { readonly [key: string]: unknown };
  readonly byName?: SecretStoreSpecProviderYandexlockboxFetchingByName;
}

export interface SecretStoreSpecProviderYandexlockboxFetchingByName {
  readonly folderID: string;
}

export interface SecretStoreSpecRetrySettings {
  /** @format "int32" */
  readonly maxRetries?: number;
  readonly retryInterval?: string;
}

/** external-secrets.io/v1 SecretStore (namespaced). */
export class SecretStore extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: SecretStoreProps = {}): object {
    return { ...SecretStore.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: SecretStoreProps = {}) {
    super(scope, id, { ...SecretStore.GVK, ...props });
  }
}

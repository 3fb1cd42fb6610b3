// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface ProbeProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: ProbeSpec;
}

export interface ProbeSpec {
  readonly authorization?: ProbeSpecAuthorization;
  readonly basicAuth?: ProbeSpecBasicAuth;
  readonly bearerTokenSecret?: ProbeSpecBearerTokenSecret;
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly fallbackScrapeProtocol?: 'PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0';
  /** @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" */
  readonly interval?: string;
  readonly jobName?: string;
  /** @format "int64" */
  readonly keepDroppedTargets?: number;
  /** @format "int64" */
  readonly labelLimit?: number;
  /** @format "int64" */
  readonly labelNameLengthLimit?: number;
  /** @format "int64" */
  readonly labelValueLengthLimit?: number;
  readonly metricRelabelings?: ReadonlyArray<ProbeSpecMetricRelabelings>;
  readonly module?: string;
  /** @format "int64" */
  readonly nativeHistogramBucketLimit?: number;
  /** @pattern "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$" */
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly oauth2?: ProbeSpecOauth2;
  /**
   * @minItems 1
   * @list-map-keys ["name"]
   */
  readonly params?: ReadonlyArray<ProbeSpecParams>;
  readonly prober?: ProbeSpecProber;
  /** @format "int64" */
  readonly sampleLimit?: number;
  /** @minLength 1 */
  readonly scrapeClass?: string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeProtocols?: ReadonlyArray<'PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0'>;
  /** @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" */
  readonly scrapeTimeout?: string;
  /** @format "int64" */
  readonly targetLimit?: number;
  readonly targets?: ProbeSpecTargets;
  readonly tlsConfig?: ProbeSpecTlsConfig;
}

export interface ProbeSpecAuthorization {
  readonly credentials?: ProbeSpecAuthorizationCredentials;
  readonly type?: string;
}

export interface ProbeSpecAuthorizationCredentials {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecBasicAuth {
  readonly password?: ProbeSpecBasicAuthPassword;
  readonly username?: ProbeSpecBasicAuthUsername;
}

export interface ProbeSpecBasicAuthPassword {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecBasicAuthUsername {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecBearerTokenSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecMetricRelabelings {
  /** @default "replace" */
  readonly action?: 'replace' | 'Replace' | 'keep' | 'Keep' | 'drop' | 'Drop' | 'hashmod' | 'HashMod' | 'labelmap' | 'LabelMap' | 'labeldrop' | 'LabelDrop' | 'labelkeep' | 'LabelKeep' | 'lowercase' | 'Lowercase' | 'uppercase' | 'Uppercase' | 'keepequal' | 'KeepEqual' | 'dropequal' | 'DropEqual';
  /** @format "int64" */
  readonly modulus?: number;
  readonly regex?: string;
  readonly replacement?: string;
  readonly separator?: string;
  readonly sourceLabels?: ReadonlyArray<string>;
  readonly targetLabel?: string;
}

export interface ProbeSpecOauth2 {
  readonly clientId: ProbeSpecOauth2ClientId;
  readonly clientSecret: ProbeSpecOauth2ClientSecret;
  readonly endpointParams?: { readonly [key: string]: string };
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [key: string]: ReadonlyArray<ProbeSpecOauth2ProxyConnectHeader> };
  readonly proxyFromEnvironment?: boolean;
  /** @pattern "^(http|https|socks5)://.+$" */
  readonly proxyUrl?: string;
  readonly scopes?: ReadonlyArray<string>;
  readonly tlsConfig?: ProbeSpecOauth2TlsConfig;
  /** @minLength 1 */
  readonly tokenUrl: string;
}

export interface ProbeSpecOauth2ClientId {
  readonly configMap?: ProbeSpecOauth2ClientIdConfigMap;
  readonly secret?: ProbeSpecOauth2ClientIdSecret;
}

export interface ProbeSpecOauth2ClientIdConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2ClientIdSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2ClientSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2ProxyConnectHeader {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2TlsConfig {
  readonly ca?: ProbeSpecOauth2TlsConfigCa;
  readonly cert?: ProbeSpecOauth2TlsConfigCert;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: ProbeSpecOauth2TlsConfigKeySecret;
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly serverName?: string;
}

export interface ProbeSpecOauth2TlsConfigCa {
  readonly configMap?: ProbeSpecOauth2TlsConfigCaConfigMap;
  readonly secret?: ProbeSpecOauth2TlsConfigCaSecret;
}

export interface ProbeSpecOauth2TlsConfigCaConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2TlsConfigCaSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2TlsConfigCert {
  readonly configMap?: ProbeSpecOauth2TlsConfigCertConfigMap;
  readonly secret?: ProbeSpecOauth2TlsConfigCertSecret;
}

export interface ProbeSpecOauth2TlsConfigCertConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2TlsConfigCertSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecOauth2TlsConfigKeySecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecParams {
  /** @minLength 1 */
  readonly name: string;
  /** @minItems 1 */
  readonly values?: ReadonlyArray<string>;
}

export interface ProbeSpecProber {
  readonly noProxy?: string;
  /** @default "/probe" */
  readonly path?: string;
  readonly proxyConnectHeader?: { readonly [key: string]: ReadonlyArray<ProbeSpecProberProxyConnectHeader> };
  readonly proxyFromEnvironment?: boolean;
  /** @pattern "^(http|https|socks5)://.+$" */
  readonly proxyUrl?: string;
  readonly scheme?: 'http' | 'https';
  readonly url: string;
}

export interface ProbeSpecProberProxyConnectHeader {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecTargets {
  readonly ingress?: ProbeSpecTargetsIngress;
  readonly staticConfig?: ProbeSpecTargetsStaticConfig;
}

export interface ProbeSpecTargetsIngress {
  readonly namespaceSelector?: ProbeSpecTargetsIngressNamespaceSelector;
  readonly relabelingConfigs?: ReadonlyArray<ProbeSpecTargetsIngressRelabelingConfigs>;
  readonly selector?: ProbeSpecTargetsIngressSelector;
}

export interface ProbeSpecTargetsIngressNamespaceSelector {
  readonly any?: boolean;
  readonly matchNames?: ReadonlyArray<string>;
}

export interface ProbeSpecTargetsIngressRelabelingConfigs {
  /** @default "replace" */
  readonly action?: 'replace' | 'Replace' | 'keep' | 'Keep' | 'drop' | 'Drop' | 'hashmod' | 'HashMod' | 'labelmap' | 'LabelMap' | 'labeldrop' | 'LabelDrop' | 'labelkeep' | 'LabelKeep' | 'lowercase' | 'Lowercase' | 'uppercase' | 'Uppercase' | 'keepequal' | 'KeepEqual' | 'dropequal' | 'DropEqual';
  /** @format "int64" */
  readonly modulus?: number;
  readonly regex?: string;
  readonly replacement?: string;
  readonly separator?: string;
  readonly sourceLabels?: ReadonlyArray<string>;
  readonly targetLabel?: string;
}

export interface ProbeSpecTargetsIngressSelector {
  readonly matchExpressions?: ReadonlyArray<ProbeSpecTargetsIngressSelectorMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface ProbeSpecTargetsIngressSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface ProbeSpecTargetsStaticConfig {
  readonly labels?: { readonly [key: string]: string };
  readonly relabelingConfigs?: ReadonlyArray<ProbeSpecTargetsStaticConfigRelabelingConfigs>;
  readonly static?: ReadonlyArray<string>;
}

export interface ProbeSpecTargetsStaticConfigRelabelingConfigs {
  /** @default "replace" */
  readonly action?: 'replace' | 'Replace' | 'keep' | 'Keep' | 'drop' | 'Drop' | 'hashmod' | 'HashMod' | 'labelmap' | 'LabelMap' | 'labeldrop' | 'LabelDrop' | 'labelkeep' | 'LabelKeep' | 'lowercase' | 'Lowercase' | 'uppercase' | 'Uppercase' | 'keepequal' | 'KeepEqual' | 'dropequal' | 'DropEqual';
  /** @format "int64" */
  readonly modulus?: number;
  readonly regex?: string;
  readonly replacement?: string;
  readonly separator?: string;
  readonly sourceLabels?: ReadonlyArray<string>;
  readonly targetLabel?: string;
}

export interface ProbeSpecTlsConfig {
  readonly ca?: ProbeSpecTlsConfigCa;
  readonly cert?: ProbeSpecTlsConfigCert;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: ProbeSpecTlsConfigKeySecret;
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly serverName?: string;
}

export interface ProbeSpecTlsConfigCa {
  readonly configMap?: ProbeSpecTlsConfigCaConfigMap;
  readonly secret?: ProbeSpecTlsConfigCaSecret;
}

export interface ProbeSpecTlsConfigCaConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecTlsConfigCaSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecTlsConfigCert {
  readonly configMap?: ProbeSpecTlsConfigCertConfigMap;
  readonly secret?: ProbeSpecTlsConfigCertSecret;
}

export interface ProbeSpecTlsConfigCertConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecTlsConfigCertSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ProbeSpecTlsConfigKeySecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

/** monitoring.coreos.com/v1 Probe (namespaced). */
export class Probe extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Probe',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: ProbeProps): object {
    return { ...Probe.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: ProbeProps) {
    super(scope, id, { ...Probe.GVK, ...props });
  }
}

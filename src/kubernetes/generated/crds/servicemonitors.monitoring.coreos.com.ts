// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface ServiceMonitorProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: ServiceMonitorSpec;
}

export interface ServiceMonitorSpec {
  readonly attachMetadata?: ServiceMonitorSpecAttachMetadata;
  /** @pattern "(^0|([0-9]*[.])?[0-9]+((K|M|G|T|E|P)i?)?B)$" */
  readonly bodySizeLimit?: string;
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly endpoints: ReadonlyArray<ServiceMonitorSpecEndpoints>;
  readonly fallbackScrapeProtocol?: 'PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0';
  readonly jobLabel?: string;
  /** @format "int64" */
  readonly keepDroppedTargets?: number;
  /** @format "int64" */
  readonly labelLimit?: number;
  /** @format "int64" */
  readonly labelNameLengthLimit?: number;
  /** @format "int64" */
  readonly labelValueLengthLimit?: number;
  readonly namespaceSelector?: ServiceMonitorSpecNamespaceSelector;
  /** @format "int64" */
  readonly nativeHistogramBucketLimit?: number;
  /** @pattern "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$" */
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly podTargetLabels?: ReadonlyArray<string>;
  /** @format "int64" */
  readonly sampleLimit?: number;
  /** @minLength 1 */
  readonly scrapeClass?: string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeProtocols?: ReadonlyArray<'PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0'>;
  readonly selector: ServiceMonitorSpecSelector;
  readonly selectorMechanism?: 'RelabelConfig' | 'RoleSelector';
  readonly targetLabels?: ReadonlyArray<string>;
  /** @format "int64" */
  readonly targetLimit?: number;
}

export interface ServiceMonitorSpecAttachMetadata {
  readonly node?: boolean;
}

export interface ServiceMonitorSpecEndpoints {
  readonly authorization?: ServiceMonitorSpecEndpointsAuthorization;
  readonly basicAuth?: ServiceMonitorSpecEndpointsBasicAuth;
  readonly bearerTokenFile?: string;
  readonly bearerTokenSecret?: ServiceMonitorSpecEndpointsBearerTokenSecret;
  readonly enableHttp2?: boolean;
  readonly filterRunning?: boolean;
  readonly followRedirects?: boolean;
  readonly honorLabels?: boolean;
  readonly honorTimestamps?: boolean;
  /** @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" */
  readonly interval?: string;
  readonly metricRelabelings?: ReadonlyArray<ServiceMonitorSpecEndpointsMetricRelabelings>;
  readonly noProxy?: string;
  readonly oauth2?: ServiceMonitorSpecEndpointsOauth2;
  readonly params?: { readonly [key: string]: ReadonlyArray<string> };
  readonly path?: string;
  readonly port?: string;
  readonly proxyConnectHeader?: { readonly [key: string]: ReadonlyArray<ServiceMonitorSpecEndpointsProxyConnectHeader> };
  readonly proxyFromEnvironment?: boolean;
  /** @pattern "^(http|https|socks5)://.+$" */
  readonly proxyUrl?: string;
  readonly relabelings?: ReadonlyArray<ServiceMonitorSpecEndpointsRelabelings>;
  readonly scheme?: 'http' | 'https';
  /** @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" */
  readonly scrapeTimeout?: string;
  readonly targetPort?: number | string;
  readonly tlsConfig?: ServiceMonitorSpecEndpointsTlsConfig;
  readonly trackTimestampsStaleness?: boolean;
}

export interface ServiceMonitorSpecEndpointsAuthorization {
  readonly credentials?: ServiceMonitorSpecEndpointsAuthorizationCredentials;
  readonly type?: string;
}

export interface ServiceMonitorSpecEndpointsAuthorizationCredentials {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsBasicAuth {
  readonly password?: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly username?: ServiceMonitorSpecEndpointsBasicAuthUsername;
}

export interface ServiceMonitorSpecEndpointsBasicAuthPassword {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsBasicAuthUsername {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsBearerTokenSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsMetricRelabelings {
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

export interface ServiceMonitorSpecEndpointsOauth2 {
  readonly clientId: ServiceMonitorSpecEndpointsOauth2ClientId;
  readonly clientSecret: ServiceMonitorSpecEndpointsOauth2ClientSecret;
  readonly endpointParams?: { readonly [key: string]: string };
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [key: string]: ReadonlyArray<ServiceMonitorSpecEndpointsOauth2ProxyConnectHeader> };
  readonly proxyFromEnvironment?: boolean;
  /** @pattern "^(http|https|socks5)://.+$" */
  readonly proxyUrl?: string;
  readonly scopes?: ReadonlyArray<string>;
  readonly tlsConfig?: ServiceMonitorSpecEndpointsOauth2TlsConfig;
  /** @minLength 1 */
  readonly tokenUrl: string;
}

export interface ServiceMonitorSpecEndpointsOauth2ClientId {
  readonly configMap?: ServiceMonitorSpecEndpointsOauth2ClientIdConfigMap;
  readonly secret?: ServiceMonitorSpecEndpointsOauth2ClientIdSecret;
}

export interface ServiceMonitorSpecEndpointsOauth2ClientIdConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2ClientIdSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2ClientSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2ProxyConnectHeader {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfig {
  readonly ca?: ServiceMonitorSpecEndpointsOauth2TlsConfigCa;
  readonly cert?: ServiceMonitorSpecEndpointsOauth2TlsConfigCert;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: ServiceMonitorSpecEndpointsOauth2TlsConfigKeySecret;
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly serverName?: string;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfigCa {
  readonly configMap?: ServiceMonitorSpecEndpointsOauth2TlsConfigCaConfigMap;
  readonly secret?: ServiceMonitorSpecEndpointsOauth2TlsConfigCaSecret;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfigCaConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfigCaSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfigCert {
  readonly configMap?: ServiceMonitorSpecEndpointsOauth2TlsConfigCertConfigMap;
  readonly secret?: ServiceMonitorSpecEndpointsOauth2TlsConfigCertSecret;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfigCertConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfigCertSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfigKeySecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsProxyConnectHeader {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsRelabelings {
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

export interface ServiceMonitorSpecEndpointsTlsConfig {
  readonly ca?: ServiceMonitorSpecEndpointsTlsConfigCa;
  readonly caFile?: string;
  readonly cert?: ServiceMonitorSpecEndpointsTlsConfigCert;
  readonly certFile?: string;
  readonly insecureSkipVerify?: boolean;
  readonly keyFile?: string;
  readonly keySecret?: ServiceMonitorSpecEndpointsTlsConfigKeySecret;
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly serverName?: string;
}

export interface ServiceMonitorSpecEndpointsTlsConfigCa {
  readonly configMap?: ServiceMonitorSpecEndpointsTlsConfigCaConfigMap;
  readonly secret?: ServiceMonitorSpecEndpointsTlsConfigCaSecret;
}

export interface ServiceMonitorSpecEndpointsTlsConfigCaConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsTlsConfigCaSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsTlsConfigCert {
  readonly configMap?: ServiceMonitorSpecEndpointsTlsConfigCertConfigMap;
  readonly secret?: ServiceMonitorSpecEndpointsTlsConfigCertSecret;
}

export interface ServiceMonitorSpecEndpointsTlsConfigCertConfigMap {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsTlsConfigCertSecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecEndpointsTlsConfigKeySecret {
  readonly key: string;
  /** @default "" */
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecNamespaceSelector {
  readonly any?: boolean;
  readonly matchNames?: ReadonlyArray<string>;
}

export interface ServiceMonitorSpecSelector {
  readonly matchExpressions?: ReadonlyArray<ServiceMonitorSpecSelectorMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface ServiceMonitorSpecSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

/** monitoring.coreos.com/v1 ServiceMonitor (namespaced). */
export class ServiceMonitor extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: ServiceMonitorProps): object {
    return { ...ServiceMonitor.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: ServiceMonitorProps) {
    super(scope, id, { ...ServiceMonitor.GVK, ...props });
  }
}

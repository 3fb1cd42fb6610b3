// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface GatewayProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: GatewaySpec;
}

export interface GatewaySpec {
  /**
   * @maxItems 16
   * @rule IPAddress values must be unique
   * @rule Hostname values must be unique
   */
  readonly addresses?: ReadonlyArray<GatewaySpecAddresses>;
  /**
   * @minLength 1
   * @maxLength 253
   */
  readonly gatewayClassName: string;
  readonly infrastructure?: GatewaySpecInfrastructure;
  /**
   * @minItems 1
   * @maxItems 64
   * @list-map-keys ["name"]
   * @rule tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']
   * @rule tls mode must be Terminate for protocol HTTPS
   * @rule hostname must not be specified for protocols ['TCP', 'UDP']
   * @rule Listener name must be unique within the Gateway
   * @rule Combination of port, protocol and hostname must be unique for each listener
   */
  readonly listeners: ReadonlyArray<GatewaySpecListeners>;
}

export interface GatewaySpecAddresses {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^Hostname|IPAddress|NamedAddress|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$"
   * @default "IPAddress"
   */
  readonly type?: string;
  /** @maxLength 253 */
  readonly value?: string;
}

export interface GatewaySpecInfrastructure {
  /**
   * @maxProperties 8
   * @rule Annotation keys must be in the form of an optional DNS subdomain prefix followed by a required name segment of up to 63 characters.
   * @rule If specified, the annotation key's prefix must be a DNS subdomain not longer than 253 characters in total.
   */
  readonly annotations?: { readonly [key: string]: string };
  /**
   * @maxProperties 8
   * @rule Label keys must be in the form of an optional DNS subdomain prefix followed by a required name segment of up to 63 characters.
   * @rule If specified, the label key's prefix must be a DNS subdomain not longer than 253 characters in total.
   */
  readonly labels?: { readonly [key: string]: string };
  readonly parametersRef?: GatewaySpecInfrastructureParametersRef;
}

export interface GatewaySpecInfrastructureParametersRef {
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

export interface GatewaySpecListeners {
  /** @default {"namespaces":{"from":"Same"}} */
  readonly allowedRoutes?: GatewaySpecListenersAllowedRoutes;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly hostname?: string;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name: string;
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 65535
   */
  readonly port: number;
  /**
   * @minLength 1
   * @maxLength 255
   * @pattern "^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9]+$"
   */
  readonly protocol: string;
  /** @rule certificateRefs or options must be specified when mode is Terminate */
  readonly tls?: GatewaySpecListenersTls;
}

export interface GatewaySpecListenersAllowedRoutes {
  /** @maxItems 8 */
  readonly kinds?: ReadonlyArray<GatewaySpecListenersAllowedRoutesKinds>;
  /** @default {"from":"Same"} */
  readonly namespaces?: GatewaySpecListenersAllowedRoutesNamespaces;
}

export interface GatewaySpecListenersAllowedRoutesKinds {
  /**
   * @maxLength 253
   * @pattern "^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   * @default "gateway.networking.k8s.io"
   */
  readonly group?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"
   */
  readonly kind: string;
}

export interface GatewaySpecListenersAllowedRoutesNamespaces {
  /** @default "Same" */
  readonly from?: 'All' | 'Selector' | 'Same';
  readonly selector?: GatewaySpecListenersAllowedRoutesNamespacesSelector;
}

export interface GatewaySpecListenersAllowedRoutesNamespacesSelector {
  readonly matchExpressions?: ReadonlyArray<GatewaySpecListenersAllowedRoutesNamespacesSelectorMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface GatewaySpecListenersAllowedRoutesNamespacesSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface GatewaySpecListenersTls {
  /** @maxItems 64 */
  readonly certificateRefs?: ReadonlyArray<GatewaySpecListenersTlsCertificateRefs>;
  /** @default "Terminate" */
  readonly mode?: 'Terminate' | 'Passthrough';
  /** @maxProperties 16 */
  readonly options?: { readonly [key: string]: string };
}

export interface GatewaySpecListenersTlsCertificateRefs {
  /**
   * @maxLength 253
   * @pattern "^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   * @default ""
   */
  readonly group?: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"
   * @default "Secret"
   */
  readonly kind?: string;
  /**
   * @minLength 1
   * @maxLength 253
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 63
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
   */
  readonly namespace?: string;
}

/** gateway.networking.k8s.io/v1 Gateway (namespaced). */
export class Gateway extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: GatewayProps): object {
    return { ...Gateway.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: GatewayProps) {
    super(scope, id, { ...Gateway.GVK, ...props });
  }
}

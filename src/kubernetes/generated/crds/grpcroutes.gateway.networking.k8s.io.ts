// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface GRPCRouteProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: GRPCRouteSpec;
}

export interface GRPCRouteSpec {
  /** @maxItems 16 */
  readonly hostnames?: ReadonlyArray<string>;
  /**
   * @maxItems 32
   * @rule sectionName must be specified when parentRefs includes 2 or more references to the same parent
   * @rule sectionName must be unique when parentRefs includes 2 or more references to the same parent
   */
  readonly parentRefs?: ReadonlyArray<GRPCRouteSpecParentRefs>;
  /**
   * @maxItems 16
   * @rule While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules in a route must be less than 128
   */
  readonly rules?: ReadonlyArray<GRPCRouteSpecRules>;
}

export interface GRPCRouteSpecParentRefs {
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
   * @default "Gateway"
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
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 65535
   */
  readonly port?: number;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly sectionName?: string;
}

export interface GRPCRouteSpecRules {
  /** @maxItems 16 */
  readonly backendRefs?: ReadonlyArray<GRPCRouteSpecRulesBackendRefs>;
  /**
   * @maxItems 16
   * @rule RequestHeaderModifier filter cannot be repeated
   * @rule ResponseHeaderModifier filter cannot be repeated
   */
  readonly filters?: ReadonlyArray<GRPCRouteSpecRulesFilters>;
  /** @maxItems 64 */
  readonly matches?: ReadonlyArray<GRPCRouteSpecRulesMatches>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
}

export interface GRPCRouteSpecRulesBackendRefs {
  /**
   * @maxItems 16
   * @rule RequestHeaderModifier filter cannot be repeated
   * @rule ResponseHeaderModifier filter cannot be repeated
   */
  readonly filters?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFilters>;
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
   * @default "Service"
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
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 65535
   */
  readonly port?: number;
  /**
   * @format "int32"
   * @minimum 0
   * @maximum 1000000
   * @default 1
   */
  readonly weight?: number;
}

export interface GRPCRouteSpecRulesBackendRefsFilters {
  readonly extensionRef?: GRPCRouteSpecRulesBackendRefsFiltersExtensionRef;
  readonly requestHeaderModifier?: GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier;
  /** @rule Only one of percent or fraction may be specified in HTTPRequestMirrorFilter */
  readonly requestMirror?: GRPCRouteSpecRulesBackendRefsFiltersRequestMirror;
  readonly responseHeaderModifier?: GRPCRouteSpecRulesBackendRefsFiltersResponseHeaderModifier;
  readonly type: 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef';
}

export interface GRPCRouteSpecRulesBackendRefsFiltersExtensionRef {
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

export interface GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierSet>;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierSet {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersRequestMirror {
  /** @rule Must have port for Service reference */
  readonly backendRef: GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef;
  /** @rule numerator must be less than or equal to denominator */
  readonly fraction?: GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorFraction;
  /**
   * @format "int32"
   * @minimum 0
   * @maximum 100
   */
  readonly percent?: number;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef {
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
   * @default "Service"
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
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 65535
   */
  readonly port?: number;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorFraction {
  /**
   * @format "int32"
   * @minimum 1
   * @default 100
   */
  readonly denominator?: number;
  /**
   * @format "int32"
   * @minimum 0
   */
  readonly numerator: number;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersResponseHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFiltersResponseHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFiltersResponseHeaderModifierSet>;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersResponseHeaderModifierAdd {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesBackendRefsFiltersResponseHeaderModifierSet {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesFilters {
  readonly extensionRef?: GRPCRouteSpecRulesFiltersExtensionRef;
  readonly requestHeaderModifier?: GRPCRouteSpecRulesFiltersRequestHeaderModifier;
  /** @rule Only one of percent or fraction may be specified in HTTPRequestMirrorFilter */
  readonly requestMirror?: GRPCRouteSpecRulesFiltersRequestMirror;
  readonly responseHeaderModifier?: GRPCRouteSpecRulesFiltersResponseHeaderModifier;
  readonly type: 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef';
}

export interface GRPCRouteSpecRulesFiltersExtensionRef {
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

export interface GRPCRouteSpecRulesFiltersRequestHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<GRPCRouteSpecRulesFiltersRequestHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<GRPCRouteSpecRulesFiltersRequestHeaderModifierSet>;
}

export interface GRPCRouteSpecRulesFiltersRequestHeaderModifierAdd {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesFiltersRequestHeaderModifierSet {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesFiltersRequestMirror {
  /** @rule Must have port for Service reference */
  readonly backendRef: GRPCRouteSpecRulesFiltersRequestMirrorBackendRef;
  /** @rule numerator must be less than or equal to denominator */
  readonly fraction?: GRPCRouteSpecRulesFiltersRequestMirrorFraction;
  /**
   * @format "int32"
   * @minimum 0
   * @maximum 100
   */
  readonly percent?: number;
}

export interface GRPCRouteSpecRulesFiltersRequestMirrorBackendRef {
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
   * @default "Service"
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
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 65535
   */
  readonly port?: number;
}

export interface GRPCRouteSpecRulesFiltersRequestMirrorFraction {
  /**
   * @format "int32"
   * @minimum 1
   * @default 100
   */
  readonly denominator?: number;
  /**
   * @format "int32"
   * @minimum 0
   */
  readonly numerator: number;
}

export interface GRPCRouteSpecRulesFiltersResponseHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<GRPCRouteSpecRulesFiltersResponseHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<GRPCRouteSpecRulesFiltersResponseHeaderModifierSet>;
}

export interface GRPCRouteSpecRulesFiltersResponseHeaderModifierAdd {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesFiltersResponseHeaderModifierSet {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesMatches {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly headers?: ReadonlyArray<GRPCRouteSpecRulesMatchesHeaders>;
  /**
   * @rule One or both of 'service' or 'method' must be specified
   * @rule service must only contain valid characters (matching ^(?i)\.?[a-z_][a-z_0-9]*(\.[a-z_][a-z_0-9]*)*$)
   * @rule method must only contain valid characters (matching ^[A-Za-z_][A-Za-z_0-9]*$)
   */
  readonly method?: GRPCRouteSpecRulesMatchesMethod;
}

export interface GRPCRouteSpecRulesMatchesHeaders {
  /**
   * @minLength 1
   * @maxLength 256
   * @pattern "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$"
   */
  readonly name: string;
  /** @default "Exact" */
  readonly type?: 'Exact' | 'RegularExpression';
  /**
   * @minLength 1
   * @maxLength 4096
   */
  readonly value: string;
}

export interface GRPCRouteSpecRulesMatchesMethod {
  /** @maxLength 1024 */
  readonly method?: string;
  /** @maxLength 1024 */
  readonly service?: string;
  /** @default "Exact" */
  readonly type?: 'Exact' | 'RegularExpression';
}

/** gateway.networking.k8s.io/v1 GRPCRoute (namespaced). */
export class GRPCRoute extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GRPCRoute',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: GRPCRouteProps): object {
    return { ...GRPCRoute.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: GRPCRouteProps) {
    super(scope, id, { ...GRPCRoute.GVK, ...props });
  }
}

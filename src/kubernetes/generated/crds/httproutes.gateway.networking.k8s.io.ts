// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface HTTPRouteProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: HTTPRouteSpec;
}

export interface HTTPRouteSpec {
  /** @maxItems 16 */
  readonly hostnames?: ReadonlyArray<string>;
  /**
   * @maxItems 32
   * @rule sectionName must be specified when parentRefs includes 2 or more references to the same parent
   * @rule sectionName must be unique when parentRefs includes 2 or more references to the same parent
   */
  readonly parentRefs?: ReadonlyArray<HTTPRouteSpecParentRefs>;
  /**
   * @maxItems 16
   * @default [{"matches":[{"path":{"type":"PathPrefix","value":"/"}}]}]
   * @rule While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules in a route must be less than 128
   */
  readonly rules?: ReadonlyArray<HTTPRouteSpecRules>;
}

export interface HTTPRouteSpecParentRefs {
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

export interface HTTPRouteSpecRules {
  /** @maxItems 16 */
  readonly backendRefs?: ReadonlyArray<HTTPRouteSpecRulesBackendRefs>;
  /**
   * @maxItems 16
   * @rule May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite, but not both
   * @rule RequestHeaderModifier filter cannot be repeated
   * @rule ResponseHeaderModifier filter cannot be repeated
   * @rule RequestRedirect filter cannot be repeated
   * @rule URLRewrite filter cannot be repeated
   */
  readonly filters?: ReadonlyArray<HTTPRouteSpecRulesFilters>;
  /**
   * @maxItems 64
   * @default [{"path":{"type":"PathPrefix","value":"/"}}]
   */
  readonly matches?: ReadonlyArray<HTTPRouteSpecRulesMatches>;
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly name?: string;
  /** @rule backendRequest timeout cannot be longer than request timeout */
  readonly timeouts?: HTTPRouteSpecRulesTimeouts;
}

export interface HTTPRouteSpecRulesBackendRefs {
  /**
   * @maxItems 16
   * @rule May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite, but not both
   * @rule RequestHeaderModifier filter cannot be repeated
   * @rule ResponseHeaderModifier filter cannot be repeated
   * @rule RequestRedirect filter cannot be repeated
   * @rule URLRewrite filter cannot be repeated
   */
  readonly filters?: ReadonlyArray<HTTPRouteSpecRulesBackendRefsFilters>;
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

export interface HTTPRouteSpecRulesBackendRefsFilters {
  readonly extensionRef?: HTTPRouteSpecRulesBackendRefsFiltersExtensionRef;
  readonly requestHeaderModifier?: HTTPRouteSpecRulesBackendRefsFiltersRequestHeaderModifier;
  /** @rule Only one of percent or fraction may be specified in HTTPRequestMirrorFilter */
  readonly requestMirror?: HTTPRouteSpecRulesBackendRefsFiltersRequestMirror;
  readonly requestRedirect?: HTTPRouteSpecRulesBackendRefsFiltersRequestRedirect;
  readonly responseHeaderModifier?: HTTPRouteSpecRulesBackendRefsFiltersResponseHeaderModifier;
  readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestMirror' | 'RequestRedirect' | 'URLRewrite' | 'ExtensionRef';
  readonly urlRewrite?: HTTPRouteSpecRulesBackendRefsFiltersUrlRewrite;
}

export interface HTTPRouteSpecRulesBackendRefsFiltersExtensionRef {
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

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<HTTPRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<HTTPRouteSpecRulesBackendRefsFiltersRequestHeaderModifierSet>;
}

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd {
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

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestHeaderModifierSet {
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

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestMirror {
  /** @rule Must have port for Service reference */
  readonly backendRef: HTTPRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef;
  /** @rule numerator must be less than or equal to denominator */
  readonly fraction?: HTTPRouteSpecRulesBackendRefsFiltersRequestMirrorFraction;
  /**
   * @format "int32"
   * @minimum 0
   * @maximum 100
   */
  readonly percent?: number;
}

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef {
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

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestMirrorFraction {
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

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestRedirect {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly hostname?: string;
  /**
   * @rule replaceFullPath must be specified when type is set to 'ReplaceFullPath'
   * @rule type must be 'ReplaceFullPath' when replaceFullPath is set
   * @rule replacePrefixMatch must be specified when type is set to 'ReplacePrefixMatch'
   * @rule type must be 'ReplacePrefixMatch' when replacePrefixMatch is set
   */
  readonly path?: HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath;
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 65535
   */
  readonly port?: number;
  readonly scheme?: 'http' | 'https';
  /** @default 302 */
  readonly statusCode?: 301 | 302;
}

export interface HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath {
  /** @maxLength 1024 */
  readonly replaceFullPath?: string;
  /** @maxLength 1024 */
  readonly replacePrefixMatch?: string;
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

export interface HTTPRouteSpecRulesBackendRefsFiltersResponseHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<HTTPRouteSpecRulesBackendRefsFiltersResponseHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<HTTPRouteSpecRulesBackendRefsFiltersResponseHeaderModifierSet>;
}

export interface HTTPRouteSpecRulesBackendRefsFiltersResponseHeaderModifierAdd {
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

export interface HTTPRouteSpecRulesBackendRefsFiltersResponseHeaderModifierSet {
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

export interface HTTPRouteSpecRulesBackendRefsFiltersUrlRewrite {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly hostname?: string;
  /**
   * @rule replaceFullPath must be specified when type is set to 'ReplaceFullPath'
   * @rule type must be 'ReplaceFullPath' when replaceFullPath is set
   * @rule replacePrefixMatch must be specified when type is set to 'ReplacePrefixMatch'
   * @rule type must be 'ReplacePrefixMatch' when replacePrefixMatch is set
   */
  readonly path?: HTTPRouteSpecRulesBackendRefsFiltersUrlRewritePath;
}

export interface HTTPRouteSpecRulesBackendRefsFiltersUrlRewritePath {
  /** @maxLength 1024 */
  readonly replaceFullPath?: string;
  /** @maxLength 1024 */
  readonly replacePrefixMatch?: string;
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

export interface HTTPRouteSpecRulesFilters {
  readonly extensionRef?: HTTPRouteSpecRulesFiltersExtensionRef;
  readonly requestHeaderModifier?: HTTPRouteSpecRulesFiltersRequestHeaderModifier;
  /** @rule Only one of percent or fraction may be specified in HTTPRequestMirrorFilter */
  readonly requestMirror?: HTTPRouteSpecRulesFiltersRequestMirror;
  readonly requestRedirect?: HTTPRouteSpecRulesFiltersRequestRedirect;
  readonly responseHeaderModifier?: HTTPRouteSpecRulesFiltersResponseHeaderModifier;
  readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestMirror' | 'RequestRedirect' | 'URLRewrite' | 'ExtensionRef';
  readonly urlRewrite?: HTTPRouteSpecRulesFiltersUrlRewrite;
}

export interface HTTPRouteSpecRulesFiltersExtensionRef {
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

export interface HTTPRouteSpecRulesFiltersRequestHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<HTTPRouteSpecRulesFiltersRequestHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<HTTPRouteSpecRulesFiltersRequestHeaderModifierSet>;
}

export interface HTTPRouteSpecRulesFiltersRequestHeaderModifierAdd {
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

export interface HTTPRouteSpecRulesFiltersRequestHeaderModifierSet {
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

export interface HTTPRouteSpecRulesFiltersRequestMirror {
  /** @rule Must have port for Service reference */
  readonly backendRef: HTTPRouteSpecRulesFiltersRequestMirrorBackendRef;
  /** @rule numerator must be less than or equal to denominator */
  readonly fraction?: HTTPRouteSpecRulesFiltersRequestMirrorFraction;
  /**
   * @format "int32"
   * @minimum 0
   * @maximum 100
   */
  readonly percent?: number;
}

export interface HTTPRouteSpecRulesFiltersRequestMirrorBackendRef {
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

export interface HTTPRouteSpecRulesFiltersRequestMirrorFraction {
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

export interface HTTPRouteSpecRulesFiltersRequestRedirect {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly hostname?: string;
  /**
   * @rule replaceFullPath must be specified when type is set to 'ReplaceFullPath'
   * @rule type must be 'ReplaceFullPath' when replaceFullPath is set
   * @rule replacePrefixMatch must be specified when type is set to 'ReplacePrefixMatch'
   * @rule type must be 'ReplacePrefixMatch' when replacePrefixMatch is set
   */
  readonly path?: HTTPRouteSpecRulesFiltersRequestRedirectPath;
  /**
   * @format "int32"
   * @minimum 1
   * @maximum 65535
   */
  readonly port?: number;
  readonly scheme?: 'http' | 'https';
  /** @default 302 */
  readonly statusCode?: 301 | 302;
}

export interface HTTPRouteSpecRulesFiltersRequestRedirectPath {
  /** @maxLength 1024 */
  readonly replaceFullPath?: string;
  /** @maxLength 1024 */
  readonly replacePrefixMatch?: string;
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

export interface HTTPRouteSpecRulesFiltersResponseHeaderModifier {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly add?: ReadonlyArray<HTTPRouteSpecRulesFiltersResponseHeaderModifierAdd>;
  /** @maxItems 16 */
  readonly remove?: ReadonlyArray<string>;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly set?: ReadonlyArray<HTTPRouteSpecRulesFiltersResponseHeaderModifierSet>;
}

export interface HTTPRouteSpecRulesFiltersResponseHeaderModifierAdd {
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

export interface HTTPRouteSpecRulesFiltersResponseHeaderModifierSet {
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

export interface HTTPRouteSpecRulesFiltersUrlRewrite {
  /**
   * @minLength 1
   * @maxLength 253
   * @pattern "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
   */
  readonly hostname?: string;
  /**
   * @rule replaceFullPath must be specified when type is set to 'ReplaceFullPath'
   * @rule type must be 'ReplaceFullPath' when replaceFullPath is set
   * @rule replacePrefixMatch must be specified when type is set to 'ReplacePrefixMatch'
   * @rule type must be 'ReplacePrefixMatch' when replacePrefixMatch is set
   */
  readonly path?: HTTPRouteSpecRulesFiltersUrlRewritePath;
}

export interface HTTPRouteSpecRulesFiltersUrlRewritePath {
  /** @maxLength 1024 */
  readonly replaceFullPath?: string;
  /** @maxLength 1024 */
  readonly replacePrefixMatch?: string;
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

export interface HTTPRouteSpecRulesMatches {
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly headers?: ReadonlyArray<HTTPRouteSpecRulesMatchesHeaders>;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
  /**
   * @default {"type":"PathPrefix","value":"/"}
   * @rule value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']
   * @rule must not contain '//' when type one of ['Exact', 'PathPrefix']
   * @rule must not contain '/./' when type one of ['Exact', 'PathPrefix']
   * @rule must not contain '/../' when type one of ['Exact', 'PathPrefix']
   * @rule must not contain '%2f' when type one of ['Exact', 'PathPrefix']
   * @rule must not contain '%2F' when type one of ['Exact', 'PathPrefix']
   * @rule must not contain '#' when type one of ['Exact', 'PathPrefix']
   * @rule must not end with '/..' when type one of ['Exact', 'PathPrefix']
   * @rule must not end with '/.' when type one of ['Exact', 'PathPrefix']
   * @rule type must be one of ['Exact', 'PathPrefix', 'RegularExpression']
   * @rule must only contain valid characters (matching ^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$) for types ['Exact', 'PathPrefix']
   */
  readonly path?: HTTPRouteSpecRulesMatchesPath;
  /**
   * @maxItems 16
   * @list-map-keys ["name"]
   */
  readonly queryParams?: ReadonlyArray<HTTPRouteSpecRulesMatchesQueryParams>;
}

export interface HTTPRouteSpecRulesMatchesHeaders {
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

export interface HTTPRouteSpecRulesMatchesPath {
  /** @default "PathPrefix" */
  readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression';
  /**
   * @maxLength 1024
   * @default "/"
   */
  readonly value?: string;
}

export interface HTTPRouteSpecRulesMatchesQueryParams {
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
   * @maxLength 1024
   */
  readonly value: string;
}

export interface HTTPRouteSpecRulesTimeouts {
  /** @pattern "^([0-9]{1,5}(h|m|s|ms)){1,4}$" */
  readonly backendRequest?: string;
  /** @pattern "^([0-9]{1,5}(h|m|s|ms)){1,4}$" */
  readonly request?: string;
}

/** gateway.networking.k8s.io/v1 HTTPRoute (namespaced). */
export class HTTPRoute extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: HTTPRouteProps): object {
    return { ...HTTPRoute.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: HTTPRouteProps) {
    super(scope, id, { ...HTTPRoute.GVK, ...props });
  }
}

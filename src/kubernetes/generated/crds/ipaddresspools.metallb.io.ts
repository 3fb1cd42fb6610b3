// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface IPAddressPoolProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: IPAddressPoolSpec;
}

export interface IPAddressPoolSpec {
  readonly addresses: ReadonlyArray<string>;
  /** @default true */
  readonly autoAssign?: boolean;
  /** @default false */
  readonly avoidBuggyIPs?: boolean;
  readonly serviceAllocation?: IPAddressPoolSpecServiceAllocation;
}

export interface IPAddressPoolSpecServiceAllocation {
  readonly namespaceSelectors?: ReadonlyArray<IPAddressPoolSpecServiceAllocationNamespaceSelectors>;
  readonly namespaces?: ReadonlyArray<string>;
  readonly priority?: number;
  readonly serviceSelectors?: ReadonlyArray<IPAddressPoolSpecServiceAllocationServiceSelectors>;
}

export interface IPAddressPoolSpecServiceAllocationNamespaceSelectors {
  readonly matchExpressions?: ReadonlyArray<IPAddressPoolSpecServiceAllocationNamespaceSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface IPAddressPoolSpecServiceAllocationNamespaceSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface IPAddressPoolSpecServiceAllocationServiceSelectors {
  readonly matchExpressions?: ReadonlyArray<IPAddressPoolSpecServiceAllocationServiceSelectorsMatchExpressions>;
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface IPAddressPoolSpecServiceAllocationServiceSelectorsMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

/** metallb.io/v1beta1 IPAddressPool (namespaced). */
export class IPAddressPool extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'metallb.io/v1beta1',
    kind: 'IPAddressPool',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: IPAddressPoolProps): object {
    return { ...IPAddressPool.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: IPAddressPoolProps) {
    super(scope, id, { ...IPAddressPool.GVK, ...props });
  }
}

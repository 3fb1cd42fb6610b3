// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface PrometheusRuleProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: PrometheusRuleSpec;
}

export interface PrometheusRuleSpec {
  /** @list-map-keys ["name"] */
  readonly groups?: ReadonlyArray<PrometheusRuleSpecGroups>;
}

export interface PrometheusRuleSpecGroups {
  /** @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" */
  readonly interval?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly limit?: number;
  /** @minLength 1 */
  readonly name: string;
  /** @pattern "^(?i)(abort|warn)?$" */
  readonly partial_response_strategy?: string;
  /** @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" */
  readonly query_offset?: string;
  readonly rules?: ReadonlyArray<PrometheusRuleSpecGroupsRules>;
}

export interface PrometheusRuleSpecGroupsRules {
  readonly alert?: string;
  readonly annotations?: { readonly [key: string]: string };
  readonly expr: number | string;
  /** @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" */
  readonly for?: string;
  /**
   * @minLength 1
   * @pattern "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$"
   */
  readonly keep_firing_for?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly record?: string;
}

/** monitoring.coreos.com/v1 PrometheusRule (namespaced). */
export class PrometheusRule extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: PrometheusRuleProps): object {
    return { ...PrometheusRule.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: PrometheusRuleProps) {
    super(scope, id, { ...PrometheusRule.GVK, ...props });
  }
}

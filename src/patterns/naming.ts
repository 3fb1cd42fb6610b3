import type { Construct } from 'constructs';
import { recommendedLabels, selectorLabels } from '../manifest';
import { checkText, type TextCheck, under } from '../pod';
import type { ReportIssue } from '../props';
import { dns1123Label, labelValue, qualifiedName } from '../values';

/** Names and labels of the objects of a pattern. */
export interface NamingProps {
  /** Name of the objects. @default the id of the construct */
  readonly name?: string;
  /**
   * Name of the application, if it is not that of the objects: `app.kubernetes.io/name`. Two Deployments `shop` and `shop-canary` of
   * one application have it in common, and a Service that selects it reaches both. Immutable in workloads, because it selects their pods.
   *
   * @default name
   */
  readonly appName?: string;
  /** Namespace of the objects. @default the namespace of the chart */
  readonly namespace?: string;
  /**
   * Unique instance name in the namespace: `app.kubernetes.io/instance`. Immutable in workloads, because it selects their pods.
   *
   * @default name
   */
  readonly instance?: string;
  /**
   * Component, such as `frontend`: `app.kubernetes.io/component`. Immutable in workloads, because it selects their pods.
   *
   * @default none
   */
  readonly component?: string;
  /** Application that it is part of: `app.kubernetes.io/part-of`. @default none */
  readonly partOf?: string;
  /** `app.kubernetes.io/version`. @default the tag of the image */
  readonly version?: string;
  /** Additional labels of the objects and their pods. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the main object. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Name and labels of the objects of a pattern. */
export interface Naming {
  readonly name: string;
  /** Undefined for the namespace of the chart. */
  readonly namespace: string | undefined;
  /** All labels of the objects and their pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** The labels that select the pods; they never change during the lifetime of the workload. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The name of the objects of a construct, independent of its position in the tree. */
export function nameOfConstruct(construct: Construct, props: Pick<NamingProps, 'name'>): string {
  return props.name ?? construct.node.id;
}

/** Computes and checks name and labels. @param nameCheck the name format of the kind. */
export function namingOf(
  construct: Construct,
  props: NamingProps,
  nameCheck: TextCheck,
  reportIssue: ReportIssue,
  tag?: string,
): Naming {
  const name = nameOfConstruct(construct, props);
  checkText(reportIssue, 'name', name, nameCheck);
  for (const prop of ['appName', 'instance', 'component', 'partOf', 'version'] as const) {
    const value = props[prop];
    if (value !== undefined) checkText(reportIssue, prop, value, labelValue);
  }
  if (props.namespace !== undefined) checkText(reportIssue, 'namespace', props.namespace, dns1123Label);
  const names = { ...props, name: props.appName ?? name, instance: props.instance ?? name };
  const selector = selectorLabels(names);
  const { labels = {}, annotations = {} } = props;
  checkLabels(labels, selector, under(reportIssue, 'labels'));
  checkAnnotations(annotations, under(reportIssue, 'annotations'));
  const version = props.version ?? (tag !== undefined && labelValue(tag).length === 0 ? tag : undefined);
  return {
    name,
    namespace: props.namespace,
    labels: { ...recommendedLabels({ ...names, version }), ...labels },
    selectorLabels: selector,
    annotations,
  };
}

/** `metadata` of an object of the pattern. */
export function metadataOf({ name, namespace, labels, annotations }: Naming) {
  const metadata = { name, labels: { ...labels }, annotations: { ...annotations } };
  // Not even as undefined, which would override that of the chart.
  return namespace === undefined ? metadata : { ...metadata, namespace };
}

/** Reports labels that are invalid, or that would change the selector of the pods. */
export function checkLabels(
  labels: Readonly<Record<string, string>>,
  selector: Readonly<Record<string, string>>,
  reportIssue: ReportIssue,
): void {
  for (const [key, value] of Object.entries(labels)) {
    checkText(reportIssue, '', key, qualifiedName);
    checkText(reportIssue, `[${key}]`, value, labelValue);
    if (Object.hasOwn(selector, key))
      reportIssue('', `must not contain ${JSON.stringify(key)}, which selects the pods`);
  }
}

/** Reports invalid keys; the server ignores their case. */
export function checkAnnotations(annotations: Readonly<Record<string, string>>, reportIssue: ReportIssue): void {
  for (const key of Object.keys(annotations))
    checkText(reportIssue, '', key, (text) => qualifiedName(text.toLowerCase()));
}

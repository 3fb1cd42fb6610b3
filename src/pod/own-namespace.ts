import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { apiObjectOf } from '../overlay';
import type { ReportIssue } from '../props';

/** What refers to objects of its namespace by name: pods, Ingresses, policies. */
export interface NamespacedUser {
  /** Construct path. */
  readonly path: string;
  /** Undefined where it is not known: kubectl decides. */
  readonly namespace: string | undefined;
}

/** A construct as a user of objects. @param namespace where props set one. @default that of the chart */
export function userOf(construct: IConstruct, namespace?: string): NamespacedUser {
  return { path: construct.node.path, namespace: namespace ?? Chart.of(construct).namespace };
}

/** Namespace of the objects of a construct: that of its main object, or of its chart. */
export function namespaceOf(construct: IConstruct): string | undefined {
  const { namespace } = construct as { namespace?: unknown };
  if (typeof namespace === 'string') return namespace;
  return apiObjectOf(construct)?.metadata.namespace ?? Chart.of(construct).namespace;
}

/** Whether a value is a construct of another namespace; false for names, and for charts without a namespace. */
export function isElsewhere(used: unknown, user: NamespacedUser): used is IConstruct {
  if (!Construct.isConstruct(used)) return false;
  const other = namespaceOf(used);
  return user.namespace !== undefined && other !== undefined && user.namespace !== other;
}

/**
 * Reports an object of another namespace: pods and routes refer to objects of their own namespace by name, so that
 * another object of that name, or none, would be used.
 */
export function checkOwnNamespace(
  user: NamespacedUser,
  used: unknown,
  prop: string,
  reportIssue: ReportIssue,
  hint = 'create both in one namespace',
): void {
  if (!isElsewhere(used, user)) return;
  const [own, other] = [user.namespace, namespaceOf(used)].map((namespace) => JSON.stringify(namespace));
  reportIssue(
    prop,
    `${used.node.path} is in namespace ${other}, and ${user.path} in namespace ${own} cannot refer to it`,
    hint,
  );
}

import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { apiObjectOf } from '../overlay';
import type { Problem } from '../props';

/** Namespace of the objects of a construct: that of its main object, or of its chart. */
export function namespaceOf(construct: IConstruct): string | undefined {
  const { namespace } = construct as { namespace?: unknown };
  if (typeof namespace === 'string') return namespace;
  return apiObjectOf(construct)?.metadata.namespace ?? Chart.of(construct).namespace;
}

/**
 * Reports an object of another namespace: pods and routes refer to objects of their own namespace by name, so that
 * another object of that name, or none, would be used. Nothing is known of names, nor of charts without a namespace.
 *
 * @param user the construct that refers to it.
 * @param namespace of the user, when props set one.
 */
export function checkOwnNamespace(
  user: IConstruct,
  namespace: string | undefined,
  used: unknown,
  prop: string,
  problem: Problem,
): void {
  if (!Construct.isConstruct(used)) return;
  const own = namespace ?? Chart.of(user).namespace;
  const other = namespaceOf(used);
  if (own === undefined || other === undefined || own === other) return;
  problem(
    prop,
    `${used.node.path} is in namespace ${JSON.stringify(other)}, and ${user.node.path} in namespace ${JSON.stringify(own)} cannot refer to it`,
    `create both in one namespace`,
  );
}

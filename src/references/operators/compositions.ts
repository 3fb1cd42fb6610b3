import type { Cluster } from '../input/cluster';
import { customList } from '../input/placed';
import { type Dangling, slipOf } from '../rule/reference-rule';

/** The type that a Composition of Crossplane is for, when the input defines one that differs by its version or one letter. */
export function unknownType(object: any, cluster: Cluster): Dangling[] {
  const { apiVersion, kind } = object.spec?.compositeTypeRef ?? {};
  const types = cluster.all('apiextensions.crossplane.io/CompositeResourceDefinition').flatMap(({ object: { spec } }) =>
    customList(spec?.versions).map((version) => ({
      apiVersion: `${spec.group}/${version?.name}`,
      kind: String(spec.names?.kind),
    })),
  );
  if (types.some((one) => one.apiVersion === apiVersion && one.kind === kind)) return [];
  const near = types.filter(
    (one) =>
      one.kind === kind ||
      (one.apiVersion === apiVersion &&
        (slipOf(String(kind), [one.kind]) !== undefined || !isComposed(one.kind, cluster))),
  );
  if (near.length === 0) return [];
  const message = `no CompositeResourceDefinition of the input defines ${kind} of ${apiVersion}`;
  const hint = `it defines ${near.map((one) => `${one.kind} of ${one.apiVersion}`).join(', ')}`;
  return [{ field: 'spec.compositeTypeRef', message, hint, certainty: 'likely' }];
}

/** Whether a Composition of the input is for a kind. */
function isComposed(kind: string, cluster: Cluster): boolean {
  return cluster
    .all('apiextensions.crossplane.io/Composition')
    .some(({ object }) => object.spec?.compositeTypeRef?.kind === kind);
}

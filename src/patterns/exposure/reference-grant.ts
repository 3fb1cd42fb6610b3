import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { namespaceOf } from '../../pod';

/**
 * ReferenceGrants that permit a route to use Services of other namespaces, one in each of them.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/referencegrant/
 */
export function makeReferenceGrants(
  route: Construct,
  metadata: { readonly name: string; readonly labels: Record<string, string> },
  routeNamespace: string,
  services: readonly IConstruct[],
): Readonly<Record<string, ApiObject>> {
  const names = new Map<string, Set<string>>();
  for (const service of services) {
    const namespace = namespaceOf(service)!;
    names.set(namespace, (names.get(namespace) ?? new Set()).add((service as unknown as { name: string }).name));
  }
  return Object.fromEntries(
    [...names].map(([namespace, ofNamespace]) => [
      namespace,
      new ApiObject(route, `ReferenceGrant-${namespace}`, {
        apiVersion: 'gateway.networking.k8s.io/v1beta1',
        kind: 'ReferenceGrant',
        metadata: { name: `${metadata.name}-from-${routeNamespace}`, namespace, labels: metadata.labels },
        spec: {
          from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: routeNamespace }],
          to: [...ofNamespace].map((name) => ({ group: '', kind: 'Service', name })),
        },
      }),
    ]),
  );
}

import { isKind } from '../../facts';
import { namespaceOf } from '../input/placed';
import { edgeRule } from '../rule/edge-rules';
import { deployment, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const PAGE = 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors';
const KINDS = ['/Endpoints', 'discovery.k8s.io/EndpointSlice'];
const slice = (service: string, port = 'web') => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'shop-1', labels: { 'kubernetes.io/service-name': service } },
  addressType: 'IPv4',
  ports: [{ name: port, port: 8080 }],
  endpoints: [{ addresses: ['10.1.2.3'] }],
});
const withoutSelector = service({ selector: undefined });
const endpoints = {
  apiVersion: 'v1',
  kind: 'Endpoints',
  metadata: { name: 'shop' },
  subsets: [{ addresses: [{ ip: '10.1.2.3' }], ports: [{ name: 'web', port: 8080 }] }],
};

export const endpointService = edgeRule({
  id: 'endpoint-service-unknown',
  message: 'the Service of the endpoints does not exist',
  why: 'Endpoints are of the Service whose name they have; without it, nothing sends traffic to them.',
  severity: 'warning',
  hint: 'use the name of the Service, in the label kubernetes.io/service-name or as the name of the Endpoints',
  source: PAGE,
  refused: [slice('shopp'), withoutSelector],
  accepted: [slice('shop'), withoutSelector],
});

export const endpointPort: ReferenceRule = {
  id: 'endpoint-port-unknown',
  message: 'Service "shop" has no port named "http"',
  why: 'A port of a Service leads to the ports of its endpoints that have the same name. Endpoints without such a port get no traffic.',
  hint: 'use the names of the ports of the Service, and none for a port without a name',
  source: PAGE,
  refused: [slice('shop', 'http'), withoutSelector],
  accepted: [slice('shop'), withoutSelector],
  on: KINDS,
  check: ({ object }, cluster) => {
    const name = serviceOf(object);
    const found = name === undefined ? undefined : cluster.find('/Service', namespaceOf(object), name);
    const ports: any[] = found?.spec?.ports ?? [];
    if (ports.length === 0) return [];
    const names = ports.map((port) => port?.name ?? '');
    return endpointPorts(object).flatMap(({ port, field }): Dangling[] => {
      const own = port?.name ?? '';
      if (names.includes(own)) return [];
      const what = own === '' ? 'without a name' : `named ${JSON.stringify(own)}`;
      const known = names.filter((one) => one !== '').join(', ');
      const hint = known === '' ? 'its port has no name' : `its ports are ${known}`;
      return [{ field, message: `Service ${JSON.stringify(name)} has no port ${what}`, hint, certainty: 'wrong' }];
    });
  },
};

export const endpointUnused: ReferenceRule = {
  id: 'endpoint-unused',
  isConflict: true,
  severity: 'warning',
  message: 'the controller of Service "shop" replaces these endpoints with those of its selector',
  why: 'The endpoints of a Service with a selector are what it selects. Endpoints of one without a selector are found by their name, EndpointSlices by the label kubernetes.io/service-name.',
  hint: 'remove the selector of the Service, or these endpoints; set the label kubernetes.io/service-name of an EndpointSlice',
  source: PAGE,
  refused: [endpoints, service(), deployment()],
  accepted: [endpoints, withoutSelector],
  on: KINDS,
  check: ({ object }, cluster) => {
    const kind = kindOf(object);
    if (kind === undefined || isManaged(object)) return [];
    const name = serviceOf(object);
    const unused = (field: string, message: string): Dangling[] => [{ field, message, certainty: 'likely' }];
    if (name === undefined) {
      return unused(
        'metadata.labels',
        'no Service uses these endpoints: they have no label kubernetes.io/service-name',
      );
    }
    const selector = cluster.find('/Service', namespaceOf(object), name)?.spec?.selector ?? {};
    if (Object.keys(selector).length === 0) return [];
    return kind === 'Endpoints'
      ? unused(
          '',
          `the controller of Service ${JSON.stringify(name)} replaces these endpoints with those of its selector`,
        )
      : unused(
          '',
          `Service ${JSON.stringify(name)} has a selector, and connections go to these endpoints beside the pods that it selects`,
        );
  },
};

/** Whether a controller wrote the endpoints, as in the output of kubectl get. */
function isManaged({ metadata }: any): boolean {
  const marks = { ...metadata?.labels, ...metadata?.annotations };
  return (
    (metadata?.ownerReferences ?? []).length > 0 ||
    Object.keys(marks).some((key) => /^endpoint(?:s|slice)\.kubernetes\.io\//.test(key))
  );
}

function kindOf(object: any): 'Endpoints' | 'EndpointSlice' | undefined {
  if (isKind(object, 'Endpoints')) return 'Endpoints';
  return isKind(object, 'discovery.k8s.io/EndpointSlice') ? 'EndpointSlice' : undefined;
}

/** Name of the Service of endpoints. */
function serviceOf(object: any): string | undefined {
  const kind = kindOf(object);
  if (kind === undefined) return undefined;
  return kind === 'Endpoints' ? object.metadata?.name : object.metadata?.labels?.['kubernetes.io/service-name'];
}

function endpointPorts(object: any): { readonly port: any; readonly field: string }[] {
  const of = (ports: any[] = [], field: string) =>
    ports.map((port, index) => ({ port, field: `${field}[${index}].name` }));
  if (object.kind === 'EndpointSlice') return of(object.ports, 'ports');
  const subsets: any[] = object.subsets ?? [];
  return subsets.flatMap((subset, index) => of(subset?.ports, `subsets[${index}].ports`));
}

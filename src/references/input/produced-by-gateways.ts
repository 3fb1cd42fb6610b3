import { literalPattern as escaped } from '../../values';
import { customList, namespaceOf } from './placed';
import { type Produced, pods, services, startingWith } from './produced-objects';

const OVERRIDE = 'gateway.istio.io/name-override';
const ACCOUNT = 'gateway.istio.io/service-account';

/** Whether Istio runs a Gateway itself: with the name of a host in its addresses, something else does. */
function isManaged({ spec }: any): boolean {
  const [address, ...others] = customList(spec?.addresses);
  return address === undefined || (others.length === 0 && ['IPAddress', undefined].includes(address?.type));
}

function runBy(object: any, own: string): Produced[] {
  const annotations = object.metadata?.annotations ?? {};
  const name = annotations[OVERRIDE] ?? own;
  return [
    ...services(name),
    { kind: 'Deployment', name },
    { kind: 'ServiceAccount', name: annotations[ACCOUNT] ?? own },
    pods({ 'gateway.networking.k8s.io/gateway-name': object.metadata?.name }),
  ];
}

const byIstio =
  (ending: (className: string) => string) =>
  (object: any, name: string): Produced[] =>
    isManaged(object) ? runBy(object, `${name}${ending(object.spec.gatewayClassName)}`) : [];
const withClass = byIstio((className) => `-${className}`);
const withoutClass = byIstio(() => '');

/**
 * What is created for a Gateway by the name of its class, where that is the one that the implementation brings.
 *
 * @see https://github.com/istio/istio/blob/master/pilot/pkg/config/kube/gatewaycommon/gateway_utils.go GetDefaultName and IsManaged
 * @see https://github.com/nginx/nginx-gateway-fabric/blob/main/internal/framework/controller/resource.go CreateNginxResourceName
 * @see https://github.com/cilium/cilium/blob/main/operator/pkg/model/translation/gateway-api/translator.go
 */
const BY_CLASS: Readonly<Record<string, (object: any, name: string) => Produced[]>> = {
  istio: withClass,
  'istio-waypoint': withoutClass,
  'istio-east-west': withoutClass,
  'istio-remote': () => [],
  // Longer names end in a hash.
  nginx: (_, name) => [
    ...services(`${name}-nginx`, new RegExp(`^${escaped(`${name}-nginx`.slice(0, 54))}.*-[0-9a-f]{8}$`)),
    { kind: 'Deployment', name: startingWith(`${name}-nginx`.slice(0, 54)) },
    { kind: 'DaemonSet', name: startingWith(`${name}-nginx`.slice(0, 54)) },
    pods({ 'gateway.networking.k8s.io/gateway-name': name }),
  ],
  cilium: (_, name) => [
    ...services(`cilium-gateway-${name}`, startingWith(`cilium-gateway-${name}`.slice(0, 52))),
    pods({ 'gateway.networking.k8s.io/gateway-name': name }),
  ],
};

/** What the implementation of a Gateway creates for it: by classes of other names, as any of them calls it. */
export function producedForGateway(object: any, name: string): Produced[] {
  const className = String(object.spec?.gatewayClassName);
  if (Object.hasOwn(BY_CLASS, className)) return BY_CLASS[className]!(object, name);
  const full = `${namespaceOf(object) || 'default'}-${name}`;
  return [
    // internal/provisioner/model/names.go of Contour.
    ...services(name, startingWith(`${name}-`), `cilium-gateway-${name}`, `envoy-${name}`, `contour-${name}`),
    // internal/infrastructure/kubernetes/proxy/resource.go of Envoy Gateway: in its own namespace, of one Gateway or of the class.
    ...[full, className].map((part): Produced => {
      const hashed = new RegExp(`^envoy-${escaped(part.slice(0, 48))}-[0-9a-f]{8}$`);
      return { kind: 'Service', name: hashed, everywhere: true };
    }),
    { kind: 'Deployment', name: startingWith(`${name}-`) },
    pods({ 'gateway.networking.k8s.io/gateway-name': name }),
  ];
}

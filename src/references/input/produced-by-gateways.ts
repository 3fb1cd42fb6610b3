import { literalPattern as escaped, ownField } from '../../values';
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

/** The controllers of classes that implementations bring. */
const USUAL: Readonly<Record<string, string>> = {
  istio: 'istio.io/gateway-controller',
  'istio-waypoint': 'istio.io/mesh-controller',
  'istio-east-west': 'istio.io/eastwest-controller',
  'istio-remote': 'istio.io/unmanaged-gateway',
  nginx: 'gateway.nginx.org/nginx-gateway-controller',
  cilium: 'io.cilium/gateway-controller',
};

/**
 * What is created for a Gateway by the controller of its class.
 *
 * @see https://github.com/istio/istio/blob/master/pilot/pkg/config/kube/gatewaycommon/gateway_utils.go GetDefaultName and IsManaged
 * @see https://github.com/nginx/nginx-gateway-fabric/blob/main/internal/framework/controller/resource.go CreateNginxResourceName
 * @see https://github.com/cilium/cilium/blob/main/operator/pkg/model/translation/gateway-api/translator.go
 */
const BY_CONTROLLER: Readonly<Record<string, (object: any, name: string) => Produced[]>> = {
  'istio.io/gateway-controller': withClass,
  'istio.io/mesh-controller': withoutClass,
  'istio.io/eastwest-controller': withoutClass,
  'istio.io/unmanaged-gateway': () => [],
  'gateway.nginx.org/nginx-gateway-controller': ({ spec }, name) => {
    const full = `${name}-${spec.gatewayClassName}`;
    // Longer names end in a hash.
    const starting = startingWith(full.slice(0, 54));
    return [
      ...services(full, ...(full.length > 54 ? [starting] : [])),
      { kind: 'Deployment', name: starting },
      { kind: 'DaemonSet', name: starting },
      pods({ 'gateway.networking.k8s.io/gateway-name': name }),
    ];
  },
  'io.cilium/gateway-controller': (_, name) => [
    ...services(`cilium-gateway-${name}`, startingWith(`cilium-gateway-${name}`.slice(0, 52))),
    pods({ 'gateway.networking.k8s.io/gateway-name': name }),
  ],
};

/** What the implementation of a Gateway creates for it: of a controller that is not listed, as any of them calls it. */
export function producedForGateway(object: any, name: string, controllerName: unknown): Produced[] {
  const className = String(object.spec?.gatewayClassName);
  const controller = String(controllerName ?? ownField(USUAL, className));
  if (Object.hasOwn(BY_CONTROLLER, controller)) return BY_CONTROLLER[controller]!(object, name);
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

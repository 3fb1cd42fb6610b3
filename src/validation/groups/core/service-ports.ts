import { PROTOCOLS } from '../../../facts';
import { dns1123Label, portName, portNumber, qualifiedName } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, type Report, rules, sortedValues } from '../../rule';
import { externalName, service, servicePorts } from './examples';

const LOWEST_NODE_PORT = 30_000;
const HIGHEST_NODE_PORT = 32_767;
const source = 'validateService, validateServicePort (pkg/apis/core/validation)';

/** Ports of a Service. */
export const servicePortRules = rules(
  'io.k8s.api.core.v1.ServiceSpec',
  {
    'service-ports-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A Service with an address forwards at least one port. Only headless Services and those of type ExternalName may have none.',
      source,
      refused: service({ ports: [] }),
      accepted: service({ ports: [], clusterIP: 'None' }),
    },
    'service-port-name-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A Service with several ports names each of them, so that Ingresses and DNS records can refer to them.',
      source,
      refused: servicePorts({ port: 80 }, { name: 'https', port: 443 }),
      accepted: servicePorts({ name: 'http', port: 80 }, { name: 'https', port: 443 }),
    },
    'service-port-name': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The name of a port becomes part of a DNS record, so it is a DNS label: at most 63 lowercase letters, digits and hyphens.',
      source,
      refused: servicePorts({ name: 'HTTP', port: 80 }),
      accepted: servicePorts({ name: 'http', port: 80 }),
    },
    'service-port-name-twice': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'Two ports of one name could not be distinguished.',
      source,
      refused: servicePorts({ name: 'http', port: 80 }, { name: 'http', port: 8080 }),
      accepted: servicePorts({ name: 'http', port: 80 }, { name: 'admin', port: 8080 }),
    },
    'service-port-number': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Ports are numbers from 1 to 65535. targetPort may also be the name of a container port: at most 15 small letters, digits and hyphens, with at least one letter.',
      source,
      refused: servicePorts({ port: 70000, targetPort: 80 }),
      accepted: servicePorts({ port: 80, targetPort: 'http' }),
    },
    'service-port-protocol': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(PROTOCOLS),
      why: 'Services forward TCP (the default), UDP and SCTP. HTTP is spoken over TCP; say so in appProtocol.',
      source,
      refused: servicePorts({ port: 80, protocol: 'HTTP' }),
      accepted: servicePorts({ port: 80, protocol: 'TCP', appProtocol: 'http' }),
    },
    'service-port-app-protocol': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'appProtocol is an IANA service name such as https, or a name with a domain such as kubernetes.io/h2c.',
      source,
      refused: servicePorts({ port: 80, appProtocol: 'http 2' }),
      accepted: servicePorts({ port: 80, appProtocol: 'kubernetes.io/h2c' }),
    },
    'service-node-port-of-cluster-ip': {
      reason: 'FieldValueForbidden',
      message: "may not be used when `type` is 'ClusterIP'",
      why: 'Only Services of type NodePort and LoadBalancer open a port on the nodes. Set the type, or remove nodePort.',
      source,
      refused: servicePorts({ port: 80, nodePort: 30080 }),
      accepted: service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }),
    },
    'service-node-port-duplicate': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'A node port forwards to one port of a Service.',
      source,
      refused: externalName({
        ports: [
          { name: 'a', port: 80, nodePort: 30080 },
          { name: 'b', port: 81, nodePort: 30080 },
        ],
      }),
      accepted: externalName({
        ports: [
          { name: 'a', port: 80, nodePort: 30080 },
          { name: 'b', port: 81, nodePort: 30081 },
        ],
      }),
    },
    'service-port-twice': {
      reason: 'FieldValueDuplicate',
      message: '',
      why: 'One port of one protocol can forward to one target only.',
      source,
      refused: servicePorts({ name: 'a', port: 80 }, { name: 'b', port: 80, targetPort: 8080 }),
      accepted: servicePorts({ name: 'a', port: 80 }, { name: 'b', port: 80, protocol: 'UDP' }),
    },
    'service-node-port-range': {
      reason: 'Warning',
      severity: 'warning',
      message: 'provided port is not in the valid range. The range of valid ports is {low}-{high}',
      why: 'Unless the cluster was set up with another --service-node-port-range, node ports are 30000 to 32767 and the real creation of the Service fails; a dry run does not notice. Leave nodePort out to get a free one.',
      source: 'PortAllocator.Allocate (pkg/registry/core/service/portallocator)',
      refused: service({ type: 'NodePort', ports: [{ port: 80, nodePort: 8080 }] }),
      accepted: service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }),
    },
  },
  (node, report) => {
    const { format, each } = fieldChecks(report);
    const { type, clusterIPs = [], ports = [] } = node.value;
    const reservesNodePorts =
      type === 'NodePort' || (type === 'LoadBalancer' && node.value.allocateLoadBalancerNodePorts !== false);
    const isHeadless = clusterIPs.length === 1 && clusterIPs[0] === 'None';
    if (ports.length === 0 && !isHeadless && type !== 'ExternalName') report('service-ports-required', 'ports');
    const names = new Set<string>();
    const nodePorts = new Set<string>();
    const numbers = new Set<string>();
    const chosen = chosenNodePorts(ports, reservesNodePorts);
    each('ports', ports, (port, at) => {
      const { name = '', protocol = '', nodePort = 0 } = port;
      const reserved = chosen.get(port);
      if (name === '') {
        if (ports.length > 1) report('service-port-name-required', `${at}.name`);
      } else {
        format('service-port-name', `${at}.name`, name, dns1123Label);
        if (names.has(name)) report('service-port-name-twice', `${at}.name`, { value: name });
        names.add(name);
      }
      checkPort(port, at, report);
      if (nodePort !== 0) {
        if (type === 'ClusterIP') {
          const hint = 'set type: NodePort, or remove nodePort';
          report('service-node-port-of-cluster-ip', `${at}.nodePort`, { hint });
        } else if (type !== 'ExternalName' && (nodePort < LOWEST_NODE_PORT || nodePort > HIGHEST_NODE_PORT)) {
          report('service-node-port-range', `${at}.nodePort`, { low: LOWEST_NODE_PORT, high: HIGHEST_NODE_PORT });
        }
      }
      if (reserved !== undefined) {
        const key = `${protocol} ${reserved}`;
        if (nodePorts.has(key)) {
          report('service-node-port-duplicate', `${at}.nodePort`, { value: reserved });
        }
        nodePorts.add(key);
      }
      const number = `${protocol} ${port.port ?? 0}`;
      if (numbers.has(number))
        report('service-port-twice', at, {
          value: new GoValue('core.ServicePort', { protocol, port: port.port }),
        });
      numbers.add(number);
    });
  },
);

/** The first node port that the server chooses in a dry run. */
const FIRST_CHOSEN_NODE_PORT = 32_769;

/**
 * The node port of each port: the given one, else that of another port of the same number, else, where there is to be
 * one, the next after those before it. The server does so in a dry run (AllocateNext, portallocator).
 */
function chosenNodePorts(ports: readonly any[], chooses: boolean): ReadonlyMap<object, number> {
  const all = new Map<object, number>();
  const ofNumber = new Map<number, number>();
  const taken: number[] = [];
  for (const entry of ports) {
    const { port = 0, nodePort = 0 } = entry;
    if (nodePort === 0 && !chooses) continue;
    const before = ofNumber.get(port);
    const given = nodePort || before || ports.find((other) => (other.port ?? 0) === port && other.nodePort)?.nodePort;
    const chosen = given ?? (taken.length === 0 ? FIRST_CHOSEN_NODE_PORT : Math.max(...taken) + 1);
    if (before === undefined) ofNumber.set(port, chosen);
    taken.push(chosen);
    all.set(entry, chosen);
  }
  return all;
}

function checkPort(port: any, at: string, report: Report): void {
  const { oneOf, format } = fieldChecks(report);
  const { port: number = 0, targetPort = 0, protocol = '', appProtocol } = port;
  format('service-port-number', `${at}.port`, number, portNumber);
  oneOf('service-port-protocol', `${at}.protocol`, protocol, PROTOCOLS);
  const target = typeof targetPort === 'number' ? portNumber(targetPort) : portName(targetPort);
  for (const detail of target) report('service-port-number', `${at}.targetPort`, { detail, value: targetPort });
  format('service-port-app-protocol', `${at}.appProtocol`, appProtocol, qualifiedName);
}

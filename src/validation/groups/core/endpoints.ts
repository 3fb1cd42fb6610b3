import { PROTOCOLS } from '../../../facts';
import {
  dns1123Label,
  dns1123Subdomain,
  endpointAddress,
  ip,
  ipWarnings,
  portNumber,
  qualifiedName,
} from '../../../values';
import { fieldChecks, type Report, rules, sortedValues } from '../../rule';
import { object } from './examples';

const source = 'validateEndpointSubsets (pkg/apis/core/validation)';

const endpoints = (...subsets: object[]) => object('Endpoints', { subsets });
/** What takes the place of Endpoints; the server grumbles about every one of those. */
const slice = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } },
  addressType: 'IPv4',
  endpoints: [{ addresses: ['10.0.0.1'] }],
  ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
};
const good = { addresses: [{ ip: '10.0.0.1' }] };

/** Addresses behind a Service that were written by hand. */
export const endpointsRules = rules(
  'io.k8s.api.core.v1.EndpointSubset',
  {
    'endpoints-required': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'A subset lists addresses that are ready or not, and several ports have names.',
      source,
      refused: endpoints({ ports: [{ port: 80 }] }),
      alongside: ['endpoints-deprecated'],
      accepted: slice,
    },
    'endpoints-address': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'An endpoint is the address of a host in the network, not of the host itself or its link; host names are DNS labels.',
      source: 'validateEndpointAddress (pkg/apis/core/validation)',
      refused: endpoints({ addresses: [{ ip: '127.0.0.1' }] }),
      alongside: ['endpoints-deprecated'],
      accepted: slice,
    },
    'endpoints-port': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Ports are numbers from 1 to 65535, and their names DNS labels.',
      source: 'validateEndpointPort (pkg/apis/core/validation)',
      refused: endpoints({ ...good, ports: [{ port: 0 }] }),
      alongside: ['endpoints-deprecated'],
      accepted: slice,
    },
    'endpoints-protocol': {
      reason: 'FieldValueNotSupported',
      supported: sortedValues(PROTOCOLS),
      why: 'Services forward TCP (the default), UDP and SCTP.',
      source: 'validateEndpointPort (pkg/apis/core/validation)',
      refused: endpoints({ ...good, ports: [{ port: 80, protocol: 'HTTP' }] }),
      alongside: ['endpoints-deprecated'],
      accepted: slice,
    },
    'endpoints-address-unusual': {
      reason: 'Warning',
      severity: 'warning',
      message: '{path}: {detail}',
      why: 'The address can be written in another way that all programs agree on.',
      source: 'endpointsWarnings (pkg/registry/core/endpoint)',
      since: '1.33',
      refused: endpoints({ addresses: [{ ip: '2001:DB8::1' }] }),
      alongside: ['endpoints-deprecated'],
      accepted: slice,
    },
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { addresses = [], notReadyAddresses = [], ports = [] } = node.value;
    if (addresses.length === 0 && notReadyAddresses.length === 0) {
      report('endpoints-required', '', { detail: 'must specify `addresses` or `notReadyAddresses`' });
    }
    for (const [list, name] of [
      [addresses, 'addresses'],
      [notReadyAddresses, 'notReadyAddresses'],
    ] as const) {
      each(name, list, (address, at) => {
        checkAddress(address, at, node.minor, report);
        for (const detail of ipWarnings(address.ip ?? '', node.minor)) {
          const field = `${at}.ip`;
          report('endpoints-address-unusual', field, { path: `${node.path}.${field}`, detail });
        }
      });
    }
    (ports as any[]).forEach((port, index) => {
      checkPort(port, `ports[${index}]`, ports.length > 1, report);
    });
  },
);

function checkAddress(address: any, at: string, minor: number, report: Report): void {
  const { ip: text = '', hostname = '', nodeName } = address;
  const { format } = fieldChecks(report);
  format('endpoints-address', `${at}.ip`, text, (address) => ip(address, minor));
  if (hostname !== '') format('endpoints-address', `${at}.hostname`, hostname, dns1123Label);
  format('endpoints-address', `${at}.nodeName`, nodeName, dns1123Subdomain);
  format('endpoints-address', `${at}.ip`, text, endpointAddress);
}

function checkPort(port: any, at: string, needsName: boolean, report: Report): void {
  const { name = '', port: number = 0, protocol = '', appProtocol } = port;
  const { oneOf, format } = fieldChecks(report);
  if (name !== '') format('endpoints-port', `${at}.name`, name, dns1123Label);
  else if (needsName) report('endpoints-required', `${at}.name`, { detail: '' });
  format('endpoints-port', `${at}.port`, number, portNumber);
  oneOf('endpoints-protocol', `${at}.protocol`, protocol, PROTOCOLS);
  format('endpoints-port', `${at}.appProtocol`, appProtocol, qualifiedName);
}

/** Endpoints as a whole. */
export const endpointsDeprecatedRules = rules(
  'io.k8s.api.core.v1.Endpoints',
  {
    'endpoints-deprecated': {
      reason: 'Warning',
      severity: 'warning',
      message: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
      why: 'EndpointSlices hold more addresses, both families and where each is. They link to their Service by the label kubernetes.io/service-name.',
      source: 'KEP-4974',
      since: '1.33',
      refused: endpoints(),
      accepted: slice,
    },
  },
  (_place, report) => report('endpoints-deprecated', ''),
);

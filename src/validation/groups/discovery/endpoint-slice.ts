import { PROTOCOLS } from '../../../facts';
import { dns1123Label, qualifiedName } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { endpointSlice } from './examples';

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];
const PORTS_LIMIT = 20_000;
const ENDPOINTS_LIMIT = 1000;

const text = textsFor('ValidateEndpointSlice (pkg/apis/discovery/validation)', endpointSlice);
const PORT = { name: 'http', port: 80 };

export const endpointSliceRules = rules(
  'io.k8s.api.discovery.v1.EndpointSlice',
  {
    'endpoint-slice-address-type-required': text.required(
      '',
      'All addresses of a slice have the same type, which is required.',
      { addressType: '' },
    ),
    'endpoint-slice-address-type': text.notSupported(
      sortedValues(ADDRESS_TYPES),
      'A slice holds IPv4 addresses, IPv6 addresses or host names.',
      { addressType: 'ipv4' },
    ),
    'endpoint-slice-address-type-deprecated': text.warning(
      'spec.addressType: FQDN endpoints are deprecated',
      'No part of Kubernetes serves slices of host names. Use a Service of type ExternalName, or addresses.',
      { addressType: 'FQDN', endpoints: [{ addresses: ['web.example.com'] }] },
      { source: 'WarningsOnCreate (pkg/registry/discovery/endpointslice)' },
    ),
    'endpoint-slice-ports-too-many': text.tooMany(
      `must have at most ${PORTS_LIMIT} items`,
      'The server limits what one slice can hold. Write several slices for the same Service.',
      { ports: Array.from({ length: PORTS_LIMIT + 1 }, (_, index) => ({ name: `p${index}`, port: 80 })) },
    ),
    'endpoint-slice-endpoints-too-many': text.tooMany(
      `must have at most ${ENDPOINTS_LIMIT} items`,
      'The server limits what one slice can hold. Write several slices for the same Service.',
      { endpoints: Array.from({ length: ENDPOINTS_LIMIT + 1 }, () => ({ addresses: ['10.1.2.3'] })) },
    ),
    'endpoint-slice-port-name': text.invalid(
      '{detail}',
      'The name of a port is a DNS label, and the same as in the Service.',
      { 'ports[0].name': 'HTTP' },
    ),
    'endpoint-slice-port-duplicate': text.duplicate(
      '',
      'Ports are distinguished by their names. Give each its own; only one may have none.',
      { ports: [PORT, PORT] },
    ),
    'endpoint-slice-port-protocol': text.notSupported(
      sortedValues(PROTOCOLS),
      'Services take the transport protocols TCP, UDP and SCTP, in uppercase. Application protocols are set in appProtocol.',
      { 'ports[0].protocol': 'HTTP' },
    ),
    'endpoint-slice-app-protocol': text.invalid(
      '{detail}',
      'The application protocol is a name of IANA such as http, or one with the domain of its vendor such as example.com/protocol.',
      { 'ports[0].appProtocol': 'a b' },
    ),
  },
  (node, report) => {
    const { required, oneOf, format, each, unique } = fieldChecks(report);
    const { addressType = '', ports = [], endpoints = [] } = node.value;
    if (required('endpoint-slice-address-type-required', 'addressType', addressType)) {
      oneOf('endpoint-slice-address-type', 'addressType', addressType, ADDRESS_TYPES);
    }
    if (addressType === 'FQDN') report('endpoint-slice-address-type-deprecated', '');
    if (endpoints.length > ENDPOINTS_LIMIT) {
      report('endpoint-slice-endpoints-too-many', 'endpoints');
      node.skip('endpoints');
    }
    if (ports.length > PORTS_LIMIT) {
      report('endpoint-slice-ports-too-many', 'ports');
      return;
    }
    const isNewName = unique('endpoint-slice-port-duplicate');
    each('ports', ports, ({ name = '', protocol, appProtocol }, at) => {
      if (name !== '') format('endpoint-slice-port-name', `${at}.name`, name, dns1123Label);
      isNewName(`${at}.name`, name);
      oneOf('endpoint-slice-port-protocol', `${at}.protocol`, protocol, PROTOCOLS);
      format('endpoint-slice-app-protocol', `${at}.appProtocol`, appProtocol, qualifiedName);
    });
  },
);

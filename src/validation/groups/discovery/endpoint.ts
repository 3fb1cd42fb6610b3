import { hasChange } from '../../../facts';
import {
  canonicalIp,
  dns1123Label,
  dns1123Subdomain,
  endpointAddress,
  fullyQualifiedDomainName,
  ip,
  ipWarnings,
  isIpv4,
  parseAddress,
} from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { endpointSlice } from './examples';

const ADDRESSES_LIMIT = 100;

const text = textsFor('validateEndpoints (pkg/apis/discovery/validation)', endpointSlice);

interface AddressError {
  readonly field: string;
  readonly detail: string;
}

export const endpointRules = rules(
  'io.k8s.api.discovery.v1.Endpoint',
  {
    'endpoint-addresses-required': text.required(
      'must contain at least 1 address',
      'An endpoint is where the requests of a Service go, so it needs an address.',
      { 'endpoints[0].addresses': [] },
    ),
    'endpoint-addresses-too-many': text.tooMany(
      `must have at most ${ADDRESSES_LIMIT} items`,
      'Only the first address of an endpoint is used. Write one endpoint for each.',
      { 'endpoints[0].addresses': Array.from({ length: ADDRESSES_LIMIT + 1 }, (_, index) => `10.1.2.${index}`) },
    ),
    'endpoint-address': text.invalid(
      '{detail}',
      'The addresses must be of the type that the slice says, written in the usual form, and reachable from other nodes: not a loopback, link-local or multicast address.',
      { 'endpoints[0].addresses': ['127.0.0.1'] },
    ),
    'endpoint-address-required': text.required(
      '',
      'An empty host name names no host. Leave the entry out.',
      { 'endpoints[0].addresses': [''], addressType: 'FQDN' },
      { alongside: ['endpoint-slice-address-type-deprecated'] },
    ),
    'endpoint-node-name': text.invalid('{detail}', 'Nodes are objects, and the name of a Node is a DNS subdomain.', {
      'endpoints[0].nodeName': 'Node',
    }),
    'endpoint-hostname': text.invalid('{detail}', 'The host name of an endpoint becomes a DNS label of the Service.', {
      'endpoints[0].hostname': 'web_0',
    }),
    'endpoint-address-unusual': text.warning(
      '{detail}',
      'The server understands the address but would write it differently, and other programs may read it differently. Write it as the message says.',
      { 'endpoints[0].addresses': ['010.1.2.3'] },
      { since: '1.33', until: '1.35', source: 'warnOnBadIPs (pkg/registry/discovery/endpointslice)' },
    ),
  },
  (node, report) => {
    const { required, format, each } = fieldChecks(report);
    const { addresses = [], nodeName, hostname } = node.value;
    const { addressType, metadata } = node.root.value;
    required('endpoint-addresses-required', 'addresses', addresses);
    if (addresses.length > ADDRESSES_LIMIT) report('endpoint-addresses-too-many', 'addresses');
    const ours = /^endpointslice(mirroring)?-controller\.k8s\.io$/.test(
      metadata?.labels?.['endpointslice.kubernetes.io/managed-by'] ?? '',
    );
    each('addresses', addresses, (value, at) => {
      if (addressType === 'FQDN' && value === '') report('endpoint-address-required', at);
      else {
        for (const { field, detail } of addressProblems(value, addressType, at, node.minor)) {
          report('endpoint-address', field, { detail, value });
        }
      }
      for (const detail of ours ? [] : ipWarnings(value, node.minor)) {
        report('endpoint-address-unusual', at, { detail: `${node.path}.${at}: ${detail}` });
      }
    });
    format('endpoint-node-name', 'nodeName', nodeName, dns1123Subdomain);
    format('endpoint-hostname', 'hostname', hostname, dns1123Label);
  },
);

function addressProblems(value: string, type: string, field: string, minor: number): AddressError[] {
  const at = (problems: readonly string[]) => problems.map((detail) => ({ field, detail }));
  if (type === 'FQDN') return at(fullyQualifiedDomainName(value));
  if (type !== 'IPv4' && type !== 'IPv6') return [];
  const address = parseAddress(value);
  const matches = address !== undefined && isIpv4(address) === (type === 'IPv4');
  if (!hasChange(minor, 'StrictAddresses')) {
    return at([...(matches ? [] : [`must be a valid ${type} address`]), ...endpointAddress(value)]);
  }
  const problems = type === 'IPv4' ? ip(value, minor) : canonicalIp(value);
  if (problems.length > 0) return at(problems);
  // The server names the list here, not the entry.
  const wrongFamily = matches ? [] : [{ field: 'addresses', detail: `must be an ${type} address` }];
  return [...wrongFamily, ...at(endpointAddress(value))];
}

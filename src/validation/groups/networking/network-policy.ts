import { hasChange, PROTOCOLS } from '../../../facts';
import { cidr, cidrWarnings, isStrictlyWithin, parseRange, portName, portNumber } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { networkPolicy } from './examples';

const POLICY_TYPES = ['Ingress', 'Egress'];
const PORT = 'spec.ingress[0].ports[0]';
const RANGE = 'spec.ingress[0].from[1].ipBlock';

const text = textsFor('ValidateNetworkPolicyPort (pkg/apis/networking/validation)', networkPolicy);

export const networkPolicyPortRules = rules(
  'io.k8s.api.networking.v1.NetworkPolicyPort',
  {
    'network-policy-port-protocol': text.notSupported(
      PROTOCOLS,
      'A network policy takes the transport protocols TCP, UDP and SCTP, in uppercase. Application protocols such as HTTP run over TCP.',
      { [`${PORT}.protocol`]: 'tcp' },
    ),
    'network-policy-port': text.invalid(
      '{detail}',
      'A port is a number from 1 to 65535, or the name of a container port of the selected pods.',
      { [`${PORT}.port`]: 65536 },
    ),
    'network-policy-end-port': text.invalid(
      '{detail}',
      'A range of ports runs from `port` to `endPort`, so `endPort` must not be the smaller one and both must be port numbers.',
      { [`${PORT}.endPort`]: 5431 },
      { accepts: { [`${PORT}.endPort`]: 5433 } },
    ),
    'network-policy-end-port-without-number': text.invalid(
      'may not be specified when `port` is {detail}',
      'A range of ports needs a number to start with; a name or an empty value cannot start a range.',
      { [`${PORT}.port`]: 'sql', [`${PORT}.endPort`]: 5433 },
      { accepts: { [`${PORT}.endPort`]: 5433 } },
    ),
  },
  (node, report) => {
    const { oneOf, format } = fieldChecks(report);
    const { protocol, port, endPort } = node.value;
    oneOf('network-policy-port-protocol', 'protocol', protocol, PROTOCOLS);
    if (typeof port === 'number') {
      for (const detail of portNumber(port)) report('network-policy-port', 'port', { detail, value: port });
      if (endPort === undefined) return;
      if (endPort < port) {
        report('network-policy-end-port', 'endPort', {
          detail: 'must be greater than or equal to `port`',
          value: port,
        });
      }
      format('network-policy-end-port', 'endPort', endPort, portNumber);
      return;
    }
    if (endPort !== undefined) {
      const detail = port === undefined ? 'not specified' : 'non-numeric';
      report('network-policy-end-port-without-number', 'endPort', { detail });
    }
    if (port !== undefined) {
      for (const detail of portName(port)) report('network-policy-port', 'port', { detail, value: port });
    }
  },
);

export const networkPolicyPeerRules = rules(
  'io.k8s.api.networking.v1.NetworkPolicyPeer',
  {
    'network-policy-peer-required': text.required(
      'must specify a peer',
      'An empty peer says nothing about who may talk. Give it a podSelector, a namespaceSelector or an ipBlock; leave out the whole `from` or `to` to allow everybody.',
      { 'spec.ingress[0].from': [{}] },
      { source: 'ValidateNetworkPolicyPeer (pkg/apis/networking/validation)' },
    ),
    'network-policy-peer-mixed': text.forbidden(
      'may not specify both ipBlock and another peer',
      'An address range stands for hosts outside of the cluster and cannot be narrowed by selectors. Write two peers.',
      { 'spec.ingress[0].from[1].podSelector': {} },
      { source: 'ValidateNetworkPolicyPeer (pkg/apis/networking/validation)' },
    ),
  },
  (node, report) => {
    const { podSelector, namespaceSelector, ipBlock } = node.value;
    const peers = [podSelector, namespaceSelector, ipBlock].filter((peer) => peer !== undefined).length;
    if (peers === 0) report('network-policy-peer-required', '');
    else if (peers > 1 && ipBlock !== undefined) report('network-policy-peer-mixed', '');
  },
);

const block = textsFor('ValidateIPBlock (pkg/apis/networking/validation)', networkPolicy);

export const ipBlockRules = rules(
  'io.k8s.api.networking.v1.IPBlock',
  {
    'ip-block-cidr-required': block.required(
      '',
      'An ipBlock allows a range of addresses, so it must name one, such as 10.1.0.0/16.',
      { [`${RANGE}.cidr`]: '' },
    ),
    'ip-block-cidr': block.invalid(
      '{detail}',
      'A range is written as an address, a slash and the length of the prefix. From 1.36 on, leading zeros, IPv4-mapped IPv6 addresses and bits beyond the prefix are refused too.',
      { [`${RANGE}.cidr`]: '10.1.0.0', [`${RANGE}.except`]: undefined },
    ),
    'ip-block-except': block.invalid(
      'must be a strict subset of `cidr`',
      'An exception takes addresses out of the range, so it must lie inside of it and be smaller.',
      { [`${RANGE}.except`]: ['10.2.0.0/24'] },
    ),
    'ip-block-cidr-unusual': block.warning(
      '{detail}',
      'The server understands the range but would write it differently, and other programs may read it differently. Write it as the message says.',
      { [`${RANGE}.cidr`]: '2001:0db8::/32', [`${RANGE}.except`]: undefined },
      { accepts: { [`${RANGE}.cidr`]: '2001:db8::/32', [`${RANGE}.except`]: undefined }, since: '1.33' },
    ),
  },
  (node, report) => {
    const { cidr: whole = '', except = [] } = node.value;
    if (whole === '') {
      report('ip-block-cidr-required', 'cidr');
      return;
    }
    const judge = (value: string, field: string) => {
      const problems = cidr(value, node.minor);
      const own = problems.length > 0 && !hasChange(node.minor, 'IpBlockMessages') ? ['not a valid CIDR'] : problems;
      for (const detail of own) report('ip-block-cidr', field, { detail, value });
      for (const detail of cidrWarnings(value, node.minor)) {
        report('ip-block-cidr-unusual', field, { detail: `${node.path}.${field}: ${detail}` });
      }
    };
    judge(whole, 'cidr');
    const outer = parseRange(whole);
    if (outer === undefined) return;
    for (const [index, value] of except.entries()) {
      judge(value, `except[${index}]`);
      const inner = parseRange(value);
      // Up to 1.29 the first broken exception hid the later ones.
      if (inner === undefined && !hasChange(node.minor, 'ExceptionsChecked')) return;
      if (inner !== undefined && !isStrictlyWithin(outer, inner))
        report('ip-block-except', `except[${index}]`, { value });
    }
  },
);

const spec = textsFor('ValidateNetworkPolicySpec (pkg/apis/networking/validation)', networkPolicy);

export const networkPolicySpecRules = rules(
  'io.k8s.api.networking.v1.NetworkPolicySpec',
  {
    'network-policy-types-too-many': spec.invalid(
      'may not specify more than two policyTypes',
      'There are two types of policies, Ingress and Egress; more than two entries repeat one of them.',
      { 'spec.policyTypes': ['Ingress', 'Egress', 'Ingress'] },
    ),
    'network-policy-type': spec.notSupported(
      POLICY_TYPES,
      'A policy restricts traffic to the pods (Ingress), from them (Egress), or both.',
      { 'spec.policyTypes': ['ingress'] },
    ),
  },
  (node, report) => {
    const { oneOf, each } = fieldChecks(report);
    const types = node.value.policyTypes ?? [];
    if (types.length > POLICY_TYPES.length) {
      report('network-policy-types-too-many', 'policyTypes');
      return;
    }
    each('policyTypes', types, (value, field) => oneOf('network-policy-type', field, value, POLICY_TYPES));
  },
);

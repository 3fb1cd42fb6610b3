import { hasChange } from '../../../facts';
import type { RuleText } from '../../../findings';
import {
  addressText,
  cidrWarnings,
  hasLeadingZeros,
  ipWarnings,
  isMapped,
  parseAddress,
  parseRange,
} from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { loadBalancer, service } from './examples';

const source = 'GetWarningsForService (pkg/api/service)';

const ignored = (
  message: string,
  why: string,
  refused: object,
  accepted: object,
  since?: RuleText['since'],
): RuleText => ({
  reason: 'Warning',
  severity: 'warning',
  message,
  why,
  source,
  since,
  refused,
  accepted,
});

/** What the server takes but grumbles about. */
export const serviceWarningRules = rules(
  'io.k8s.api.core.v1.ServiceSpec',
  {
    'service-address-unusual': {
      reason: 'Warning',
      severity: 'warning',
      message: '{path}: {detail}',
      why: 'The address can be written in another way that all programs agree on. Controllers that compare strings could treat both as different and update the object forever.',
      source,
      refused: loadBalancer({ loadBalancerIP: '2001:DB8::1' }),
      accepted: loadBalancer({ loadBalancerIP: '2001:db8::1' }),
    },
    'service-external-name-ignored': ignored(
      'spec.externalName is ignored when spec.type is not "ExternalName"',
      'externalName defines a DNS alias, which only a Service of type ExternalName is. Set the type or remove the field.',
      service({ externalName: 'db.example.com' }),
      service(),
    ),
    'service-external-ips-ignored': ignored(
      'spec.externalIPs is ignored when spec.type is "ExternalName"',
      'A DNS alias has no addresses of its own, so external addresses have no effect. Remove them.',
      { ...service({ type: 'ExternalName', externalName: 'db.example.com', externalIPs: ['192.0.2.1'] }) },
      service({ type: 'ExternalName', externalName: 'db.example.com' }),
    ),
    'service-headless-ignored': ignored(
      'spec.{field} is ignored for headless services',
      'Clients of a headless Service talk to the pods themselves, so nothing is there that could balance or keep sessions.',
      service({ clusterIP: 'None', sessionAffinity: 'ClientIP' }),
      service({ clusterIP: 'None' }),
      '1.34',
    ),
    'service-external-ips-deprecated': ignored(
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
      'Any user could take over addresses of others with it. Use type LoadBalancer or a Gateway.',
      service({ externalIPs: ['192.0.2.1'] }),
      service({ type: 'LoadBalancer' }),
      '1.36',
    ),
    'service-prefer-close-deprecated': ignored(
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
      'PreferClose did not say what is close; PreferSameZone means the same and says it.',
      service({ trafficDistribution: 'PreferClose' }),
      service({ trafficDistribution: 'PreferSameZone' }),
      '1.35',
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const {
      type,
      clusterIP = '',
      clusterIPs = [],
      externalIPs = [],
      loadBalancerIP = '',
      externalName = '',
    } = node.value;
    const { loadBalancerSourceRanges = [], sessionAffinity, trafficDistribution } = node.value;
    const ipWarningsOf = (address: string) =>
      hasChange(node.minor, 'StrictAddresses') ? ipWarnings(address, node.minor) : oldIpWarnings(address);
    const unusual = (field: string, problems: readonly string[]) => {
      for (const detail of problems) {
        report('service-address-unusual', field, { path: `${node.path}.${field}`, detail });
      }
    };
    if (clusterIP !== '' && clusterIP !== 'None') {
      each('clusterIPs', clusterIPs, (address, at) => unusual(at, ipWarningsOf(address)));
    }
    (externalIPs as string[]).forEach((address, index) => {
      unusual(`externalIPs[${index}]`, ipWarningsOf(address));
    });
    if (loadBalancerIP !== '') unusual('loadBalancerIP', ipWarningsOf(loadBalancerIP));
    (loadBalancerSourceRanges as string[]).forEach((range, index) => {
      unusual(
        `loadBalancerSourceRanges[${index}]`,
        hasChange(node.minor, 'StrictAddresses') ? cidrWarnings(range, node.minor) : oldCidrWarnings(range),
      );
    });
    const isHeadless = type === 'ClusterIP' && clusterIP === 'None';
    if (isHeadless) {
      if (loadBalancerIP !== '') report('service-headless-ignored', 'loadBalancerIP', { field: 'loadBalancerIP' });
      if (externalIPs.length > 0) report('service-headless-ignored', 'externalIPs', { field: 'externalIPs' });
      if (sessionAffinity !== 'None') {
        report('service-headless-ignored', 'sessionAffinity', { field: 'SessionAffinity' });
      }
    }
    if (externalIPs.length > 0 && type === 'ExternalName') report('service-external-ips-ignored', 'externalIPs');
    else if (externalIPs.length > 0 && !isHeadless) report('service-external-ips-deprecated', 'externalIPs');
    if (externalName !== '' && type !== 'ExternalName') report('service-external-name-ignored', 'externalName');
    if (trafficDistribution === 'PreferClose') report('service-prefer-close-deprecated', 'trafficDistribution');
  },
);

/** What servers up to 1.32 say to an address. */
function oldIpWarnings(text: string): string[] {
  const address = parseAddress(text);
  const refused = (why: string) => [
    `IP address was accepted, but will be invalid in a future Kubernetes release: ParseAddr(${JSON.stringify(text)}): ${why}`,
  ];
  if (address === undefined) return refused('unable to parse IP');
  if (hasLeadingZeros(text)) return refused('IPv4 field has octet with leading zero');
  const canonical = addressText(address);
  return text.includes(':') && !isMapped(text, address) && canonical !== text
    ? [
        `IPv6 address ${JSON.stringify(text)} is not in RFC 5952 canonical format (${JSON.stringify(canonical)}), which may cause controller apply-loops`,
      ]
    : [];
}

/** What servers up to 1.32 say to a network. */
function oldCidrWarnings(text: string): string[] {
  const range = parseRange(text);
  const refused = (why: string) => [
    `IP prefix was accepted, but will be invalid in a future Kubernetes release: netip.ParsePrefix(${JSON.stringify(text)}): ${why}`,
  ];
  const address = text.slice(0, text.indexOf('/'));
  // Spaces around a range pass, and are part of what is shown.
  if (range === undefined) {
    const isPadded = /^\s/.test(text) && parseRange(text.trim()) !== undefined;
    return isPadded
      ? refused(`ParseAddr(${JSON.stringify(address)}): unexpected character (at ${JSON.stringify(address)})`)
      : [];
  }
  if (hasLeadingZeros(address)) {
    return refused(`ParseAddr(${JSON.stringify(address)}): IPv4 field has octet with leading zero`);
  }
  if (/\/0[0-9]/.test(text))
    return refused(`bad bits after slash: ${JSON.stringify(text.slice(text.indexOf('/') + 1))}`);
  const canonical = `${addressText(range.address)}/${range.length}`;
  return text.includes(':') && !isMapped(address, range.address) && canonical !== text
    ? [
        `IPv6 prefix ${JSON.stringify(text)} is not in RFC 5952 canonical format (${JSON.stringify(canonical)}), which may cause controller apply-loops`,
      ]
    : [];
}

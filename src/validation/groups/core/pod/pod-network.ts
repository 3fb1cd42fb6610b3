import { gatesOf, hasChange } from '../../../../facts';
import { dns1123Subdomain, dns1123SubdomainWithUnderscore, ip } from '../../../../values';
import { GoValue } from '../../../printing';
import { fieldChecks, rules } from '../../../rule';
import { podTexts } from './examples';
import { POD_SPEC } from './pod-ancestors';

const dns = podTexts('validatePodDNSConfig');
const config = (fields: object) => ({ 'spec.dnsConfig': fields });
const MOST_SERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCHES = 2048;

/** DNS settings and host aliases of a pod. */
export const podNetworkRules = rules(
  POD_SPEC,
  {
    'dns-config-required': dns.required(
      '{detail}',
      'dnsPolicy None gives the pod no name server at all, so dnsConfig must name one. An option of the resolver needs a name.',
      { 'spec.dnsPolicy': 'None' },
      { accepts: config({ nameservers: ['10.0.0.10'] }) },
    ),
    'dns-config-value': dns.invalid(
      '{detail}',
      'A pod has at most three name servers, given by address, and at most 32 search domains with 2048 characters together.',
      config({ nameservers: ['dns.example.com'] }),
      { accepts: config({ nameservers: ['10.0.0.10'] }) },
    ),
    'host-alias': podTexts('ValidateHostAliases').invalid(
      '{detail}',
      'A host alias is a line of /etc/hosts: an address and its host names, each a DNS subdomain.',
      { 'spec.hostAliases': [{ ip: '10.0.0.300', hostnames: ['db'] }] },
      { accepts: { 'spec.hostAliases': [{ ip: '10.0.0.3', hostnames: ['db'] }] } },
    ),
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { dnsPolicy, dnsConfig, hostAliases = [] } = node.value;
    const { minor } = node;
    const hasIndexes = hasChange(minor, 'HostAliasPaths');
    hostAliases.forEach((alias: any, index: number) => {
      // Up to 1.29 the server leaves the indexes out of these paths.
      const field = hasIndexes ? `hostAliases[${index}]` : 'hostAliases';
      for (const detail of addressProblems(alias.ip ?? '', minor))
        report('host-alias', `${field}.ip`, { value: alias.ip ?? '', detail });
      (alias.hostnames ?? []).forEach((name: string, at: number) => {
        const node = hasIndexes ? `${field}.hostnames[${at}]` : `${field}.hostnames`;
        format('host-alias', node, name, dns1123Subdomain);
      });
    });
    const { nameservers = [], searches = [], options = [] } = dnsConfig ?? {};
    if (dnsPolicy === 'None' && nameservers.length === 0) {
      const [field, what] =
        dnsConfig === undefined
          ? ['', 'must provide `dnsConfig`']
          : ['.nameservers', 'must provide at least one DNS nameserver'];
      report('dns-config-required', `dnsConfig${field}`, { detail: `${what} when \`dnsPolicy\` is None` });
      return;
    }
    const wrong = (field: string, value: unknown, messages: readonly string[]): void => {
      for (const detail of messages) report('dns-config-value', `dnsConfig.${field}`, { value, detail });
    };
    if (nameservers.length > MOST_SERVERS) {
      wrong('nameservers', new GoValue('[]string', nameservers), [
        `must not have more than ${MOST_SERVERS} nameservers`,
      ]);
    }
    for (const [index, server] of nameservers.entries())
      wrong(`nameservers[${index}]`, server, addressProblems(server, minor));
    if (searches.length > MOST_SEARCHES) {
      wrong('searches', new GoValue('[]string', searches), [`must not have more than ${MOST_SEARCHES} search paths`]);
    }
    if (searches.join(' ').length > LONGEST_SEARCHES) {
      wrong('searches', new GoValue('[]string', searches), [
        `must not have more than ${LONGEST_SEARCHES} characters (including spaces) in the search list`,
      ]);
    }
    for (const [index, search] of searches.entries()) {
      wrong(`searches[${index}]`, search.replace(/\.$/, ''), searchDomain(search, minor));
    }
    options.forEach(({ name = '' }: any, index: number) => {
      if (name === '') report('dns-config-required', `dnsConfig.options[${index}]`, { detail: 'must not be empty' });
    });
  },
);

/** Up to 1.29 there are own words for addresses here. */
function addressProblems(text: string, minor: number): readonly string[] {
  const problems = ip(text, minor);
  return problems.length > 0 && !hasChange(minor, 'HostAliasPaths') ? ['must be valid IP address'] : problems;
}

/** From 1.33 on (gate RelaxedDNSSearchValidation) a lone dot and underscores are fine. */
function searchDomain(search: string, minor: number): string[] {
  const domain = search.replace(/\.$/, '');
  if (!gatesOf(minor).has('RelaxedDNSSearchValidation')) return dns1123Subdomain(domain);
  return search === '.' ? [] : dns1123SubdomainWithUnderscore(domain);
}

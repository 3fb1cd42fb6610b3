import { canonicalCidr, dns1123Subdomain, isIpv4, parseRange, pathSegmentName } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, rules, textsFor } from '../../rule';
import { ipAddress, serviceCidr } from './examples';

const text = textsFor('validateServiceCIDRSpec (pkg/apis/networking/validation)', serviceCidr);

export const serviceCidrRules = rules(
  'io.k8s.api.networking.v1.ServiceCIDRSpec',
  {
    'service-cidr-required': text.required(
      'at least one CIDR required',
      'The object adds a range of addresses for Services, so it must name one.',
      { 'spec.cidrs': [] },
      { since: '1.33' },
    ),
    'service-cidr-too-many': text.invalid(
      'may only hold up to 2 values',
      'A Service has at most one address of each family, so one range of IPv4 and one of IPv6 are all that is possible. Write another object for more.',
      { 'spec.cidrs': ['10.8.0.0/16', 'fd00:8::/64', '10.9.0.0/16'] },
      { since: '1.33' },
    ),
    'service-cidr': text.invalid(
      '{detail}',
      'A range is written as an address, a slash and the length of the prefix, in the canonical form.',
      { 'spec.cidrs': ['10.8.0.1/16'] },
      { since: '1.33' },
    ),
    'service-cidr-families': text.invalid(
      'may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64',
      'Two ranges of one object are for dual-stack clusters: one of IPv4 and one of IPv6.',
      { 'spec.cidrs': ['10.8.0.0/16', '10.9.0.0/16'] },
      { since: '1.33' },
    ),
  },
  (node, report) => {
    const { required, format, each } = fieldChecks(report);
    const ranges = node.value.cidrs ?? [];
    if (!required('service-cidr-required', 'cidrs', ranges)) return;
    if (ranges.length > 2) {
      report('service-cidr-too-many', 'cidrs', { value: new GoValue('networking.ServiceCIDRSpec', node.value) });
      return;
    }
    each('cidrs', ranges, (value, field) => format('service-cidr', field, value, canonicalCidr));
    const [first, second] = ranges.map(parseRange);
    if (first !== undefined && second !== undefined && isIpv4(first.address) === isIpv4(second.address)) {
      report('service-cidr-families', 'cidrs');
    }
  },
);

const address = textsFor('validateIPAddressParentReference (pkg/apis/networking/validation)', ipAddress);

export const ipAddressRules = rules(
  'io.k8s.api.networking.v1.IPAddressSpec',
  {
    'ip-address-parent-required': address.required(
      '',
      'An IPAddress belongs to an object, whose resource and name are required. The cluster makes these objects itself; manifests should not.',
      { 'spec.parentRef.name': '' },
      { since: '1.33' },
    ),
    'ip-address-parent': address.invalid(
      '{detail}',
      'The reference becomes a URL: the group is a DNS subdomain, resource, namespace and name hold neither a slash nor a percent sign.',
      { 'spec.parentRef.name': 'a/b' },
      { since: '1.33' },
    ),
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const parent = node.value.parentRef;
    if (parent === undefined) {
      report('ip-address-parent-required', 'parentRef');
      return;
    }
    if (parent.group) format('ip-address-parent', 'parentRef.group', parent.group, dns1123Subdomain);
    for (const field of ['resource', 'name', 'namespace'] as const) {
      const value = parent[field] ?? '';
      if (value === '' && field !== 'namespace') report('ip-address-parent-required', `parentRef.${field}`);
      format('ip-address-parent', `parentRef.${field}`, value, pathSegmentName);
    }
  },
);

import { factsOfDefinition, type NameFormat } from '../../../facts';
import {
  canonicalIp,
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  maskTrailingDash,
  pathSegmentName,
  pathSegmentPrefix,
} from '../../../values';

type CheckName = (name: string) => readonly string[];

/** How the name of a kind, and the beginning of a generated one, are judged. */
export interface NameRule {
  readonly name: CheckName;
  /** Undefined where the server does not look at generateName. */
  readonly prefix?: CheckName;
}

const masked =
  (check: CheckName): CheckName =>
  (prefix) =>
    check(maskTrailingDash(prefix));

const PATH_SEGMENT: NameRule = { name: pathSegmentName, prefix: pathSegmentPrefix };

const RULES: Readonly<Record<NameFormat, NameRule>> = {
  'dns-subdomain': { name: dns1123Subdomain, prefix: masked(dns1123Subdomain) },
  'dns-subdomain-unless-generated': { name: dns1123Subdomain },
  'dns-label': { name: dns1123Label, prefix: masked(dns1123Label) },
  'dns-label-1035': { name: dns1035Label, prefix: masked(dns1035Label) },
  'ip-address': { name: canonicalIp, prefix: canonicalIp },
  // ValidateRBACName
  'path-segment': { name: pathSegmentName, prefix: pathSegmentName },
  'of-other-fields': { name: () => [] },
};

/** An object in a field of a custom resource, which may be of any kind. */
const EMBEDDED = /\.custom\.\w+\.EmbeddedResource$/;

/**
 * The rule for the names of a kind.
 *
 * @param definition such as `io.k8s.api.core.v1.Service`.
 */
export function nameRuleOf(definition: string, minor: number): NameRule {
  if (EMBEDDED.test(definition)) return PATH_SEGMENT;
  const { name = 'dns-subdomain' } = factsOfDefinition(definition);
  return RULES[typeof name === 'string' ? name : name(minor)];
}

/** What every name must be, so that it can stand in the path of a request. */
export const LATE_NAME: NameRule = PATH_SEGMENT;

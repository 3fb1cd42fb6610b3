import { gatesOf, hasChange } from '../../../facts';
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

const SUBDOMAIN: NameRule = { name: dns1123Subdomain, prefix: masked(dns1123Subdomain) };
const LABEL: NameRule = { name: dns1123Label, prefix: masked(dns1123Label) };
const OLD_LABEL: NameRule = { name: dns1035Label, prefix: masked(dns1035Label) };
const PATH_SEGMENT: NameRule = { name: pathSegmentName, prefix: pathSegmentPrefix };
/** `ValidateRBACName` looks at a generateName as if it were a name. */
const RBAC_NAME: NameRule = { name: pathSegmentName, prefix: pathSegmentName };
const ANY: NameRule = { name: () => [] };
const ONLY_NAME: NameRule = { name: dns1123Subdomain };

/** Kinds whose names are not DNS subdomains, by API group and kind. */
const RULES: Readonly<Record<string, NameRule>> = {
  'core.Namespace': LABEL,
  'apps.StatefulSet': LABEL,
  'rbac.Role': RBAC_NAME,
  'rbac.ClusterRole': RBAC_NAME,
  'rbac.RoleBinding': RBAC_NAME,
  'rbac.ClusterRoleBinding': RBAC_NAME,
  // Whatever stands in a field of a custom resource: it may be of any kind.
  'custom.EmbeddedResource': PATH_SEGMENT,
  'certificates.CertificateSigningRequest': ANY,
  // Their names follow from other fields; the rules of those kinds say how.
  'apiregistration.APIService': ANY,
  'networking.IPAddress': { name: canonicalIp, prefix: canonicalIp },
  'certificates.ClusterTrustBundle': ANY,
  'resource.DeviceClass': ONLY_NAME,
};

/**
 * The rule for the names of a kind.
 *
 * @param definition such as `io.k8s.api.core.v1.Service`.
 */
export function nameRuleOf(definition: string, minor: number): NameRule {
  const parts = definition.split('.');
  const kind = `${parts.at(-3)}.${parts.at(-1)}`;
  // Gate RelaxedServiceNameValidation.
  if (kind === 'core.Service') return gatesOf(minor).has('RelaxedServiceNameValidation') ? LABEL : OLD_LABEL;
  if (kind === 'core.ReplicationController' && hasChange(minor, 'ReplicationControllerName')) return ONLY_NAME;
  return RULES[kind] ?? SUBDOMAIN;
}

/**
 * Kinds whose own validation says nothing about metadata: the server looks at it only when it has nothing against the rest.
 */
export function isCheckedLate(definition: string): boolean {
  return LATE.test(definition);
}

const LATE =
  /^io\.k8s\.api\.(?:policy\.v1\.PodDisruptionBudget|core\.v1\.Event|authentication\.\w+\.\w+|authorization\.\w+\.\w+|core\.v1\.(?:Binding|ComponentStatus))$/;

/** What every name must be, so that it can stand in the path of a request. */
export const LATE_NAME: NameRule = PATH_SEGMENT;

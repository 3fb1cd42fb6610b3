import { checkText } from '../pod';
import type { ReportIssue } from '../props';
import { dns1123Subdomain } from '../values';

/** An issuer of cert-manager: the name of a ClusterIssuer, or any issuer by name and kind. */
export type Issuer =
  | string
  | {
      readonly name: string;
      /** `Issuer` is one of the namespace of the Ingress; external issuers have kinds of their own. @default 'ClusterIssuer' */
      readonly kind?: string;
      /** API group of an external issuer, such as `awspca.cert-manager.io`. @default 'cert-manager.io' */
      readonly group?: string;
    };

/** Reports an issuer with invalid names. */
export function checkIssuer(issuer: Issuer, reportIssue: ReportIssue, prop: string): void {
  const { name, kind, group } = typeof issuer === 'string' ? { name: issuer } : issuer;
  checkText(reportIssue, prop, name, dns1123Subdomain);
  if (kind !== undefined && !/^[A-Z][A-Za-z0-9]*$/.test(kind)) {
    reportIssue(`${prop}.kind`, `must be a kind, for example "Issuer", got ${JSON.stringify(kind)}`);
  }
  if (group !== undefined) checkText(reportIssue, `${prop}.group`, group, dns1123Subdomain);
}

/**
 * Annotations by which cert-manager knows the issuer of an Ingress.
 *
 * @see https://cert-manager.io/docs/usage/ingress/#supported-annotations
 */
export function issuerAnnotations(issuer: Issuer): Record<string, string> {
  const { name, kind = 'ClusterIssuer', group } = typeof issuer === 'string' ? { name: issuer } : issuer;
  if (kind === 'ClusterIssuer' && group === undefined) return { 'cert-manager.io/cluster-issuer': name };
  return {
    'cert-manager.io/issuer': name,
    ...(kind !== 'Issuer' && { 'cert-manager.io/issuer-kind': kind }),
    ...(group !== undefined && { 'cert-manager.io/issuer-group': group }),
  };
}

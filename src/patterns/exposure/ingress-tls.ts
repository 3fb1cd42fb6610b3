import { checkIssuer, type Issuer, issuerAnnotations } from '../../platform';
import { checkOwnNamespace, checkText, type NamespacedUser, nameOf, type ObjectReference } from '../../pod';
import type { ReportIssue } from '../../props';
import { dns1123Subdomain } from '../../values';

/** TLS for hosts of an Ingress. */
export interface IngressTlsProps {
  /**
   * Secret of type kubernetes.io/tls.
   *
   * @default `<name of the Ingress>-tls` with an issuer, otherwise the default certificate of the controller
   */
  readonly secret?: ObjectReference;
  /**
   * Issuer of cert-manager that creates the Secret. Becomes the annotation `cert-manager.io/cluster-issuer`, or
   * `cert-manager.io/issuer` for other kinds. An Ingress has one issuer.
   *
   * @default none
   * @see https://cert-manager.io/docs/usage/ingress/
   */
  readonly issuer?: Issuer;
  /** @default all hosts of the Ingress */
  readonly hosts?: readonly string[];
}

/** `tls` of an Ingress: a Secret, an object, or an array of objects. */
export type IngressTls = ObjectReference | IngressTlsProps | readonly IngressTlsProps[];

/** TLS of an Ingress in its long form. */
export function tlsOf({ tls }: { readonly tls?: IngressTls | false }): readonly IngressTlsProps[] {
  if (tls === undefined || tls === false) return [];
  if (Array.isArray(tls)) return tls;
  return [isReference(tls) ? { secret: tls } : (tls as IngressTlsProps)];
}

function isReference(tls: IngressTls | false | undefined): tls is ObjectReference {
  return typeof tls === 'string' || (typeof tls === 'object' && 'name' in tls);
}

/** Path of an entry as the program writes it. */
export function tlsPath(tls: IngressTls | false | undefined, index: number): string {
  return Array.isArray(tls) ? `tls[${index}]` : 'tls';
}

/** Name of the Secret with the certificate; undefined for the default certificate of the controller. */
export function tlsSecretOf({ secret, issuer }: IngressTlsProps, ingress: string): string | undefined {
  if (secret !== undefined) return nameOf(secret);
  return issuer === undefined ? undefined : `${ingress}-tls`;
}

/** Reports invalid names, issuers that cannot be written, and Secrets that two entries share by accident. */
export function checkTls(given: IngressTls | false | undefined, user: NamespacedUser, reportIssue: ReportIssue): void {
  const tls = tlsOf({ tls: given });
  tls.forEach(({ secret, issuer }, index) => {
    const path = tlsPath(given, index);
    if (secret !== undefined) {
      const at = isReference(given) ? 'tls' : `${path}.secret`;
      checkText(reportIssue, at, nameOf(secret), dns1123Subdomain);
      checkOwnNamespace(user, secret, at, reportIssue);
    }
    if (issuer !== undefined) checkIssuer(issuer, reportIssue, `${path}.issuer`);
  });
  const issuers = tls.flatMap(({ issuer }) =>
    issuer === undefined ? [] : [JSON.stringify(issuerAnnotations(issuer))],
  );
  if (new Set(issuers).size > 1) reportIssue('tls', 'has two issuers, but an Ingress has one', 'create two Ingresses');
  if (tls.filter(({ secret, issuer }) => secret === undefined && issuer !== undefined).length > 1) {
    reportIssue('tls', 'must name the Secret of every entry but one: without `secret` they have the same');
  }
}

/** Annotations by which cert-manager knows the issuer of an Ingress. */
export function tlsAnnotations(tls: readonly IngressTlsProps[]): Record<string, string> {
  const issuer = tls.find((one) => one.issuer !== undefined)?.issuer;
  return issuer === undefined ? {} : issuerAnnotations(issuer);
}

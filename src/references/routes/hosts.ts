/**
 * Whether a host, which can begin with a wildcard for one label, is or covers another: hosts of Ingresses, and names of certificates.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards
 * @see https://www.rfc-editor.org/rfc/rfc9525#section-6.3
 */
export function covers(pattern: string, host: string): boolean {
  if (pattern === host) return true;
  return pattern.startsWith('*.') && host.slice(host.indexOf('.')) === pattern.slice(1);
}

/**
 * Whether two hosts have requests in common, where a wildcard stands for any number of labels: those of the Gateway API and of Istio,
 * of which the latter also knows `*`.
 *
 * @see https://gateway-api.sigs.k8s.io/concepts/hostnames
 * @see https://github.com/istio/istio/blob/master/pkg/config/host/name.go Matches
 */
export function hostsMeet(one: string, other: string): boolean {
  const isBelow = (pattern: string, host: string) => pattern.startsWith('*') && host.endsWith(pattern.slice(1));
  return one === other || isBelow(one, other) || isBelow(other, one);
}

/** Controllers that admission plugins rely on: they count quotas and make accounts and certificates. */
const ALWAYS = ['resourcequota', 'serviceaccount', 'root-ca-certificate-publisher'];

/** Names of controllers as kube-controller-manager of a version takes them; 1.28 has the old ones. */
export function controllersOf(version: string, more: readonly string[] = []): string[] {
  return [...ALWAYS, ...more].map((name) =>
    version === '1.28' ? name.replace('certificate', 'cert') : `${name}-controller`,
  );
}

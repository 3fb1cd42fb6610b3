/** What controllers put into every namespace, which quotas count. */
export function builtInObjects(namespace: string): readonly object[] {
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'kube-root-ca.crt', namespace } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } },
  ];
}

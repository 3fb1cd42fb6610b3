/** API groups that every cluster has. */
const BUILT_IN =
  /^(v1|(apps|batch|autoscaling|policy)\/.*|(networking|rbac\.authorization|storage|scheduling|apiregistration|admissionregistration)\.k8s\.io\/.*)$/;

/** Keys of a pod template, by the kind of the object. */
function podSpecOf(object: any): any {
  if (object.kind === 'Pod') return object.spec;
  return object.kind === 'CronJob' ? object.spec.jobTemplate.spec.template.spec : object.spec?.template?.spec;
}

/** Names of Secrets, ConfigMaps and the like that a pod cannot start without. */
function referencesOf(pod: any): string[] {
  const containers = [...(pod.initContainers ?? []), ...pod.containers];
  const sources = [
    ...containers.flatMap(({ env = [] }: any) =>
      env.flatMap(({ valueFrom = {} }: any) => [valueFrom.secretKeyRef, valueFrom.configMapKeyRef]),
    ),
    ...containers.flatMap(({ envFrom = [] }: any) =>
      envFrom.flatMap((from: any) => [from.secretRef, from.configMapRef]),
    ),
    ...(pod.volumes ?? []).flatMap(({ secret, configMap, projected }: any) => [
      secret && { ...secret, name: secret.secretName },
      configMap,
      ...(projected?.sources ?? []).flatMap((source: any) => [source.secret, source.configMap]),
    ]),
    ...(pod.imagePullSecrets ?? []),
  ];
  return sources.filter((source) => source?.name !== undefined && source.optional !== true).map(({ name }) => name);
}

/** Storage classes of the claims of an object; an empty name is the default class of the cluster. */
function storageClassesOf({ kind, spec }: any): string[] {
  if (kind === 'PersistentVolumeClaim') return spec.volumeName ? [] : [spec.storageClassName ?? ''];
  return (spec?.volumeClaimTemplates ?? []).map((claim: any) => claim.spec.storageClassName ?? '');
}

/** What the objects expect in the cluster, in the words that the docstring of their example must contain. */
export function requirementsOf(objects: readonly any[]): string[] {
  const defined = new Set(objects.map(({ metadata }) => metadata.name));
  for (const { kind, spec } of objects) if (kind === 'ExternalSecret') defined.add(spec.target.name);
  const requirements = objects.flatMap((object) => {
    const { apiVersion, kind, spec } = object;
    const pod = podSpecOf(object);
    return [
      ...(BUILT_IN.test(apiVersion) ? [] : [kind]),
      ...(kind === 'HorizontalPodAutoscaler' ? ['metrics-server'] : []),
      ...(kind === 'NetworkPolicy' ? ['enforces NetworkPolicy'] : []),
      ...(kind === 'Service' && spec.type === 'LoadBalancer' ? ['LoadBalancer'] : []),
      ...(kind === 'Ingress'
        ? ['Ingress controller', ...(spec.tls ?? []).map(({ secretName }: any) => secretName)]
        : []),
      ...storageClassesOf(object).map((name) => name || 'default StorageClass'),
      ...(pod ? referencesOf(pod) : []),
    ];
  });
  return [...new Set(requirements)].filter((requirement) => !defined.has(requirement));
}

import { containersOf } from '../facts';
import { didYouMean } from '../values';
import { type Cluster, namespaceOf, type Workload } from './cluster';
import { deployment } from './examples';
import { type Dangling, inNamespace, missingName, type ReferenceRule } from './reference-rule';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop-config' }, data: { LEVEL: 'info' } };
const levelFrom = (name: string, key: string) =>
  deployment({}, { env: [{ name: 'LEVEL', valueFrom: { configMapKeyRef: { name, key } } }] });

interface Use {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: unknown;
  readonly field: string;
  readonly optional: boolean;
  readonly keys: readonly { readonly key: unknown; readonly field: string }[];
}

/** Every field of a pod that references a ConfigMap or Secret. */
function usesOf({ pod }: Workload): Use[] {
  const base = pod.specPath;
  const fromEnvironment = containersOf(pod.spec).flatMap(({ container, field }) => [
    ...(container.env ?? []).flatMap((variable: any, index: number) =>
      (['configMapKeyRef', 'secretKeyRef'] as const).flatMap((source) => {
        const reference = variable?.valueFrom?.[source];
        const path = `${base}.${field}.env[${index}].valueFrom.${source}`;
        return reference === undefined
          ? []
          : [use(source, reference, path, [{ key: reference.key, field: `${path}.key` }])];
      }),
    ),
    ...(container.envFrom ?? []).flatMap((from: any, index: number) =>
      (['configMapRef', 'secretRef'] as const).flatMap((source) =>
        from?.[source] === undefined
          ? []
          : [use(source, from[source], `${base}.${field}.envFrom[${index}].${source}`, [])],
      ),
    ),
  ]);
  const fromVolumes = (pod.spec.volumes ?? []).flatMap((volume: any, index: number) => {
    const path = `${base}.volumes[${index}]`;
    const sources = [volume, ...(volume?.projected?.sources ?? [])];
    return sources.flatMap((source: any, at: number) =>
      (['configMap', 'secret'] as const).flatMap((type) => {
        const reference = source?.[type];
        const field = at === 0 ? `${path}.${type}` : `${path}.projected.sources[${at - 1}].${type}`;
        const items: any[] = reference?.items ?? [];
        const keys = items.map((item, i) => ({ key: item?.key, field: `${field}.items[${i}].key` }));
        return reference === undefined ? [] : [use(type, reference, field, keys)];
      }),
    );
  });
  return [...fromEnvironment, ...fromVolumes];
}

function use(source: string, reference: any, path: string, keys: Use['keys']): Use {
  const kind = source.startsWith('config') ? 'ConfigMap' : 'Secret';
  const field = reference.secretName === undefined ? 'name' : 'secretName';
  return { kind, name: reference[field], field: `${path}.${field}`, optional: reference.optional === true, keys };
}

export const configurationReference: ReferenceRule = {
  id: 'configuration-unknown',
  message: 'a ConfigMap, Secret or key that the pod references does not exist',
  why: 'The container does not start: the pod stays in CreateContainerConfigError or ContainerCreating.',
  hint: 'reference an object in the same namespace and one of its keys, or make the reference optional',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  refused: [levelFrom('shop-config', 'LEVLE'), configMap],
  accepted: [levelFrom('shop-config', 'LEVEL'), configMap],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const { object } = workload;
    const namespace = namespaceOf(object);
    return usesOf(workload).flatMap(({ kind, name, field, optional, keys }): Dangling[] => {
      if (optional || typeof name !== 'string') {
        return [];
      }
      const found = cluster.find(`/${kind}`, namespace, name);
      if (found === undefined) {
        return [missingName(field, kind, name, cluster.names(`/${kind}`, namespace), inNamespace(object))];
      }
      const known = Object.keys({ ...found.data, ...found.binaryData, ...found.stringData });
      return keys.flatMap(({ key, field: keyField }): Dangling[] => {
        if (typeof key !== 'string' || known.includes(key)) {
          return [];
        }
        const hint = didYouMean(key, known) ?? `its keys are ${known.join(', ') || 'none'}`;
        return [
          {
            field: keyField,
            message: `${kind} ${JSON.stringify(name)} has no key ${JSON.stringify(key)}`,
            hint,
            certainty: 'wrong',
          },
        ];
      });
    });
  },
};

const NAMED: readonly {
  readonly kind: string;
  readonly clusterScoped?: boolean;
  readonly of: (spec: any) => readonly { readonly field: string; readonly name: unknown }[];
}[] = [
  {
    kind: '/PersistentVolumeClaim',
    of: (spec) =>
      (spec.volumes ?? []).map((volume: any, index: number) => ({
        field: `volumes[${index}].persistentVolumeClaim.claimName`,
        name: volume?.persistentVolumeClaim?.claimName,
      })),
  },
  { kind: '/ServiceAccount', of: (spec) => [{ field: 'serviceAccountName', name: spec.serviceAccountName }] },
  {
    kind: '/Secret',
    of: (spec) =>
      (spec.imagePullSecrets ?? []).map((secret: any, index: number) => ({
        field: `imagePullSecrets[${index}].name`,
        name: secret?.name,
      })),
  },
  {
    kind: 'scheduling.k8s.io/PriorityClass',
    clusterScoped: true,
    of: (spec) => [{ field: 'priorityClassName', name: spec.priorityClassName }],
  },
];

export const podReference: ReferenceRule = {
  id: 'pod-reference-unknown',
  message: 'a claim, service account, pull secret or priority class that the pod references does not exist',
  why: 'Without it the pod is not created, is not scheduled, or cannot pull its image.',
  hint: 'reference an existing one',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/',
  refused: [
    deployment({}, {}, { serviceAccountName: 'shopp' }),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } },
  ],
  accepted: [
    deployment({}, {}, { serviceAccountName: 'shop' }),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } },
  ],
  on: 'pod',
  check: (subject, cluster) => {
    const { object, pod } = subject as Workload;
    return NAMED.flatMap(({ kind, clusterScoped, of }) =>
      of(pod.spec).flatMap(({ field, name }): Dangling[] => {
        const namespace = clusterScoped === true ? null : namespaceOf(object);
        const builtIn = name === 'default' || String(name).startsWith('system-');
        if (typeof name !== 'string' || name === '' || builtIn || cluster.find(kind, namespace, name) !== undefined) {
          return [];
        }
        const where = clusterScoped === true ? '' : inNamespace(object);
        const kindName = kind.split('/').pop()!;
        return [missingName(`${pod.specPath}.${field}`, kindName, name, namesOf(cluster, kind, namespace), where)];
      }),
    );
  },
};

/** Claims of a StatefulSet exist as well, under the names it assigns. */
function namesOf(cluster: Cluster, kind: string, namespace: string | null): readonly string[] {
  return cluster.names(kind, namespace);
}

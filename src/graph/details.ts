import { containersOf, groupKindOf, podTemplateOf } from '../facts';
import { counted } from './words';

type Describe = (object: any) => readonly unknown[];

const keys = ({ data, binaryData, stringData }: any) => Object.keys({ ...data, ...binaryData, ...stringData });
const named = (title: string, values: readonly unknown[]) =>
  values.length === 0 ? [] : [`${title}: ${[...new Set(values.map(String))].join(', ')}`];
const list = (value: unknown): any[] => (Array.isArray(value) ? value : []);

/** What a picture says of an object beside its name. Keys of ConfigMaps and Secrets by their names, never a value. */
const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  Service: ({ spec }) => [spec?.clusterIP === 'None' ? 'headless' : (spec?.type ?? 'ClusterIP'), ...ports(spec?.ports)],
  ConfigMap: (object) => named('keys', keys(object)),
  Secret: (object) => [object.type ?? 'Opaque', ...named('keys', keys(object))],
  PersistentVolumeClaim: ({ spec }) => [spec?.resources?.requests?.storage, ...list(spec?.accessModes)],
  PersistentVolume: ({ spec }) => [spec?.capacity?.storage, ...list(spec?.accessModes)],
  'networking.k8s.io/Ingress': ({ spec }) => [
    ...named(
      'hosts',
      list(spec?.rules).map((rule) => rule?.host ?? '*'),
    ),
    ...(list(spec?.tls).length > 0 ? ['TLS'] : []),
  ],
  'gateway.networking.k8s.io/HTTPRoute': ({ spec }) => named('hosts', list(spec?.hostnames)),
  'gateway.networking.k8s.io/Gateway': ({ spec }) =>
    list(spec?.listeners).map((one) => `${one?.name}: ${one?.protocol} ${one?.port}`),
  'networking.k8s.io/NetworkPolicy': ({ spec }) => [
    ...(Object.keys(spec?.podSelector ?? {}).length === 0 ? ['all pods of the namespace'] : []),
    ...named('restricts', list(spec?.policyTypes ?? ['Ingress', ...(spec?.egress === undefined ? [] : ['Egress'])])),
  ],
  'autoscaling/HorizontalPodAutoscaler': ({ spec }) => [
    `${spec?.minReplicas ?? 1} to ${spec?.maxReplicas} replicas`,
    ...named(
      'by',
      list(spec?.metrics).map((one) => one?.resource?.name ?? one?.type),
    ),
  ],
  'policy/PodDisruptionBudget': ({ spec }) =>
    ['minAvailable', 'maxUnavailable'].flatMap((field) =>
      spec?.[field] === undefined ? [] : [`${field}: ${spec[field]}`],
    ),
  'rbac.authorization.k8s.io/Role': rules,
  'rbac.authorization.k8s.io/ClusterRole': rules,
};

/** A few words about an object of the input. */
export function detailsOf(object: any): string[] {
  const kind = groupKindOf(object);
  const found = Object.hasOwn(DESCRIPTIONS, kind) ? DESCRIPTIONS[kind]!(object) : workload(object);
  return found.filter((one) => one !== undefined && one !== null && one !== '').map(String);
}

function workload(object: any): unknown[] {
  const spec = podTemplateOf(object)?.spec;
  if (spec === undefined) return [];
  const { replicas } = object.spec ?? {};
  const images = containersOf(spec).map(({ container }) => container.image ?? '');
  return [
    ...(typeof replicas === 'number' ? [counted(replicas, 'replica')] : []),
    ...named('images', images.filter(Boolean)),
  ];
}

function ports(given: unknown): string[] {
  return list(given).map((one) => {
    const protocol = one?.protocol === undefined || one.protocol === 'TCP' ? '' : `/${one.protocol}`;
    return `${one?.port}${protocol} → ${one?.targetPort ?? one?.port}`;
  });
}

function rules(object: any): unknown[] {
  return list(object.rules).map(
    (rule) =>
      `${list(rule?.verbs).join(', ')}: ${[...list(rule?.resources), ...list(rule?.nonResourceURLs)].join(', ')}`,
  );
}

import { groupOf, resourcesOf } from '../../facts';
import type { Edge, Part } from './edge';
import type { Reference } from './walk';

/** Fields that controllers write to, and data that is not about objects of the cluster. */
const OUTPUT =
  /^write|publish|output|destination|connection(?!(?:Secret)?Ref$)|privateKeySecretRef|^(?:target|template|metadata|data|secretObjects)$/i;
/** Those among them that are other objects. */
const BUILT = /^(?:target|template|metadata|data|secretObjects)$/i;
const SECRET = /secret(?:Key)?(?:Re[fg]|Reference|Selector)?$/i;
const CONFIG_MAP = /configMap(?:Key)?(?:Ref|Reference|Selector)?$/i;
/** Lists, and fields that may be about what the controller creates. */
const SOME_SECRET = /secrets?$|^(?:credentials?|password|kubeconfig|(?:api)?token)Ref$/i;
const SOME_CONFIG_MAPS = /configMaps$/i;
/** As in the Gateway API, to a Service unless a kind says otherwise. */
const BACKEND = /^backendRefs?$/;
/** What a policy is about. @see https://gateway-api.sigs.k8s.io/geps/gep-2648/#apply-policies-to-sections-of-a-resource */
const TARGET = /\btarget(?:Ref|Reference)s?(?:\[\d+\])?\.name$/;
const PULL_SECRET = /^(?:image)?pullSecrets?$/i;
const REFERENCE = /Ref(?:erence)?s?$/i;
/** Fields of an object that are not about others. */
const OWN = /^(?:apiVersion|kind|metadata|status|data|stringData|type)$/;
const NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
/** Kinds that fields with a kind and no group mean. */
const CORE: ReadonlySet<string> = new Set([
  'ConfigMap',
  'PersistentVolumeClaim',
  'Secret',
  'Service',
  'ServiceAccount',
]);
const APPS: ReadonlySet<string> = new Set(['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']);
/** Fields with a name alone. */
const NAMES: readonly (readonly [field: RegExp, to: string, guess: Edge['guess']])[] = [
  [/^(?:(?:mover|irsa|workloadIdentity)S|s)erviceAccount(?:Name)?$/, '/ServiceAccount', 'kind'],
  [/^claimName$/, '/PersistentVolumeClaim', undefined],
  [/^(?:existing|pvc|persistentVolume)Claim(?:Name)?$|^(?:source)?pvc(?:Name)?$/i, '/PersistentVolumeClaim', 'name'],
  [/[sS]torageClass(?:Name)?$/, 'storage.k8s.io/StorageClass', 'kind'],
  [/^(?:volume)?snapshotClass(?:Name)?$/i, 'snapshot.storage.k8s.io/VolumeSnapshotClass', 'kind'],
  [/priorityClass(?:Name)?$/i, 'scheduling.k8s.io/PriorityClass', 'kind'],
  [/^runtimeClassName$/, 'node.k8s.io/RuntimeClass', 'kind'],
  [/^ingressClass(?:Name)?$/, 'networking.k8s.io/IngressClass', 'kind'],
  [/^credentials?Secret$/, '/Secret', undefined],
  [/secret(?:Names?|Refs?|s)?$/i, '/Secret', 'name'],
  [/configMap(?:Names?|Refs?|s)?$/i, '/ConfigMap', 'name'],
];

/** What the controller of an object that is not in a namespace reads itself; pods that it creates are elsewhere. */
export const READ: readonly string[] = ['/Secret', '/ConfigMap', '/ServiceAccount'];

/** Groups whose objects refer to keys of Secrets by a name and a key, in fields of any name. */
const KEYED: ReadonlySet<string> = new Set([
  'barmancloud.cnpg.io',
  'external-secrets.io',
  'grafana.integreatly.org',
  'monitoring.coreos.com',
  'monitoring.grafana.com',
  'operator.victoriametrics.com',
  'postgresql.cnpg.io',
]);
/** Runtimes of either kind, and keys of one Secret. @see pkg/credentials/service_account_credentials.go, GetServingRuntime */
const KSERVE = 'serving.kserve.io';
/** Groups whose objects are not in a namespace, or whose controller reads in its own. */
const OF_CLUSTER = /^(?:(?:authorization|config|operator)\.openshift\.io|kyverno\.io|tailscale\.com)$/;
/** Flux: objects that alerts and receivers are about. */
const ABOUT = /^notification\.toolkit\.fluxcd\.io (?:eventSources|resources)$/;

/** The Secret with which Flux decrypts others, and those with which a store of External Secrets reads them. */
const DECRYPTS = /^kustomize\.toolkit\.fluxcd\.io Kustomization spec\.decryption\./;
const READS = /^external-secrets\.io (?:Cluster)?SecretStore /;

const RULE = 'custom-reference-unknown';

/** Whether an object is a custom resource. */
export function isCustom(object: any): boolean {
  return resourcesOf(groupOf(String(object?.apiVersion ?? ''))) === undefined;
}

/**
 * What a custom resource of any kind refers to, as the API conventions name such fields: `secretKeyRef`, `tokenSecretRef`,
 * `configMapRef`, `serviceAccountName`, and `targetRef` with a kind. A group `?` stands for the one that has the kind.
 *
 * @see https://github.com/kubernetes/community/blob/main/contributors/devel/sig-architecture/api-conventions.md#object-references
 * @param pod field with the template of a pod, whose references have edges of their own.
 * @param isPlaced the namespace of targets is known for an object that is not in one.
 */
export function conventionalReferences(object: any, pod?: string, isPlaced = false): Reference[] {
  const found: Reference[] = [];
  const group = groupOf(String(object.apiVersion));
  // One that is not in a namespace may refer to any.
  const isOfCluster = isPlaced || /^Cluster[A-Z]/.test(String(object?.kind)) || OF_CLUSTER.test(group);
  for (const [key, value] of Object.entries(object)) if (!OWN.test(key)) visit(value, key, key);
  return found;

  function visit(value: any, key: string, field: string): void {
    if (typeof value === 'string') ofName(value, key, field);
    if (typeof value !== 'object' || value === null || field === pod) return;
    if (OUTPUT.test(key)) {
      if (!BUILT.test(key)) readIn(value, field);
      else if (group === 'sparkoperator.k8s.io') visitFields(value, field);
      // An object that is not a pod, which the controller creates beside this one.
      else if (key === 'template' && typeof value.spec === 'object' && !value.spec?.containers && !value.kind)
        visit(value.spec, 'spec', `${field}.spec`);
      else if (key === 'template') builtFrom(value, key, field);
      return;
    }
    if (Array.isArray(value)) {
      // A list of volumes is one of a chart, with names of its own.
      for (const [index, item] of value.entries()) visit(item, key === 'configMap' ? '' : key, `${field}[${index}]`);
      return;
    }
    ofObject(value, key, field);
    visitFields(value, field);
  }

  function visitFields(value: object, field: string): void {
    for (const [name, inner] of Object.entries(value)) {
      visit(inner, name, /^[\w-]+$/.test(name) ? `${field}.${name}` : `${field}[${name}]`);
    }
  }

  /** What is made from a template refers to objects as others do; only a kind with its group is sure to be one. */
  function builtFrom(value: any, key: string, field: string): void {
    if (typeof value !== 'object' || value === null || field === pod || key === 'metadata') return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) builtFrom(item, key, `${field}[${index}]`);
      return;
    }
    const isComplete = [value.apiVersion, value.apiGroup, value.group].some((one) => typeof one === 'string');
    if (isComplete && typeof value.kind === 'string') ofObject(value, key, field);
    for (const [name, inner] of Object.entries(value)) builtFrom(inner, name, `${field}.${name}`);
  }

  /** What is written somewhere may be protected by a password, which is read. */
  function readIn(value: any, field: string): void {
    for (const [name, inner] of Object.entries(Object(value))) {
      const at = Array.isArray(value) ? `${field}[${name}]` : `${field}.${name}`;
      if (name === 'valueFrom') visit(inner, name, at);
      else if (typeof inner === 'object') readIn(inner, at);
    }
  }

  function ofName(name: string, key: string, field: string): void {
    const [, to, guess] = NAMES.find(([pattern]) => pattern.test(key)) ?? [];
    // What only looks like a field with a name may have a path, or a password.
    const isName = guess === undefined || NAME.test(name);
    if (to !== undefined && !OUTPUT.test(key) && isName) add(to, name, field, {}, guess);
    // docs/security_hardening.md of Altinity/clickhouse-operator.
    if (/\/k8s_secret_/.test(key)) {
      const [wanted, of = '', namespace] = name.split('/').reverse();
      add('/Secret', of, field, { key: wanted, namespace });
    }
    if (group !== KSERVE) return;
    if (key === 'runtime') add('?/ServingRuntime|ClusterServingRuntime', name, field, {}, 'kind');
    const given = object.metadata?.annotations?.[`${KSERVE}/storageSecretName`];
    if (field.endsWith('.storage.key')) add('/Secret', String(given ?? 'storage-config'), field, { key: name });
  }

  function ofObject(value: any, key: string, field: string): void {
    if (typeof value.name !== 'string') return;
    const at = `${field}.name`;
    const isKeyOf = typeof value.key === 'string';
    const isReference = REFERENCE.test(key) || ABOUT.test(`${group} ${key}`);
    if (typeof value.kind === 'string') {
      if (isReference) add(`${groupOfKind(value)}/${value.kind}`, value.name, at, value, 'kind');
    } else if (CONFIG_MAP.test(key)) add('/ConfigMap', value.name, at, value);
    else if (SECRET.test(key) && (isKeyOf || isReference)) add('/Secret', value.name, at, value);
    else if (BACKEND.test(key) && typeof value.port === 'number') add('/Service', value.name, at, value, 'kind');
    else if (PULL_SECRET.test(key) || (key === 'secret' && !isKeyOf)) add('/Secret', value.name, at, value);
    else if (isKeyOf && KEYED.has(group))
      add(value.type === 'ConfigMap' || /configMap/i.test(key) ? '/ConfigMap' : '/Secret', value.name, at, value);
    else if (SOME_SECRET.test(key) || (isKeyOf && isReference)) add('/Secret', value.name, at, value, 'name');
    else if (SOME_CONFIG_MAPS.test(key)) add('/ConfigMap', value.name, at, value, 'name');
    else if (isReference) add(`?/${key.replace(REFERENCE, '')}`, value.name, at, value, 'kind');
  }

  function groupOfKind({ apiVersion, group: given, apiGroup = given, kind }: any): string {
    if (typeof apiVersion === 'string') return groupOf(apiVersion);
    if (typeof apiGroup === 'string') return apiGroup === 'core' ? '' : apiGroup.replace(/\/.*/, '');
    return CORE.has(kind) ? '' : APPS.has(kind) ? 'apps' : '?';
  }

  function add(to: string, name: string, field: string, around: any, guess?: Edge['guess']): void {
    const { namespace, optional } = around;
    if (name === '' || name === '*' || name.includes('{') || name.includes('$')) return;
    // The operator of MariaDB creates it.
    if (around.generate === true) return;
    const isRead = isPlaced && READ.includes(to) && !field.includes('.podTemplate.');
    if (isOfCluster && typeof namespace !== 'string' && !isRead && !/class$/i.test(to)) return;
    // What reads the others cannot be among them.
    const at = `${group} ${object.kind} ${field}`;
    const first = to !== '/Secret' ? undefined : DECRYPTS.test(at) ? 'name' : READS.test(at) ? 'kind' : undefined;
    const guessed = first ?? guess;
    const [part, named, value] = partOf(to, field, around) ?? [];
    // Without a namespace, the object may be of the cluster, and read in that of its controller.
    const isAnywhere = guess === 'name' && object.metadata?.namespace === undefined;
    found.push({
      edge: {
        from: group,
        path: field,
        to,
        rule: RULE,
        isAnywhere,
        ...(part && { part }),
        ...(guessed && { guess: guessed }),
      },
      field,
      name,
      to,
      ...(typeof namespace === 'string' && namespace !== '' && { namespace }),
      optional: optional === true,
      parts: part === undefined ? [] : [{ value, field: field.replace(/name$/, named!) }],
    });
  }
}

/** What is named of a target, the field beside the name that has it, and its value. */
function partOf(to: string, field: string, around: any): readonly [Part, string, any] | undefined {
  const { key, port, sectionName } = around;
  if (to === '/Service' && /\bbackendRefs?(?:\[\d+\])?\.name$/.test(field) && typeof port === 'number')
    return [{ of: 'servicePort', fields: ['port'] }, 'port', port];
  // Of what a policy is about; Kuadrant numbers the rules of a route.
  if (typeof sectionName === 'string' && TARGET.test(field) && !/^(?:rule-)?\d+$/.test(sectionName)) {
    const of =
      to === '/Service'
        ? 'servicePort'
        : /^gateway\.networking\.(?:x-)?k8s\.io\/(?:Gateway|X?ListenerSet)$/.test(to)
          ? 'listener'
          : 'item';
    const rules = { called: 'rule', lists: ['spec.rules[].name'] };
    const isKnown = of !== 'item' || /^gateway\.networking\.k8s\.io\/\w+Route$/.test(to);
    return isKnown
      ? [{ of, fields: ['sectionName'], ...(of === 'item' && rules) }, 'sectionName', sectionName]
      : undefined;
  }
  return typeof key === 'string' ? [{ of: 'key', fields: ['key'] }, 'key', key] : undefined;
}

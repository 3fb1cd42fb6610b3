import { fieldValue } from '../../values';
import { CLUSTER_KINDS, type Edge } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindIn } from '../input/placed';
import type { Missing } from './missing';
import type { Dangling } from './reference-rule';

/** What has the name of an object that does not exist. */
export interface FoundInstead {
  /** Of the reference, where it is one of the table. */
  readonly edge: Edge | undefined;
  /** Namespace of the object that refers to it. */
  readonly own: string | undefined;
  readonly kind: string;
  readonly name: string;
  readonly otherKind: string | undefined;
  /** Namespaces that have the object. */
  readonly elsewhere: readonly string[];
  /** The namespace that is written beside the name. */
  readonly written: string | undefined;
  /** The field takes any kind of those that are mistaken for one another. */
  readonly isTarget: boolean;
}

/** Kinds of sources that a field of Flux takes, each of which may be the one that is meant. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'spec.sourceRef.name': ['GitRepository', 'OCIRepository', 'Bucket'],
  'spec.chart.spec.sourceRef.name': ['HelmRepository', 'GitRepository', 'Bucket'],
};

/** Fields whose namespace needs more than a value: a feature gate, a scope. */
const RESTRICTED = /\.(?:dataSourceRef|parameters)\.name$/;

/** A hint with the field beside the name that leads to what was found, in another namespace or of another kind. */
export function leadingTo(found: FoundInstead, cluster: Cluster): Pick<Dangling, 'hint'> {
  const { edge, own, kind, name, otherKind, elsewhere, isTarget, written } = found;
  if (edge === undefined) return {};
  const hint =
    elsewhere.length > 0
      ? settingNamespace(edge, name, elsewhere, own, written)
      : otherKind && settingKind(edge, otherKind);
  return hint ? { hint } : {};

  function settingKind({ from, to, path }: Edge, other: string): string | undefined {
    const wanted = `${kind.slice(0, kind.lastIndexOf('/') + 1)}${other}`;
    // A name without a namespace is in that of the object that refers to it, and not every binding is in one.
    if (cluster.find(wanted, CLUSTER_KINDS.has(wanted) ? null : (own ?? null), name) === undefined) return undefined;
    if (typeof to === 'string') {
      const isAnyKind = !from.includes('/') && !to.startsWith('?') && other.endsWith('Template');
      if (isTarget || isAnyKind) return `set kind: ${other}`;
      if (path.includes('cert-manager~io/')) return `use the annotation ${annotationFor(other)}`;
      const field = from === 'pod' ? fieldFor(path, other) : undefined;
      if (field !== undefined) return field;
      if (!to.startsWith('argoproj.io/'))
        return `the field takes ${article(kindIn(kind))}, and ${JSON.stringify(name)} is ${article(other)}`;
      return CLUSTER_KINDS.has(wanted) ? 'set clusterScope: true' : 'remove clusterScope';
    }
    // What scales or is listened to is a kind of few; values are of both.
    const isAny =
      isTarget ||
      SOURCES[path]?.includes(other) === true ||
      to.otherwise === '/' ||
      CLUSTER_KINDS.has(wanted) !== CLUSTER_KINDS.has(kind);
    return isAny ? `set ${to.kind}: ${other}` : undefined;
  }
}

/** What can be of a ConfigMap or of a Secret; a Secret of a volume of Ceph cannot. */
const FIELD_OF_EITHER =
  /(?:envFrom\[\]|valueFrom|^volumes\[\]|sources\[\])\.((?:configMap|secret)(?:Key)?(?:Ref)?)\.(name|secretName)$/;

/** The field of a pod that takes the other kind: `secretRef` for `configMapRef`. */
function fieldFor(path: string, kind: string): string | undefined {
  const [, written, rest] = FIELD_OF_EITHER.exec(path) ?? [];
  if (written === undefined || !/^(?:ConfigMap|Secret)$/.test(kind)) return undefined;
  const field = written.replace(/^(?:configMap|secret)/, kind === 'Secret' ? 'secret' : 'configMap');
  const isVolume = !written.endsWith('Ref') && !path.includes('.sources[]');
  const name = kind === 'Secret' ? 'secretName' : 'name';
  return isVolume ? `use ${field}.${name} in place of ${written}.${rest}` : `use ${field} in place of ${written}`;
}

function annotationFor(kind: string): string {
  return `cert-manager.io/${kind === 'Issuer' ? 'issuer' : 'cluster-issuer'}`;
}

function article(kind: string): string {
  return `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function settingNamespace(
  { from, path, namespace = '' }: Edge,
  name: string,
  [found, ...others]: readonly string[],
  own: string | undefined,
  written: string | undefined,
): string | undefined {
  if (!found || others.length > 2 || others.includes('')) return undefined;
  // By conventions, which do not say whether the reference has a namespace.
  if (!from.includes('/') && from !== 'pod') {
    const isObject = /\.name$/.test(path);
    if (isObject && written !== undefined) return `set namespace: ${[found, ...others].join(' or ')}`;
    return isObject
      ? `set namespace: ${found} if the reference may have one, or put both into one namespace`
      : 'put both into one namespace';
  }
  if (namespace === ',' && /cncf|opentelemetry/.test(path)) return `write ${found}/${name}`;
  if (namespace === '-') return others.length > 0 ? undefined : `write ${found}-${name}@kubernetescrd`;
  if (namespace === '') return own ? `move or copy it to namespace ${own}` : 'put both into one namespace';
  const meant = [found, ...others].join(' or ');
  return /^[a-z]/i.test(namespace) && !RESTRICTED.test(path) ? `set ${namespace}: ${meant}` : undefined;
}

/** The field with the API group, where the object that is meant is of another one. */
export function settingGroup(
  { edge, field, kind, name, namespace, self, groups }: Missing & { readonly groups: readonly string[] },
  cluster: Cluster,
): Pick<Dangling, 'field' | 'hint'> | undefined {
  const by = typeof edge?.to === 'object' ? edge.to.group : undefined;
  const [group] = groups;
  if (by === undefined || group === undefined) return undefined;
  const found = cluster.find(`${group}/${kindIn(kind)}`, namespace, name);
  const at = field.replace(/[^.]*$/, by);
  const isWritten = fieldValue(self, at) !== undefined;
  return { field: isWritten ? at : field, hint: `set ${by}: ${by === 'apiVersion' ? found?.apiVersion : group}` };
}

import { isKind } from '../../facts';
import { isCustom } from '../edges';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, kindKey, namespaceNamed, namespaceOf, type Placed, type Workload } from '../input/placed';
import { hostIn, isMistaken, type ServiceAddress } from './service-addresses';
import { portOfScheme } from './written-addresses';

interface Text {
  readonly field: string;
  readonly value: string;
}

/** `db.data.svc`, with or without the domain of the cluster and a port, within a text. */
const FULL =
  /(?<![\w.*-])(?:[a-z]+:\/\/(?:[^\s/@]*@)?)?([a-z][a-z0-9-]*)\.([a-z0-9-]+)\.svc(?:\.cluster\.local)?(?::(\d{1,5}))?(?![\w-]|\.[a-z0-9])/g;
/** `http://db` or `http://db.data`, with or without a port. */
const URL = /\b[a-z]+:\/\/(?:[^\s/@]*@)?([a-z][a-z0-9-]*)(?:\.([a-z0-9-]+))?(?::(\d{1,5}))?(?![\w.@:-])/g;
/** A dashboard of Grafana has the values that its variables had when it was saved. */
const DASHBOARD = /^\s*\{[\s\S]*"panels":/;
const COMMENT = /^\s*(?:#|\/\/|;).*$/gm;
/** Groups and kinds in which names of hosts are no addresses, or have a rule of their own. */
const OTHERS = /^(?:cert-manager\.io\/Certificate|networking\.istio\.io\/.*)$/;

/** The addresses of Services in the files of a ConfigMap, the annotations of an Ingress, and a custom resource. */
export function addressesBeside(subject: Placed & Partial<Workload>, cluster: Cluster): ServiceAddress[] {
  const own = namespaceOf(subject.object);
  const known = new Set<string>();
  return textsOf(subject, cluster).flatMap(({ field, value }) =>
    hostsIn(value).flatMap(({ name, namespace, port, isFull }): ServiceAddress[] => {
      const key = `${field} ${name} ${namespace} ${port}`;
      const of = namespaceNamed(namespace ?? own);
      const object = cluster.find('/Service', of, name);
      if (known.has(key) || (object === undefined && !isFull && !isMistaken(name, namespace, own, cluster))) return [];
      known.add(key);
      return [{ field, object, name, namespace: of, ...(port !== undefined && { port }), origin: '' }];
    }),
  );
}

function hostsIn(value: string) {
  const isFound = value.includes('.svc') || value.includes('://');
  const text = isFound && value.includes('\n') ? value.replaceAll(COMMENT, '') : value;
  const found = [...(isFound ? [...text.matchAll(FULL), ...text.matchAll(URL)] : []), ...hostIn(value)];
  return found.map(([all = '', name = '', namespace, port]) => ({
    name,
    namespace,
    port: port === undefined ? portOfScheme(all) : Number(port),
    isFull: all.includes('.svc'),
  }));
}

function textsOf({ object, pod }: Placed & Partial<Workload>, cluster: Cluster): Text[] {
  if (isKind(object, 'ConfigMap'))
    return textsIn(withoutVariables(object, cluster), 'data').filter(({ value }) => !DASHBOARD.test(value));
  if (isKind(object, 'networking.k8s.io/Ingress')) return textsIn(object.metadata?.annotations, 'metadata.annotations');
  return isCustom(object) && !OTHERS.test(kindKey(object.apiVersion, object.kind))
    ? textsIn(object.spec, 'spec', pod?.path)
    : [];
}

/** By cluster: keys of ConfigMaps that are variables of pods, by namespace and name; undefined stands for all keys. */
const sourcesOf = new FoundOnce((_: undefined, cluster) => variableSources(cluster));

/** The data of a ConfigMap without what becomes variables of pods, which report what is in them. */
function withoutVariables(object: any, cluster: Cluster): object {
  const keys = sourcesOf.in(cluster, undefined).get(`${namespaceOf(object)}/${object.metadata?.name}`);
  if (keys === undefined) return object.data ?? {};
  if (keys.has(undefined)) return {};
  return Object.fromEntries(Object.entries(object.data ?? {}).filter(([key]) => !keys.has(key)));
}

function variableSources(cluster: Cluster): ReadonlyMap<string, ReadonlySet<unknown>> {
  const sources = new Map<string, Set<unknown>>();
  for (const { object, pod } of cluster.workloads) {
    for (const container of customList(pod.spec?.containers)) {
      for (const one of customList(container?.envFrom)) add(object, one?.configMapRef?.name, undefined);
      for (const one of customList(container?.env)) {
        const source = one?.valueFrom?.configMapKeyRef;
        add(object, source?.name, source?.key ?? '');
      }
    }
  }
  return sources;

  function add(owner: any, name: unknown, key: unknown): void {
    if (name === undefined) return;
    const at = `${namespaceOf(owner)}/${name}`;
    sources.set(at, (sources.get(at) ?? new Set()).add(key));
  }
}

function textsIn(value: any, field: string, pod?: string): Text[] {
  if (typeof value === 'string') return [{ field, value }];
  if (typeof value !== 'object' || value === null || field === pod) return [];
  const isReference = typeof value.kind === 'string';
  return Object.entries(value).flatMap(([key, inner]) =>
    // `jenkins:2` of an image stream.
    isReference && key === 'name'
      ? []
      : textsIn(inner, Array.isArray(value) || !/^[\w-]+$/.test(key) ? `${field}[${key}]` : `${field}.${key}`, pod),
  );
}

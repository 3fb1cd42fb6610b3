import { isKind } from '../../facts';
import { isCustom } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindKey, namespaceNamed, namespaceOf, type Placed, type Workload } from '../input/placed';
import { hostsOfScripts } from './scripts';
import { addressesOf, hostIn, isMistaken, isPod, type ServiceAddress } from './service-addresses';
import { withoutVariables } from './variable-sources';
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
/** `server db:80;` and `fastcgi_pass db:9000;` of nginx, and `server one db:80 check` of HAProxy. */
const SERVER =
  /(?:^|[{;])[ \t]*(?:server(?:[ \t]+[\w.-]+)?|\w+_pass)[ \t]+([a-z][a-z0-9-]*)(?:\.([a-z0-9-]+))?:(\d{1,5})(?=[\s;]|$)/gm;
/** A name that nginx itself gives to servers. */
const UPSTREAM = /\bupstream\s+([\w.-]+)\s*\{/g;
/** A dashboard of Grafana has the values that its variables had when it was saved. */
const DASHBOARD = /^\s*\{[\s\S]*"panels":/;
/** `rabbitmq:4` is an image. */
const IMAGE = /(?:^i|I)mage|(?:^v|V)ersion|(?:^t|T)ag(?!g)/;
const COMMENT = /^\s*(?:#|\/\/|;).*$/gm;
/** Groups and kinds in which names of hosts are no addresses, or have a rule of their own. */
const OTHERS = /^(?:cert-manager\.io\/Certificate|networking\.istio\.io\/.*)$/;

/** The addresses of Services in the files of a ConfigMap, the annotations of an Ingress, and a custom resource. */
export function addressesBeside(subject: Placed & Partial<Workload>, cluster: Cluster): ServiceAddress[] {
  const own = namespaceOf(subject.object);
  const known = new Set<string>();
  const ofScripts = addressesOf(hostsOfScripts(subject, cluster), own, cluster);
  const ofTexts = textsOf(subject, cluster).flatMap(({ field, value }) =>
    hostsIn(value).flatMap(({ name, namespace, port, isFull }): ServiceAddress[] => {
      const key = `${field} ${name} ${namespace} ${port}`;
      if (!isFull && isPod(name, namespace, own, cluster)) return [];
      const of = namespaceNamed(namespace ?? own);
      const object = cluster.find('/Service', of, name);
      if (known.has(key) || (object === undefined && !isFull && !isMistaken(name, namespace, own, cluster, port)))
        return [];
      known.add(key);
      return [{ field, object, name, namespace: of, ...(port !== undefined && { port }), origin: '' }];
    }),
  );
  const isNew = (one: ServiceAddress) => !ofTexts.some((other) => isSame(one, other));
  return [...ofTexts, ...ofScripts.filter(isNew)];
}

function isSame(one: ServiceAddress, other: ServiceAddress): boolean {
  const isOfService = one.object === undefined ? one.name === other.name && one.namespace === other.namespace : true;
  return one.field === other.field && one.object === other.object && one.port === other.port && isOfService;
}

function hostsIn(value: string) {
  const isFound = /\.svc|:\/\/|(?:server|_pass)[ \t]/.test(value);
  const text = isFound && value.includes('\n') ? value.replaceAll(COMMENT, '') : value;
  const upstreams = [...text.matchAll(UPSTREAM)].map(([, name]) => name);
  const found = isFound ? [FULL, URL, SERVER].flatMap((form) => [...text.matchAll(form)]) : [];
  return [...found, ...hostIn(value)]
    .filter(([, name = '', ...rest]) => rest.some(Boolean) || !upstreams.includes(name))
    .map(([all = '', name = '', namespace, port]) => ({
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

function textsIn(value: any, field: string, pod?: string): Text[] {
  if (typeof value === 'string') return [{ field, value }];
  if (typeof value !== 'object' || value === null || field === pod) return [];
  const isReference = typeof value.kind === 'string';
  return Object.entries(value).flatMap(([key, inner]) =>
    // `jenkins:2` of an image stream.
    (isReference && key === 'name') || (typeof inner === 'string' && !field.startsWith('data') && IMAGE.test(key))
      ? []
      : textsIn(inner, Array.isArray(value) || !/^[\w-]+$/.test(key) ? `${field}[${key}]` : `${field}.${key}`, pod),
  );
}

import { containersOf } from '../../facts';
import { ownField } from '../../values';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, namespaceNamed, namespaceOf, type Workload } from '../input/placed';
import { slipOf } from '../rule/reference-rule';
import { clientCalls } from './client-calls';
import { argumentValue, hostsWithin } from './hosts-within';
import { ADDRESS, CLIENT_PORTS, portOfScheme } from './written-addresses';

/** An address of a Service that pods are given. */
export interface ServiceAddress {
  readonly field: string;
  /** The Service, if it is in the input. */
  readonly object: any;
  /** Name and namespace of one that is not, where the address can be of nothing else: `NAME.NAMESPACE.svc`. */
  readonly name?: string;
  readonly namespace?: string;
  readonly port?: number;
  /** ` (key "DB_URL" of ConfigMap "db")` where that is what gives it; empty otherwise. */
  readonly origin: string;
}

/** A text in which an address may be, and the port that another text has. */
interface Text {
  readonly field: string;
  readonly value: string;
  readonly port?: string | undefined;
  /** What the names of both variables begin with. */
  readonly stem?: string | undefined;
  readonly origin: string;
}

/**
 * The addresses of Services in the variables, arguments and commands of a pod, and in ConfigMaps that become its variables:
 * `http://db.data:80/…`, `db:5432`, `--upstream=web:80`, `a:9092,b:9092`, or `DB_HOST` and `DB_PORT`.
 */
export function addressesIn(workload: Workload, cluster: Cluster): ServiceAddress[] {
  return addressesOf(hostsIn(workload, cluster), namespaceOf(workload.object), cluster);
}

/** Those of hosts that are Services, or that are meant to be. */
export function addressesOf(hosts: readonly Host[], own: string, cluster: Cluster): ServiceAddress[] {
  return hosts.flatMap(({ field, host, port, isWord, origin }): ServiceAddress[] => {
    const [, name, namespace, suffix] = SERVICE.exec(host) ?? [];
    if (name === undefined || (suffix === undefined && isPod(name, namespace, own, cluster))) return [];
    const object = cluster.find('/Service', namespaceNamed(namespace ?? own), name);
    const isCertain = namespace !== undefined && suffix !== undefined;
    const isAddress = !isWord || port !== undefined;
    const isMeant = isCertain || (isAddress && isMistaken(name, namespace, own, cluster, port));
    if (object === undefined && !isMeant) return [];
    // A word that happens to be the name of a Service is not an address.
    if (port === undefined && isWord && !isCertain) return [];
    return [
      {
        field,
        object,
        ...(object === undefined && { name, namespace: namespaceNamed(namespace ?? own) }),
        ...(port !== undefined && { port }),
        origin,
      },
    ];
  });
}

/** Whether a host that no Service has stands for one of the input: its name is similar, or is in another namespace; or a controller creates it. */
export function isMistaken(
  name: string,
  namespace: string | undefined,
  own: string,
  cluster: Cluster,
  port?: number,
): boolean {
  if (cluster.produced.portsOf(namespaceNamed(namespace ?? own), name) !== undefined) return true;
  if (namespace !== undefined) return cluster.all('/Service', namespace).length > 0;
  return (
    cluster.namespacesWith('/Service', name).length > 0 ||
    slipOf(name, cluster.nameIndex('/Service', own)) !== undefined ||
    isOtherPart(name, port, own, cluster)
  );
}

/**
 * Whether a host is the one Service of a database or a queue by another name: `redis-master:6379` of `redis-primary`, and `db-orders` of
 * `orders-db`. Apps whose names begin alike may be elsewhere.
 */
function isOtherPart(name: string, port: number | undefined, own: string, cluster: Cluster): boolean {
  const words = name.split('-');
  const [first = ''] = words;
  const hasPort = (one: string) =>
    customList(cluster.find('/Service', own, one)?.spec?.ports).some((each) => each?.port === port);
  const isPart = first.length > 2 && CLIENT_PORTS.has(port);
  const alike = isPart ? cluster.nameIndex('/Service', own).alike(first) : [];
  const parts = alike.filter((one) => one.split('-')[0] === first && hasPort(one));
  return parts.length === 1 || cluster.find('/Service', own, words.reverse().join('-')) !== undefined;
}

/** Whether `kv-0.kv` is a pod below a Service of its own namespace: it is looked up before a Service of a namespace `kv`. */
export function isPod(name: string, below: string | undefined, own: string, cluster: Cluster): boolean {
  const set = /^(.+)-\d+$/.exec(name)?.[1];
  const service = set && below && cluster.find('/Service', own, below);
  return (
    service !== undefined &&
    (service.spec?.clusterIP === 'None' || cluster.find('apps/StatefulSet', own, set) !== undefined)
  );
}

/** A text that may be a host, of a URL, beside a port, or alone. */
export interface Host {
  readonly field: string;
  readonly host: string;
  readonly port?: number;
  /** The text is nothing but the host. */
  readonly isWord: boolean;
  readonly origin: string;
}

/** Several rules ask for them. */
const hostsOf = new FoundOnce((workload: Workload, cluster): readonly Host[] => findHosts(workload, cluster));

/** The hosts that a pod is given, in lists too, or that its commands name. */
export function hostsIn(workload: Workload, cluster: Cluster): readonly Host[] {
  return hostsOf.in(cluster, workload);
}

function findHosts(workload: Workload, cluster: Cluster): Host[] {
  const called = clientCalls(workload).map(({ field, host, port }) => ({
    field,
    host,
    ...(port !== undefined && { port }),
    isWord: false,
    origin: '',
  }));
  const given = textsOf(workload, cluster).flatMap(({ field, value, port: beside, origin }): Host[] => {
    const parts = partsOf(value);
    if (parts.length === 1 && !ADDRESS.test(parts[0]!) && /[\s,;|=@]/.test(value))
      return hostsWithin(value).map((one) => ({ ...one, field, origin }));
    return parts.map((part): Host => {
      const [, ofUrl, portOfUrl, ofPair, portOfPair] = ADDRESS.exec(part) ?? [];
      const host = ofUrl ?? ofPair ?? part;
      const port = portOfUrl ?? portOfPair ?? beside ?? portOfScheme(part);
      return { field, host, ...(port !== undefined && { port: Number(port) }), isWord: host === part, origin };
    });
  });
  const key = ({ field, host, port }: Host) => `${field} ${host} ${port}`;
  const known = new Set(given.map(key));
  return [...given, ...called.filter((one) => !known.has(key(one)))];
}

/** The addresses of a list, such as `a:9092,b:9092` and `one=http://a:80;two=http://b:80`; any other text as it is. */
function partsOf(value: string): readonly string[] {
  const parts = value
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^[\w.-]+=/, ''));
  return parts.length > 0 && parts.every((part) => ADDRESS.test(part)) ? parts : [value];
}

/** `db:5432`, alone or in a list, as the matches of an address with a name and a port. */
export function hostIn(value: string): (readonly (string | undefined)[])[] {
  return partsOf(value).flatMap((part) => {
    const [, , , host, port] = ADDRESS.exec(part) ?? [];
    const [, name, namespace, suffix] = SERVICE.exec(host ?? '') ?? [];
    return name === undefined || suffix !== undefined ? [] : [[part, name, namespace, port]];
  });
}

/** A host in a variable beside the one with its port: `DB_HOST` and `DB_PORT`. */
export interface HostBesidePort {
  readonly field: string;
  readonly host: string;
  readonly port: number;
  /** `DB_` */
  readonly stem: string;
  readonly origin: string;
}

/** The hosts that variables of a pod name beside a port. */
export function hostsBesidePorts(workload: Workload, cluster: Cluster): HostBesidePort[] {
  return textsOf(workload, cluster).flatMap(({ field, value, port, stem, origin }) =>
    port === undefined || stem === undefined ? [] : [{ field, host: value, port: Number(port), stem, origin }],
  );
}

/** Variables of a pod whose name says that they are a host: `DB_HOST`. */
export function variablesOfHosts(workload: Workload, cluster: Cluster): readonly Text[] {
  return textsOf(workload, cluster).filter(({ stem }) => stem !== undefined);
}

/** `db`, `db.data`, `db.data.svc.cluster.local`. */
const SERVICE = /^([a-z0-9-]+)(?:\.([a-z0-9-]+)(\.svc(?:\.cluster\.local)?\.?)?)?$/;

/** Of the workload that rules look at, one after the other: to keep those of all takes memory. */
const textsOfWorkload = new FoundOnce(
  (workload: Workload, cluster): readonly Text[] => findTexts(workload, cluster),
  false,
);

function textsOf(workload: Workload, cluster: Cluster): readonly Text[] {
  return textsOfWorkload.in(cluster, workload);
}

function findTexts({ object, pod }: Workload, cluster: Cluster): Text[] {
  return containersOf(pod.spec).flatMap(({ container, field }) => {
    const at = `${pod.specPath}.${field}`;
    const variables: any[] = container.env ?? [];
    const ofVariables = variables.map((variable, index) => {
      const { name: map, key } = variable?.valueFrom?.configMapKeyRef ?? {};
      const found = map && cluster.find('/ConfigMap', namespaceOf(object), map)?.data;
      return {
        name: variable?.name,
        value: map ? ownField(found ?? {}, String(key)) : variable?.value,
        field: `${at}.env[${index}].${map ? 'valueFrom.configMapKeyRef.key' : 'value'}`,
        origin: map ? originOf(key, map) : '',
      };
    });
    const ofMaps = (container.envFrom ?? []).flatMap((source: any, index: number) => {
      const map = cluster.find('/ConfigMap', namespaceOf(object), source?.configMapRef?.name);
      const field = `${at}.envFrom[${index}].configMapRef.name`;
      return Object.entries(map?.data ?? {}).map(([key, value]) => {
        return { name: `${source.prefix ?? ''}${key}`, value, field, origin: originOf(key, map.metadata?.name) };
      });
    });
    const named = [...ofVariables, ...ofMaps].filter(
      ({ name, value }) =>
        typeof name === 'string' &&
        typeof value === 'string' &&
        !/IMAGE|TAG|VERSION|^NO_?PROXY$|^no_?proxy$/.test(name),
    );
    const words = ['command', 'args'].flatMap((list) =>
      (container[list] ?? []).map((word: unknown, index: number) => ({
        field: `${at}.${list}[${index}]`,
        value: argumentValue(String(word)),
        origin: '',
      })),
    );
    return [
      ...named.map((one): Text => ({ ...one, stem: stemOf(one.name), port: portBeside(one.name, named) })),
      ...words,
    ];
  });
}

function originOf(key: unknown, map: unknown): string {
  return ` (key ${JSON.stringify(key)} of ConfigMap ${JSON.stringify(map)})`;
}

/** The value of `DB_PORT` for `DB_HOST`. */
function portBeside(name: string, variables: readonly any[]): string | undefined {
  const stem = stemOf(name);
  const port = stem === undefined ? undefined : variables.find((one) => one?.name === `${stem}PORT`)?.value;
  return /^\d{1,5}$/.test(String(port ?? '')) ? port : undefined;
}

/** `DB_` of `DB_HOST`. */
function stemOf(name: string): string | undefined {
  return /^(.*_)?(?:HOST|HOSTNAME|ADDRESS|SERVER)$/.exec(name)?.[1];
}

import { didYouMean, ownField } from '../../values';
import { type Reference, valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList } from '../input/placed';
import { WELL_KNOWN_KEYS } from '../input/well-known';
import { namesAt } from './named-items';
import type { Dangling } from './reference-rule';

/** A Secret whose type, which cannot change, is none that the controller takes. */
export function wrongType({ edge, to, name, field }: Reference, target: any, cluster: Cluster): Dangling[] {
  const { types } = edge;
  if (types === undefined || to !== '/Secret' || (target.type === undefined && cluster.isExternal(target))) return [];
  // An empty one is the default of the server.
  const type = target.type || 'Opaque';
  if (types.includes(type)) return [];
  const taken = types.join(' or ');
  const message = `Secret ${JSON.stringify(name)} is of type ${type}; the controller takes ${taken} only`;
  return [{ field, message, hint: `create the Secret with type: ${taken}`, certainty: 'wrong' }];
}

/** Parts that a target of the input does not have: keys, ports, listeners. */
export function unknownParts(reference: Reference, target: any): Dangling[] {
  const of = reference.edge.part?.of;
  if (of === undefined || target === undefined) return [];
  const check = {
    key: unknownKey,
    servicePort: unknownPort,
    listener: unknownListener,
    backend: unknownBackend,
    item: unknownItem,
  }[of];
  return reference.parts.flatMap((part): Dangling[] => check(reference, target, part.value, part.field));
}

/** Keys of a ConfigMap or Secret; undefined when something else than the manifest fills it. */
export function keysOf(object: any): readonly string[] | undefined {
  const { data, binaryData, stringData, type, metadata } = object;
  const keys = Object.keys({ ...data, ...binaryData, ...stringData });
  const marks = Object.keys({ ...metadata?.annotations, ...metadata?.labels });
  const isFilled =
    type === 'kubernetes.io/service-account-token' ||
    marks.some((key) => /inject|replicat|reflector|secret-generator/.test(key));
  return isFilled ? undefined : keys;
}

/** The keys of a part, of which one is enough. */
export function keysIn(part: string | number): string[] {
  return String(part).split('|');
}

function unknownKey({ to, name, edge }: Reference, target: any, key: string | number, field: string): Dangling[] {
  // Other kinds have what they call keys somewhere else.
  if (to !== '/Secret' && to !== '/ConfigMap') return [];
  const known = keysOf(target) ?? ownField(WELL_KNOWN_KEYS, name);
  const wanted = keysIn(key);
  if (known === undefined || wanted.some((one) => known.includes(one))) return [];
  return [
    {
      field,
      message: `${to.slice(1)} ${JSON.stringify(name)} has ${wanted.length > 1 ? `none of the keys ${wanted.join(', ')}` : `no key ${JSON.stringify(key)}`}`,
      hint: didYouMean(wanted[0]!, known) ?? `its keys are ${known.join(', ') || 'none'}`,
      // One without any data is filled by something else, or forgotten.
      certainty: known.length === 0 || edge.part?.isDefaulted === true ? 'likely' : 'wrong',
    },
  ];
}

function unknownPort({ to, name, edge }: Reference, target: any, port: string | number, field: string): Dangling[] {
  const ports: any[] = target.spec?.ports ?? [];
  const isAlias = target.spec?.type === 'ExternalName';
  if (to !== '/Service' || (isAlias && ports.length === 0)) return [];
  if (typeof port === 'number' && edge.part?.onlyNames === true) return [];
  if (ports.some((one) => (typeof port === 'string' ? one?.name === port : one?.port === port))) return [];
  const known = ports.map((one) => [one?.name, one?.port].filter((part) => part !== undefined).join(' '));
  const byTarget = ports.find((one) => one?.targetPort === port);
  const isDefault = port === edge.part?.otherwise && !/port$/i.test(field);
  return [
    {
      field,
      message: `Service ${JSON.stringify(name)} has no port ${JSON.stringify(port)}${isDefault ? ', the default where no port is set' : ''}`,
      hint:
        byTarget === undefined || isDefault
          ? `${isDefault ? 'set port to one of its ports: ' : 'its ports are '}${known.join(', ') || 'none'}`
          : `${port} is a port of the pods; use the port of the Service, ${byTarget.port}`,
      // Controllers connect to the host of an alias on any port.
      certainty: isAlias && typeof port === 'number' ? 'likely' : 'wrong',
    },
  ];
}

function unknownListener({ to, name }: Reference, target: any, section: string | number, field: string): Dangling[] {
  const kind = to.slice(to.indexOf('/') + 1);
  if (!/^(?:Gateway|X?ListenerSet)$/.test(kind)) return [];
  const names: string[] = customList(target.spec?.listeners).map((listener) => String(listener?.name));
  if (names.includes(String(section))) return [];
  return [
    {
      field,
      message: `${kind} ${JSON.stringify(name)} has no listener ${JSON.stringify(section)}`,
      hint: listenersHint(String(section), names),
      certainty: 'wrong',
    },
  ];
}

/** All listeners, and the one that is meant: never a plain one for one with TLS. */
function listenersHint(section: string, names: readonly string[]): string {
  const isSecure = (name: string) => /https|tls|ssl/.test(name);
  const alike = names.filter((name) => isSecure(name) === isSecure(section));
  const containing = alike.find((name) => name.startsWith(section)) ?? alike.find((name) => name.includes(section));
  const meant = containing === undefined ? didYouMean(section, alike) : `did you mean ${JSON.stringify(containing)}?`;
  return `${meant === undefined ? 'its' : `${meant} Its`} listeners are ${names.join(', ') || 'none'}`;
}

/** An item of a list; names of rules of Kyverno may have wildcards, and the prefix of those that it generates. */
function unknownItem({ to, name, edge }: Reference, target: any, item: string | number, field: string): Dangling[] {
  const { called, lists = [], isDefaulted } = edge.part!;
  const names = lists.flatMap((list) => (list === '*' ? namesOfMaps(target.spec) : namesAt(target, list)));
  // A VirtualService with routes of another protocol: Argo Rollouts does not look for the name.
  if (lists.every((list) => list !== '*' && valuesAt(target, list.split(/\[\]|\{\}/)[0]!).length === 0)) return [];
  if (names.length === 0 && lists.includes('*')) return [];
  const meant = String(item).replace(/^autogen-(?:cronjob-)?/, '');
  if (names.includes(String(item)) || names.includes(meant) || /[*?{]|\$\(/.test(String(item))) return [];
  const kind = to.slice(to.indexOf('/') + 1);
  return [
    {
      field,
      message: `${kind} ${JSON.stringify(name)} has no ${called} ${JSON.stringify(item)}`,
      hint: didYouMean(String(item), names) ?? `its ${called}s are ${names.join(', ') || 'none'}`,
      certainty: isDefaulted === true ? 'likely' : 'wrong',
    },
  ];
}

/** Keys of the maps of an EventSource, one for each type of event. */
function namesOfMaps(spec: any): string[] {
  const { service, template, ...types } = Object(spec);
  return Object.values(types).flatMap((events) => (Array.isArray(events) ? [] : Object.keys(Object(events))));
}

/** A Service to which an Ingress must lead. */
function unknownBackend({ name }: Reference, target: any, service: string | number, field: string): Dangling[] {
  const paths: any[] = customList(target.spec?.rules).flatMap((rule) => customList(rule?.http?.paths));
  const names: string[] = paths.flatMap((path) => path?.backend?.service?.name ?? []);
  if (names.includes(String(service))) return [];
  return [
    {
      field,
      message: `Ingress ${JSON.stringify(name)} has no rule with the backend Service ${JSON.stringify(service)}`,
      hint: `its backends are ${[...new Set(names)].join(', ') || 'none'}`,
      certainty: 'wrong',
    },
  ];
}

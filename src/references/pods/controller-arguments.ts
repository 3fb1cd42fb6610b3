import { isKind } from '../../facts';
import { didYouMean } from '../../values';
import type { Edge } from '../edges';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, namespaceNamed, namespaceOf, type Placed, type Workload } from '../input/placed';
import { deployment, service } from '../rule/examples';
import { missingObject } from '../rule/missing';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { unknownToKubectl } from './kubectl-commands';
import { namespaceIn, optionsIn } from './options';

const controller = (name: string) =>
  deployment(
    {},
    { args: [`--publish-service=$(POD_NAMESPACE)/${name}`], env: [{ name: 'POD_NAMESPACE', ...ofPod() }] },
  );

function ofPod(): object {
  return { valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } };
}

/** Objects that the arguments of controllers and kubectl name, and the Services of the streams that those list. */
export const controllerArgument: ReferenceRule = {
  id: 'argument-reference-unknown',
  severity: 'warning',
  message: 'no Service "shopp" in the namespace; found "shop"',
  why: 'Controllers of Ingresses take Services, ConfigMaps and Secrets as NAMESPACE/NAME in their arguments. Without the Service that they publish or that answers by default ingress-nginx ends; without a ConfigMap or a Secret it works without the settings or the certificate. A stream of TCP or UDP to a port that its Service does not have is left out. A command of kubectl fails without the object and container that it names.',
  hint: 'use the name of an object of that namespace, and a port of the Service',
  source: 'https://kubernetes.github.io/ingress-nginx/user-guide/cli-arguments/',
  refused: [controller('shopp'), service()],
  accepted: [controller('shop'), service()],
  on: ['pod', '/ConfigMap'],
  check: (subject, cluster) => [
    ...(isKind(subject.object, 'ConfigMap')
      ? unknownStreams(subject, cluster)
      : unknownArguments(subject as Workload, cluster)),
    ...unknownToKubectl(subject, cluster),
  ],
};

/** The streams of a ConfigMap are of this protocol. */
type Protocol = 'TCP' | 'UDP';

/**
 * Options with NAMESPACE/NAME.
 *
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/cli-arguments/
 * @see https://haproxy-ingress.github.io/docs/configuration/command-line/
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/master/documentation/controller.md
 * @see https://docs.nginx.com/nginx-ingress-controller/configuration/global-configuration/command-line-arguments/
 */
const OPTIONS: readonly (readonly [option: RegExp, kind: string])[] = [
  [
    /^(?:publish-service|default-backend-service|providers\.kubernetesingress\.ingressendpoint\.publishedservice)$/i,
    '/Service',
  ],
  [
    /^(?:configmap|nginx-configmaps|(?:tcp|udp)-services-configmap|configmap-(?:tcp-services|errorfiles|patternfiles))$/,
    '/ConfigMap',
  ],
  [/^(?:default-ssl-certificate|default-server-tls-secret|wildcard-tls-secret)$/, '/Secret'],
];
/** Controllers work without settings, and certificates are seldom part of the manifests. */
const GUESSES: Readonly<Record<string, Edge['guess']>> = { '/ConfigMap': 'kind', '/Secret': 'name' };
const STREAMS = /^(?:configmap-)?(tcp|udp)-services(?:-configmap)?$/;

/** An object that an argument names. */
interface Named {
  readonly option: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly field: string;
}

function namedIn(workload: Workload): Named[] {
  return optionsIn(workload).flatMap(({ option, value, field, container }): Named[] => {
    const [, kind] = OPTIONS.find(([known]) => known.test(option)) ?? [];
    const [, written, name = ''] = /^([^/]+)\/([a-z0-9][a-z0-9.-]*)$/.exec(value) ?? [];
    const namespace = written === undefined ? undefined : namespaceIn(written, container, workload);
    return kind === undefined || namespace === undefined ? [] : [{ option, kind, namespace, name, field }];
  });
}

function unknownArguments(workload: Workload, cluster: Cluster): Dangling[] {
  return namedIn(workload).flatMap(({ kind, namespace, name, field }) => {
    if (cluster.find(kind, namespace, name) !== undefined) return [];
    return missingObject({ field, kind, name, namespace, guess: GUESSES[kind] }, cluster) ?? [];
  });
}

/** By cluster: the protocol of the ConfigMaps that list streams, by namespace and name. */
const streamsOf = new FoundOnce((_: undefined, cluster): ReadonlyMap<string, Protocol> => {
  const named = cluster.workloads.flatMap(namedIn);
  return new Map(
    named.flatMap(({ option, namespace, name }) => {
      const [, protocol] = STREAMS.exec(option) ?? [];
      return protocol === undefined ? [] : [[`${namespace}/${name}`, protocol.toUpperCase() as Protocol] as const];
    }),
  );
});

/** NAMESPACE/NAME:PORT, and what the controller adds to it. */
const STREAM = /^([a-z0-9-]+)\/([a-z0-9][a-z0-9-]*):([\w-]+)(?::|$)/;

/** @see https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/ */
function unknownStreams({ object }: Placed, cluster: Cluster): Dangling[] {
  const entries = Object.entries<unknown>(Object(object.data)).filter(([, value]) => STREAM.test(String(value)));
  const key = `${namespaceOf(object)}/${object.metadata?.name}`;
  const protocol = entries.length === 0 ? undefined : streamsOf.in(cluster, undefined).get(key);
  if (protocol === undefined) return [];
  return entries.flatMap(([number, value]): Dangling[] => {
    const [, written = '', name = '', port = ''] = STREAM.exec(String(value)) ?? [];
    const [field, namespace] = [`data.${number}`, namespaceNamed(written)];
    const found = cluster.find('/Service', namespace, name);
    if (found === undefined) {
      const missing = missingObject({ field, kind: '/Service', name, namespace, written }, cluster);
      return missing === undefined ? [] : [missing];
    }
    const ports = customList(found.spec?.ports).filter((one) => (one?.protocol ?? 'TCP') === protocol);
    const isThere = ports.some((one) => one?.name === port || String(one?.port) === port);
    if (isThere || cluster.isOpen(found) || found.spec?.type === 'ExternalName') return [];
    const names = ports.flatMap((one) => one?.name ?? []);
    const all = ports.map((one) => [one?.name, one?.port].filter((part) => part !== undefined).join(' '));
    const message = `Service ${JSON.stringify(name)} has no ${protocol} port ${port}`;
    const hint = didYouMean(port, names) ?? `its ports are ${all.join(', ') || 'none'}`;
    return [{ field, message, hint, certainty: 'likely' }];
  });
}

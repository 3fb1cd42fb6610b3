import { fieldValue } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf } from '../input/placed';
import { edgeRule } from '../rule/edge-rules';
import { deployment, ingress, service } from '../rule/examples';
import { keysOf } from '../rule/parts';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { namesOf } from './certificates';
import { covers } from './hosts';

const PAGE = 'https://kubernetes.io/docs/concepts/services-networking/ingress/';

const backends = edgeRule({
  id: 'ingress-backend-unknown',
  message: 'the Ingress references a Service or port that does not exist',
  why: 'The controller responds to such requests with an error, without a reason.',
  hint: 'reference a Service in the same namespace and one of its ports',
  source: `${PAGE}#the-ingress-resource`,
  refused: [deployment(), service(), ingress('shop', { name: 'wep' })],
  accepted: [deployment(), service(), ingress('shop')],
});

export const ingressBackend: ReferenceRule = {
  ...backends,
  check: (subject, cluster) =>
    backends
      .check(subject, cluster)
      .filter(({ field }) => !isAction(subject.object, field.replace(/\.service\..*$/, '.service'), cluster)),
};

/** @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions */
const ACTION = 'alb.ingress.kubernetes.io/actions.';

/** A backend that is an action of an annotation, such as a redirect, and no Service. */
function isAction(ingress: any, path: string, cluster: Cluster): boolean {
  const { name, port } = (fieldValue(ingress, path) ?? {}) as any;
  if (port?.name !== 'use-annotation') return false;
  return ingress.metadata?.annotations?.[`${ACTION}${name}`] !== undefined || isOfRollout(ingress, cluster);
}

/** @see https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/alb/ - the controller writes the annotation. */
function isOfRollout({ metadata }: any, cluster: Cluster): boolean {
  return cluster.all('argoproj.io/Rollout', metadata?.namespace ?? '').some(({ object }) => {
    const { ingress, ingresses } = object.spec?.strategy?.canary?.trafficRouting?.alb ?? {};
    return ingress === metadata?.name || customList(ingresses).includes(metadata?.name);
  });
}

const withTls = (secretName: string, fields: object = {}) => {
  const base = ingress('shop');
  return { ...base, spec: { ...base.spec, tls: [{ hosts: ['shop.example.com'], secretName }], ...fields } };
};
const tlsSecret = (fields: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'shop-tls' },
  type: 'kubernetes.io/tls',
  stringData: { 'tls.crt': '…', 'tls.key': '…' },
  ...fields,
});
const rule = {
  host: 'shop.example.com',
  http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'shop', port: { name: 'web' } } } }] },
};

export const ingressReference = edgeRule({
  id: 'ingress-reference-unknown',
  message: 'the TLS Secret or the class of the Ingress does not exist',
  why: 'Without its Secret a controller serves a default certificate, and without its class no controller serves the Ingress.',
  severity: 'warning',
  hint: 'reference an existing one, a Secret in the namespace of the Ingress, or declare one that is created elsewhere as external',
  source: `${PAGE}#tls`,
  refused: [deployment(), service(), withTls('shop-tsl'), tlsSecret()],
  accepted: [deployment(), service(), withTls('shop-tls'), tlsSecret()],
});

const CERTIFICATES = ['spec.tls[].secretName', 'spec.listeners[].tls.certificateRefs[].name'];

export const ingressTlsSecret: ReferenceRule = {
  id: 'ingress-tls-secret',
  message: 'Secret "shop-tls" of type Opaque has no key "tls.key"',
  why: 'Controllers read the certificate from the keys tls.crt and tls.key, and serve a default certificate without them.',
  hint: 'create the Secret with type: kubernetes.io/tls and the keys tls.crt and tls.key, as kubectl create secret tls does; in a program use TlsSecret',
  source: `${PAGE}#tls`,
  refused: [
    deployment(),
    service(),
    withTls('shop-tls'),
    tlsSecret({ type: 'Opaque', stringData: { 'tls.crt': '…' } }),
  ],
  accepted: [deployment(), service(), withTls('shop-tls'), tlsSecret()],
  on: ['networking.k8s.io/Ingress', 'gateway.networking.k8s.io/Gateway'],
  check: ({ object }, cluster) =>
    CERTIFICATES.flatMap((path) => valuesAt(object, path)).flatMap(({ value, field, parent }): Dangling[] => {
      const secret = cluster.find('/Secret', parent?.namespace ?? namespaceOf(object), value);
      if (secret === undefined || (parent?.kind ?? 'Secret') !== 'Secret') return [];
      const { type = 'Opaque' } = secret;
      const known = keysOf(secret);
      const name = JSON.stringify(value);
      const key = ['tls.crt', 'tls.key'].find((one) => known !== undefined && known.length > 0 && !known.includes(one));
      if (key !== undefined) {
        return [
          { field, message: `Secret ${name} of type ${type} has no key ${JSON.stringify(key)}`, certainty: 'wrong' },
        ];
      }
      return type === 'kubernetes.io/tls' || type === 'Opaque'
        ? []
        : [{ field, message: `Secret ${name} is of type ${type}, not kubernetes.io/tls`, certainty: 'likely' }];
    }),
};

const AUTH = 'nginx.ingress.kubernetes.io/auth-';
const protectedBy = (key: string) => [
  deployment(),
  service(),
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'users' }, stringData: { [key]: '…' } },
  {
    ...ingress('shop'),
    metadata: { name: 'shop', annotations: { [`${AUTH}type`]: 'basic', [`${AUTH}secret`]: 'users' } },
  },
];

export const ingressAuthSecret: ReferenceRule = {
  id: 'ingress-auth-secret',
  severity: 'warning',
  message: 'Secret "users" has no key "auth"',
  why: 'ingress-nginx reads the users from the key auth, and answers every request with 503 without it.',
  hint: 'use the key auth, or the annotation auth-secret-type: auth-map with a key for each user',
  source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#authentication',
  refused: protectedBy('htpasswd'),
  accepted: protectedBy('auth'),
  on: 'networking.k8s.io/Ingress',
  check: ({ object }, cluster) => {
    const annotations = object.metadata?.annotations ?? {};
    const [name, namespace] = String(annotations[`${AUTH}secret`] ?? '')
      .split('/')
      .reverse();
    const secret = name === '' ? undefined : cluster.find('/Secret', namespace ?? namespaceOf(object), name);
    const keys = secret === undefined ? undefined : keysOf(secret);
    if (keys === undefined || keys.length === 0 || keys.includes('auth')) return [];
    if (annotations[`${AUTH}secret-type`] === 'auth-map') return [];
    const message = `Secret ${JSON.stringify(name)} has no key "auth"`;
    return [{ field: `metadata.annotations[${AUTH}secret]`, message, certainty: 'likely' }];
  },
};

export const ingressTlsHosts: ReferenceRule = {
  id: 'ingress-tls-hosts',
  message: 'no rule of the Ingress is for the TLS host "shop.example.org"',
  why: 'The certificate of a TLS entry is served for its hosts only; the hosts of the rules get a default certificate, or none.',
  severity: 'warning',
  hint: 'use the same hosts in spec.tls and spec.rules',
  source: `${PAGE}#tls`,
  refused: [
    deployment(),
    service(),
    withTls('shop-tls', { rules: [{ ...rule, host: 'shop.example.org' }] }),
    tlsSecret(),
  ],
  accepted: [deployment(), service(), withTls('shop-tls', { rules: [rule] }), tlsSecret()],
  on: 'networking.k8s.io/Ingress',
  check: ({ object }, cluster) => {
    const hosts: string[] = (object.spec?.rules ?? []).flatMap((one: any) =>
      typeof one?.host === 'string' ? [one.host] : [],
    );
    return (object.spec?.tls ?? []).flatMap((tls: any, index: number): Dangling[] => {
      const certificate = cluster
        .all('cert-manager.io/Certificate', namespaceOf(object))
        .find((one) => one.object.spec?.secretName === tls?.secretName)?.object;
      return (tls?.hosts ?? []).flatMap((host: string, at: number): Dangling[] => {
        const field = `spec.tls[${index}].hosts[${at}]`;
        if (hosts.length > 0 && !hosts.some((one) => covers(host, one) || covers(one, host))) {
          return [
            {
              field,
              message: `no rule of the Ingress is for the TLS host ${JSON.stringify(host)}`,
              hint: `the rules are for ${hosts.join(', ')}, which ${hosts.length > 1 ? 'get' : 'gets'} another certificate${host.startsWith('*') ? '; a wildcard stands for one label' : ''}`,
              certainty: 'likely',
            },
          ];
        }
        const names = namesOf(certificate) ?? [];
        return names.length === 0 || names.some((name) => covers(name, host))
          ? []
          : [
              {
                field,
                message: `Certificate ${JSON.stringify(certificate.metadata?.name)} is not for the host ${JSON.stringify(host)}`,
                hint: `its names are ${names.join(', ')}`,
                certainty: 'wrong',
              },
            ];
      });
    });
  },
};

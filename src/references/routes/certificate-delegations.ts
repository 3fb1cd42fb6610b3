import { DEFAULT_NAMESPACE, isKind } from '../../facts';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, namespaceNamed, namespaceOf, type Placed } from '../input/placed';
import { referencesIn } from '../rule/edge-rules';
import { service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const GROUP = 'projectcontour.io';
const ANNOTATION = `${GROUP}/tls-cert-namespace`;
const shop = { ...service(), metadata: { name: 'shop', namespace: 'shop' } };
const proxy = {
  apiVersion: `${GROUP}/v1`,
  kind: 'HTTPProxy',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    virtualhost: { fqdn: 'shop.example.com', tls: { secretName: 'certs/shop' } },
    routes: [{ services: [{ name: 'shop', port: 80 }] }],
  },
};
const certs = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'certs' } };
const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'shop', namespace: 'certs' },
  type: 'kubernetes.io/tls',
  stringData: { 'tls.crt': '', 'tls.key': '' },
};
const delegationTo = (namespace: string) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'TLSCertificateDelegation',
  metadata: { name: 'shop', namespace: 'certs' },
  spec: { delegations: [{ secretName: 'shop', targetNamespaces: [namespace] }] },
});

/** Contour reads Secrets of other namespaces only as their owners allow. */
export const certificateDelegation: ReferenceRule = {
  id: 'certificate-delegation-missing',
  severity: 'warning',
  message: 'no TLSCertificateDelegation in namespace certs allows namespace shop to use Secret "shop"',
  why: 'Contour uses a Secret of another namespace when a TLSCertificateDelegation there names the Secret and the namespace. Otherwise the HTTPProxy is invalid, and the Ingress has no TLS.',
  hint: 'add a TLSCertificateDelegation to the namespace of the Secret',
  source: 'https://projectcontour.io/docs/main/config/tls-delegation/',
  refused: [certs, secret, shop, proxy, delegationTo('web')],
  accepted: [certs, secret, shop, proxy, delegationTo('shop')],
  on: [`${GROUP}/HTTPProxy`, `${GROUP}/ExtensionService`, 'networking.k8s.io/Ingress'],
  check: (subject, cluster) => {
    const own = namespaceOf(subject.object);
    const isIngress = isKind(subject.object, 'networking.k8s.io/Ingress');
    return secretsOf(subject).flatMap(({ field, name, namespace }): Dangling[] => {
      if (namespace === undefined || namespaceNamed(namespace) === own) return [];
      // A Secret that does not exist is what is reported.
      const isThere =
        cluster.find('/Secret', namespace, name) !== undefined ||
        cluster.produced.named('Secret', namespace, name).length > 0;
      if (!isIngress && !isThere && cluster.owns(namespace)) return [];
      const delegations = delegationsOf(name, namespace, cluster);
      const namespaces = delegations.flatMap((one) => customList(one?.targetNamespaces).map(String));
      if (namespaces.includes(own || DEFAULT_NAMESPACE) || (namespaces.length === 1 && namespaces[0] === '*'))
        return [];
      const message = `no TLSCertificateDelegation in namespace ${namespace} allows namespace ${own || DEFAULT_NAMESPACE} to use Secret ${JSON.stringify(name)}`;
      const hint =
        namespaces.length > 0
          ? `add the namespace to targetNamespaces, which has ${namespaces.join(', ')}`
          : `add a TLSCertificateDelegation to namespace ${namespace}`;
      const isOwned = namespaces.length > 0 || cluster.owns(namespace);
      return [{ field, message, hint, certainty: isOwned ? 'likely' : 'external' }];
    });
  },
};

interface SecretOfOthers {
  readonly field: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

function secretsOf(subject: Placed): readonly SecretOfOthers[] {
  const { object } = subject;
  if (!isKind(object, 'networking.k8s.io/Ingress'))
    return referencesIn('custom-reference-unknown', subject).filter(({ to }) => to === '/Secret');
  const namespace = object.metadata?.annotations?.[ANNOTATION];
  if (typeof namespace !== 'string' || namespace === '') return [];
  return valuesAt(object, 'spec.tls[].secretName').map(({ value, field }) => ({ field, name: value, namespace }));
}

function delegationsOf(secret: string, namespace: string, cluster: Cluster): readonly any[] {
  return cluster
    .all(`${GROUP}/TLSCertificateDelegation`, namespace)
    .flatMap(({ object }) => customList(object.spec?.delegations))
    .filter((one) => one?.secretName === secret);
}

import { DEFAULT_NAMESPACE, isKind } from '../../facts';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf } from '../input/placed';
import { referencesIn } from '../rule/edge-rules';
import { missingObject } from '../rule/missing';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { covers } from './hosts';

const certificate = (name: string) => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'hooks', namespace: 'shop' },
  spec: { secretName: 'hooks', dnsNames: [name], issuerRef: { name: 'ca' } },
});
const hooks = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'hooks', namespace: 'shop' },
  spec: { ports: [{ port: 443 }] },
};
/** `hooks.shop.svc`, with or without the domain of the cluster; a wildcard is for pods of a headless Service. */
const SERVICE = /^(?:\*\.)?([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.|$)/;

export const certificateService: ReferenceRule = {
  id: 'certificate-service-unknown',
  severity: 'warning',
  message: 'no Service "hook" in namespace shop; found "hooks"',
  why: 'Clients compare the name of the Service that they connect to with the names of its certificate. With a name of another Service the connection fails: a webhook or an aggregated API is not called.',
  hint: 'use the name and the namespace of the Service: NAME.NAMESPACE.svc',
  source: 'https://cert-manager.io/docs/usage/certificate/',
  refused: [certificate('hook.shop.svc'), hooks],
  accepted: [certificate('hooks.shop.svc'), hooks],
  on: 'cert-manager.io/Certificate',
  check: ({ object }, cluster) =>
    customList(object.spec?.dnsNames).flatMap((host, index): Dangling[] => {
      const [, name, namespace] = SERVICE.exec(String(host)) ?? [];
      if (name === undefined || namespace === undefined || cluster.find('/Service', namespace, name) !== undefined) {
        return [];
      }
      const field = `spec.dnsNames[${index}]`;
      const missing = missingObject({ field, kind: '/Service', name, namespace }, cluster);
      return missing === undefined ? [] : [missing];
    }),
};

const issued = (name: string) => ({
  ...certificate(name),
  metadata: { name: 'hooks', namespace: 'shop' },
});
const caller = {
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name: 'v1.example.com', annotations: { 'cert-manager.io/inject-ca-from': 'shop/hooks' } },
  spec: {
    group: 'example.com',
    version: 'v1',
    groupPriorityMinimum: 1000,
    versionPriority: 10,
    service: { name: 'hooks', namespace: 'shop' },
  },
};

export const certificateNames: ReferenceRule = {
  id: 'certificate-name-missing',
  severity: 'warning',
  isConflict: true,
  message: 'Certificate "hooks" is not for the name hooks.shop.svc, by which the server calls the Service',
  why: 'The server compares the name of the Service that it calls, NAME.NAMESPACE.svc, with the names of its certificate, and Gateways serve the certificate for the host of the listener. A certificate for other names is refused.',
  hint: 'add the name to dnsNames of the Certificate',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference',
  refused: [issued('hooks.example.com'), hooks, caller],
  accepted: [issued('hooks.shop.svc'), hooks, caller],
  on: 'any',
  check: ({ object, document }, cluster) => {
    if (cluster.all('cert-manager.io/Certificate').length === 0) return [];
    if (isKind(object, 'gateway.networking.k8s.io/Gateway')) return ofListeners(object, cluster);
    const from = object.metadata?.annotations?.['cert-manager.io/inject-ca-from'];
    if (typeof from !== 'string') return [];
    const [namespace, name] = from.split('/');
    const found = cluster.find('cert-manager.io/Certificate', namespace, name);
    const names = namesOf(found);
    // Certificates that it signs have the names.
    if (names === undefined || found.spec.isCA === true) return [];
    return referencesIn('webhook-service-unknown', { object, document }).flatMap((reference): Dangling[] => {
      const host = `${reference.name}.${reference.namespace ?? DEFAULT_NAMESPACE}.svc`;
      if (reference.to !== '/Service' || names.some((one) => covers(one, host))) return [];
      const message = `Certificate ${JSON.stringify(name)} is not for the name ${host}, by which the server calls the Service`;
      // The server may use another certificate of the same issuer.
      return [{ field: reference.field, message, certainty: 'likely' }];
    });
  },
};

/** Hosts of listeners that the Certificates of their Secrets are not for. */
function ofListeners(object: any, cluster: Cluster): Dangling[] {
  const certificates = cluster.all('cert-manager.io/Certificate', namespaceOf(object));
  return customList(object.spec?.listeners).flatMap((listener, index): Dangling[] => {
    const { hostname, tls } = listener ?? {};
    const references = customList(tls?.certificateRefs);
    const found = certificates.filter((one) =>
      references.some(
        (reference) => reference?.namespace === undefined && reference?.name === one.object.spec?.secretName,
      ),
    );
    const names = found.flatMap((one) => namesOf(one.object) ?? []);
    const isKnown = typeof hostname === 'string' && found.length === references.length && names.length > 0;
    if (!isKnown || names.some((one) => covers(one, hostname) || covers(hostname, one))) return [];
    const message = `Certificate ${JSON.stringify(found[0]!.object.metadata?.name)} is not for the host ${hostname}`;
    return [{ field: `spec.listeners[${index}].hostname`, message, certainty: 'likely' }];
  });
}

/** The names that a Certificate is for; undefined when it has none. */
export function namesOf(object: any): string[] | undefined {
  const names = object?.spec?.dnsNames;
  return Array.isArray(names) && names.length > 0 ? names.map(String) : undefined;
}

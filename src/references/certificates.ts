import { missingObject } from './missing';
import { customList } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';

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

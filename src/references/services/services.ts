import { deployment, service } from '../rule/examples';
import { missingObject } from '../rule/missing';
import type { ReferenceRule } from '../rule/reference-rule';
import { selectionRule } from '../rule/selection-rules';

const SERVICES = 'https://kubernetes.io/docs/concepts/services-networking/service/';

export const serviceSelector = selectionRule({
  id: 'service-selects-nothing',
  message: 'no pods match the selector app=shopp',
  why: 'A Service whose selector matches no pods has no endpoints, and connections to it are refused.',
  severity: 'warning',
  hint: 'use the labels of the pod template in the selector',
  source: SERVICES,
  refused: [deployment(), service({ selector: { app: 'shopp' } })],
  accepted: [deployment(), service()],
});

export const selectorIgnored: ReferenceRule = {
  id: 'service-selector-ignored',
  isConflict: true,
  message: 'the selector has no effect: the type of the Service is ExternalName',
  why: 'A Service of the type ExternalName is an alias in DNS; it selects no pods and has no ports.',
  severity: 'warning',
  hint: 'remove the selector, or use another type',
  source: `${SERVICES}#externalname`,
  refused: [deployment(), service({ type: 'ExternalName', externalName: 'shop.example.com' })],
  accepted: [deployment(), service({ type: 'ExternalName', externalName: 'shop.example.com', selector: undefined })],
  on: '/Service',
  check: ({ object }) =>
    object.spec?.type === 'ExternalName' && Object.keys(object.spec.selector ?? {}).length > 0
      ? [
          {
            field: 'spec.selector',
            message: 'the selector has no effect: the type of the Service is ExternalName',
            certainty: 'likely',
          },
        ]
      : [],
};

const alias = (externalName: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'db', namespace: 'shop' },
  spec: { type: 'ExternalName', externalName },
});
const ofData = ['db', 'cache'].map((name) => ({
  ...service({ selector: undefined }, name),
  metadata: { name, namespace: 'data' },
}));

export const externalName: ReferenceRule = {
  id: 'external-name-unknown',
  severity: 'warning',
  message: 'no Service "bd" in namespace data',
  why: 'A Service of the type ExternalName is an alias in DNS. The name NAME.NAMESPACE.svc of a Service that does not exist cannot be resolved.',
  hint: 'use the name and the namespace of the Service',
  source: `${SERVICES}#externalname`,
  refused: [alias('bd.data.svc.cluster.local'), ...ofData],
  accepted: [alias('db.data.svc.cluster.local'), ...ofData],
  on: '/Service',
  check: ({ object }, cluster) => {
    const { type, externalName: host } = object.spec ?? {};
    const [, name, namespace] =
      /^([^.]+)\.([^.]+)\.svc(?:\.|$)/.exec(type === 'ExternalName' ? String(host) : '') ?? [];
    if (name === undefined || namespace === undefined || cluster.find('/Service', namespace, name) !== undefined) {
      return [];
    }
    const missing = missingObject(
      { field: 'spec.externalName', kind: '/Service', name, namespace, self: object },
      cluster,
    );
    return missing === undefined ? [] : [missing];
  },
};

export const numericName: ReferenceRule = {
  id: 'external-name-numeric',
  severity: 'warning',
  message: '"10.0.0.3" is a name of digits for DNS, which does not resolve it',
  why: 'The server accepts an externalName that looks like an IPv4 address, and takes it for a name of digits. No domain has such names, and DNS servers do not resolve them.',
  hint: 'use the DNS name of the host; for an address use a headless Service without a selector, and an EndpointSlice',
  source: `${SERVICES}#externalname`,
  refused: [alias('10.0.0.3')],
  accepted: [alias('db.example.com')],
  on: '/Service',
  check: ({ object }) => {
    const { type, externalName: host } = object.spec ?? {};
    if (type !== 'ExternalName' || !/^\d+(?:\.\d+)*\.?$/.test(String(host))) return [];
    const message = `${JSON.stringify(host)} is a name of digits for DNS, which does not resolve it`;
    return [{ field: 'spec.externalName', message, certainty: 'likely' }];
  },
};

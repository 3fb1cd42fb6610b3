import { checkReferences } from '../../../src/references';
import { deployment, service } from '../../../src/references/rule/examples';

const policy = (spec: object, namespace?: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'shop', ...(namespace !== undefined && { namespace }) },
  spec: { podSelector: { matchLabels: { app: 'shop' } }, policyTypes: ['Ingress', 'Egress'], ...spec },
});
const ingress = (...ports: object[]) => policy({ ingress: [{ ports }] });
const egress = (to: object[], ...ports: object[]) => policy({ egress: [{ to, ports }] });
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'policy-port-unknown' || rule === 'service-unreachable')
    .map(({ severity, kind, path, message, hint }) => `${severity} ${kind} ${path}: ${message} (${hint})`);
const reported = (path: string, text: string) => [`warning NetworkPolicy ${path}: ${text}`];
const SHOP = { podSelector: { matchLabels: { app: 'shop' } } };

test('the name of a port that the pods do not have, instead of a Service without callers', () => {
  expect(found(deployment(), service(), ingress({ port: 'htpp' }))).toEqual(
    reported(
      'spec.ingress[0].ports[0].port',
      'the pods of Deployment "shop" have no port "htpp" (did you mean "http"?)',
    ),
  );
  expect(found(deployment(), ingress({ port: 'http' }, { port: 'metrics' }))).toEqual(
    reported(
      'spec.ingress[0].ports[1].port',
      'the pods of Deployment "shop" have no port "metrics" (they have "http")',
    ),
  );
  expect(found(deployment(), ingress({ port: 'http', protocol: 'UDP' }))).toEqual(
    reported(
      'spec.ingress[0].ports[0].port',
      'the pods of Deployment "shop" have no UDP port "http" (its protocol is TCP)',
    ),
  );
});

test('the port of the Service', () => {
  const text = '80 is the port of Service "shop", and the pods of Deployment "shop" listen on 8080 (use 8080)';
  expect(found(deployment(), service(), ingress({ port: 80 }))).toEqual(
    reported('spec.ingress[0].ports[0].port', text),
  );
  expect(found(deployment(), service(), egress([SHOP], { port: 80 }))).toContainEqual(
    reported('spec.egress[0].ports[0].port', text)[0],
  );
});

test('ports that the pods have, and ranges', () => {
  const allowed = [{ port: 'http' }, { port: 8080 }, { port: 8000, endPort: 9000 }, {}];
  expect(found(deployment(), service(), ingress(...allowed))).toEqual([]);
  // Containers need not declare the ports they listen on.
  expect(found(deployment(), ingress({ port: 9100 }))).toEqual([]);
});

test('egress to peers in the input', () => {
  const unknown = { port: 'web' };
  const path = 'spec.egress[0].ports[0].port';
  const text = 'the pods of Deployment "shop" have no port "web" (they have "http")';
  expect(found(deployment(), egress([SHOP], unknown))).toEqual(reported(path, text));
  const elsewhere = { ...deployment(), metadata: { name: 'shop', namespace: 'store' } };
  const inStore = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'store' } } };
  expect(found(elsewhere, egress([{ ...SHOP, ...inStore }], unknown))).toEqual(reported(path, text));
  expect(found(elsewhere, egress([SHOP], unknown))).toEqual([]);
});

test('peers that may have other pods', () => {
  const unknown = { port: 'web' };
  for (const to of [
    [{ podSelector: {} }],
    [{ ipBlock: { cidr: '10.0.0.0/8' } }],
    [{ namespaceSelector: {} }],
    [{ ...SHOP, namespaceSelector: { matchLabels: { team: 'a' } } }],
    [SHOP, { podSelector: { matchLabels: { app: 'elsewhere' } } }],
    [],
  ]) {
    expect(found(deployment(), egress(to, unknown))).toEqual([]);
  }
  expect(found(deployment(), policy({ podSelector: {}, ingress: [{ ports: [unknown] }] }))).toEqual([]);
  expect(
    found(deployment(), policy({ podSelector: { matchLabels: { app: 'x' } }, ingress: [{ ports: [unknown] }] })),
  ).toEqual([]);
});

test('containers that are added to the pods may have the port', () => {
  const annotated = (annotations: object): any => {
    const object: any = deployment();
    const metadata = { ...object.spec.template.metadata, annotations };
    return { ...object, spec: { ...object.spec, template: { ...object.spec.template, metadata } } };
  };
  const at = 'spec.ingress[0].ports[0].port';
  const text = (port: string) => `the pods of Deployment "shop" have no port "${port}" (they have "http")`;
  const admin = ingress({ port: 'linkerd-admin' });
  expect(found(annotated({ 'linkerd.io/inject': 'enabled' }), admin)).toEqual([]);
  expect(found(deployment(), admin)).toEqual(reported(at, text('linkerd-admin')));
  const injected = annotated({ 'sidecar.opentelemetry.io/inject': 'true' });
  expect(found(injected, ingress({ port: 'otlp' }))).toEqual(reported(at, text('otlp')));
  const kruise = { ...annotated({}), apiVersion: 'apps.kruise.io/v1alpha1', kind: 'CloneSet' };
  expect(found(kruise, ingress({ port: 'otlp' }))).toEqual([
    expect.stringMatching(/^warning .*CloneSet "shop" have no port "otlp"/),
  ]);
});

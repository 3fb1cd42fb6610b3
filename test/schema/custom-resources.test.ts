import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundledCustomResources,
  type CustomResourceDocument,
  CustomResources,
  loadCustomResources,
} from '../../src/schema';
import {
  CUSTOM_RESOURCE_HEADER,
  customResourceFileName,
  formatCustomResourceDocument,
} from '../../src/schema/custom-resource-file';

const FOLDER = join(__dirname, '..', '..', 'imports', 'crds');
const FILES = readdirSync(FOLDER).flatMap((group) => readdirSync(join(FOLDER, group)).map((file) => join(group, file)));

test.each(FILES)('imports/crds/%s is canonical, names its command and stays below 400 KB', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const document = JSON.parse(text) as CustomResourceDocument;
  expect(formatCustomResourceDocument(document)).toBe(text);
  expect(customResourceFileName(document)).toBe(file);
  expect(document['//']).toBe(CUSTOM_RESOURCE_HEADER);
  expect(document.versions.filter(({ storage }) => storage).length).toBeLessThanOrEqual(1);
  expect(Buffer.byteLength(text)).toBeLessThan(400_000);
  expect(text).not.toContain('"description":"');
});

test('bundled custom resources are found by apiVersion and kind', () => {
  const resources = bundledCustomResources();
  expect(resources.find('metallb.io/v1beta1', 'IPAddressPool')).toMatchObject({
    group: 'metallb.io',
    version: 'v1beta1',
    kind: 'IPAddressPool',
    scope: 'Namespaced',
    served: { storage: true, subresources: ['status'] },
  });
  expect(resources.find('gateway.networking.k8s.io/v1', 'GatewayClass')?.scope).toBe('Cluster');
  expect(resources.find('metallb.io/v1', 'IPAddressPool')).toBeUndefined();
  expect(resources.find('constructor', 'prototype')).toBeUndefined();
});

test.each([
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  ['monitoring.coreos.com/v1', 'ServiceMonitor'],
  ['external-secrets.io/v1', 'ExternalSecret'],
  ['bitnami.com/v1alpha1', 'SealedSecret'],
  ['secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass'],
])('%s %s is bundled', (apiVersion, kind) => {
  expect(bundledCustomResources().find(apiVersion, kind)?.schema.properties).toHaveProperty('spec');
});

const widget = (versions: readonly string[]): CustomResourceDocument => ({
  '//': CUSTOM_RESOURCE_HEADER,
  group: 'example.com',
  scope: 'Cluster',
  names: { kind: 'Widget', plural: 'widgets' },
  versions: versions.map((name) => ({ name, storage: true, subresources: [], schema: { type: 'object' } })),
});

test('own custom resources join the bundled ones and win', () => {
  const older = new CustomResources([widget(['v1', 'v2'])]);
  const newer = new CustomResources([widget(['v2'])]);
  const both = older.with(newer);
  expect(both.all().map(({ version }) => version)).toEqual(['v1', 'v2']);
  expect(both.find('example.com/v2', 'Widget')?.document).toBe(newer.all()[0]?.document);
});

describe('a directory of custom resources', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'custom-resources-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is read with its subdirectories', () => {
    writeFileSync(join(folder, 'Widget.json'), formatCustomResourceDocument(widget(['v1'])));
    writeFileSync(join(folder, 'README.md'), '# not a document');
    expect(loadCustomResources(folder).all()).toHaveLength(1);
  });

  test('names the file that is not JSON', () => {
    writeFileSync(join(folder, 'Widget.json'), '{"group":');
    expect(() => loadCustomResources(folder)).toThrow(
      `${join(folder, 'Widget.json')} is not a custom resource document`,
    );
  });
});

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
  expect(resources.find(undefined as never, undefined as never)).toBeUndefined();
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

test('documents of a group are read once, when one of its kinds is looked for', () => {
  const read: string[] = [];
  const reader = (group: string) => () => {
    read.push(group);
    return [{ ...widget(['v1']), group }];
  };
  const resources = CustomResources.ofGroups(new Map(['a.example.com', 'b.example.com'].map((g) => [g, reader(g)])));
  const both = resources.with(new CustomResources([widget(['v2'])]));
  expect(both.find('v1', 'Widget')).toBeUndefined();
  expect(both.find('networking.k8s.io/v1', 'Widget')).toBeUndefined();
  expect(both.find('example.com/v2', 'Widget')?.group).toBe('example.com');
  expect(read).toEqual([]);
  expect(both.find('b.example.com/v1', 'Widget')?.group).toBe('b.example.com');
  expect(read).toEqual(['b.example.com']);
  expect(both.all().map(({ group }) => group)).toEqual(['a.example.com', 'b.example.com', 'example.com']);
  expect(resources.find('b.example.com/v1', 'Widget')?.group).toBe('b.example.com');
  expect(read).toEqual(['b.example.com', 'a.example.com']);
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

  test.each([
    ['cut off', '{"group":', /Widget\.json is not a custom resource document: /, /import it again/],
    ['something else', '{"name": "shop"}', /it has no group, names and versions$/, /move the file/],
    [
      'a CustomResourceDefinition',
      '{"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition"}',
      /it is a CustomResourceDefinition$/,
      /import crd --from .*Widget\.json imports it$/,
    ],
    ['null', 'null', /it has no group, names and versions$/, /import it again/],
  ])('names a file that is %s', (_, text, message, hint) => {
    writeFileSync(join(folder, 'Widget.json'), text);
    expect(() => loadCustomResources(folder)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) }),
    );
  });

  test('is refused when it does not exist, is a file, or has definitions that are not imported', () => {
    writeFileSync(join(folder, 'crds.yaml'), 'kind: CustomResourceDefinition\n');
    const refused = (path: string) => {
      try {
        loadCustomResources(path);
        return undefined;
      } catch (error) {
        return { message: (error as Error).message, hint: (error as { hint?: string }).hint };
      }
    };
    expect(refused(join(folder, 'none'))).toEqual({
      message: `the directory "${join(folder, 'none')}" does not exist`,
      hint: expect.stringContaining('import crd --from FILE|DIRECTORY|URL|cluster writes imports/crds'),
    });
    expect(refused(join(folder, 'crds.yaml'))).toEqual({
      message: `${join(folder, 'crds.yaml')} is a file; expected a directory that "cdk8s-patterns import crd" wrote`,
      hint: expect.stringContaining(`import crd --from ${join(folder, 'crds.yaml')}`),
    });
    expect(refused(folder)).toEqual({
      message: `${folder} has no imported custom resources (GROUP/KIND.json)`,
      hint: expect.stringContaining(`import crd --from ${folder}`),
    });
  });
});

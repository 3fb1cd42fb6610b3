import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { definitionsFrom } from '../../../src/cli/import/crd-sources';
import { crds } from '../fixtures/crds';

const shelf = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: shelves.example.com}
spec:
  group: example.com
  scope: Cluster
  names: {kind: Shelf, plural: shelves}
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crds-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (file: string) => join(folder, file);

function write(file: string, text: string): void {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
}

const kindsFrom = async (...sources: string[]) =>
  (await definitionsFrom(sources.map(at))).map(({ document }) => document.names.kind);

test('files and directories are read, and in directories other files may be anything', async () => {
  write('chart/crds/copy.yaml', crds);
  write('chart/crds/widgets.yaml', crds);
  write('chart/templates/deployment.yaml', '{{- if .Values.enabled }}\nkind: Deployment\n{{- end }}\n');
  write('chart/README.md', 'CustomResourceDefinition {{');
  write('more.yaml', shelf);
  expect(await kindsFrom('chart', 'more.yaml')).toEqual(['Widget', 'Rack', 'Shelf']);
});

test('JSON, lists, CRLF and a byte order mark are read as kubectl reads them', async () => {
  const item = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', spec: {} };
  write('list.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [] }));
  await expect(kindsFrom('list.json')).rejects.toThrow('list.json has no CustomResourceDefinition');
  write('list.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item] }));
  await expect(kindsFrom('list.json')).rejects.toThrow(/spec\.group must be a DNS name$/);
  write('windows.yaml', `\uFEFF${shelf.replaceAll('\n', '\r\n')}`);
  expect(await kindsFrom('windows.yaml')).toEqual(['Shelf']);
});

test('the same definition in two files is one; two different ones are refused', async () => {
  write('a.yaml', shelf);
  write('b.yaml', `# a comment\n${shelf}`);
  expect(await kindsFrom('a.yaml', 'b.yaml')).toEqual(['Shelf']);
  write('b.yaml', shelf.replace('Cluster', 'Namespaced'));
  await expect(kindsFrom('a.yaml', 'b.yaml')).rejects.toThrow(
    `CustomResourceDefinition shelves.example.com is in ${at('a.yaml')} and in ${at('b.yaml')}, with different content: import only the one of your cluster`,
  );
  write('both.yaml', `${shelf}---${shelf.replace('Cluster', 'Namespaced')}`);
  await expect(kindsFrom('both.yaml')).rejects.toThrow(`is twice in ${at('both.yaml')}, with different content`);
});

test.each([
  [
    'a directory without definitions',
    'pods/pod.yaml',
    'apiVersion: v1\nkind: Pod\n',
    'pods',
    /pods has no CustomResourceDefinition$/,
  ],
  ['a directory without manifests', 'docs/README.md', '# Docs', 'docs', /docs: no \.yaml, \.yml or \.json files/],
  [
    'a broken definition in a directory',
    'crds/a.yaml',
    'kind: CustomResourceDefinition\nspec: [1\n',
    'crds',
    /crds\/a\.yaml:2:7: /,
  ],
  [
    'a template of a chart',
    'crd.yaml',
    '{{- if .Values.crds }}\nkind: CustomResourceDefinition\n{{- end }}\n',
    'crd.yaml',
    /crd\.yaml:1:\d+: .*; it is a template: import the output of "helm template"$/,
  ],
  ['a file that is not there', 'a.yaml', shelf, 'b.yaml', /b\.yaml does not exist$/],
  ['an empty file', 'a.yaml', '', 'a.yaml', /a\.yaml is empty$/],
])('%s is refused in one line', async (_, file, text, source, message) => {
  write(file, text);
  await expect(kindsFrom(source)).rejects.toThrow(expect.objectContaining({ message: expect.stringMatching(message) }));
});

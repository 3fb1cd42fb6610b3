import { readDocuments } from '../../src/reading';
import { validate } from '../../src/validation/validate';

const hintOf = (text: string) => {
  const objects = [...readDocuments(text, 'settings.json')].map(({ value }) => value);
  return validate(objects, { kubernetesVersion: '1.36' }).map(({ message, hint }) => ({ message, hint }));
};

test.each([
  ['kidn: ConfigMap', '"kidn" should be "kind"'],
  ['labels: {}', undefined],
])('the key that was meant to be kind: %s', (line, hint) => {
  expect(hintOf(`apiVersion: v1\n${line}\nmetadata: { name: a }\n`)).toEqual([{ message: 'kind is missing', hint }]);
});

// kubectl 1.36 reads the files as YAML when they are no JSON, and says: error validating data: kind not set
test.each(['// the settings', '/* the settings */'])('a comment of JavaScript in JSON is named: %s', (comment) => {
  const text = `{"apiVersion":"v1", ${comment}\n"kind":"ConfigMap","metadata":{"name":"a"}}\n`;
  expect(hintOf(text)).toEqual([
    {
      message: 'kind is missing',
      hint: expect.stringContaining(`makes the key ${JSON.stringify(`${comment} "kind":"ConfigMap"`)}`),
    },
  ]);
});

describe('files of a repository that are no manifests', () => {
  const kustomize = expect.stringContaining('the output of "kubectl kustomize"');
  const helm = expect.stringContaining('the output of "helm template"');
  const other = expect.stringContaining('leave it out with --exclude');

  test.each([
    ['a kustomization.yaml without its type', 'resources: [a.yaml]', 'apiVersion is missing', kustomize],
    ['one with patches alone', 'patches: [{path: a.yaml}]', 'apiVersion is missing', kustomize],
    ['a Chart.yaml', 'apiVersion: v2\nname: x\nversion: 1.0.0', 'kind is missing', helm],
    ['a values.yaml', 'replicas: 2\nresources: {}', 'apiVersion is missing', other],
    ['a workflow', 'name: ci\njobs: {}', 'apiVersion is missing', other],
    ['a settings.json', '{"editor.tabSize": 2}', 'apiVersion is missing', other],
    ['a manifest without its type', 'metadata: {name: a}', 'apiVersion is missing', undefined],
    ['a manifest without its kind', 'apiVersion: v2\nmetadata: {name: a}', 'kind is missing', undefined],
    [
      'a misspelled apiVersion',
      'apiVersoin: v1\nkind: ConfigMap',
      'apiVersion is missing',
      expect.stringContaining('should be'),
    ],
    ['nothing', '{}', 'apiVersion is missing', undefined],
  ])('%s', (_, text, message, hint) => {
    expect(hintOf(text)).toEqual([{ message, hint }]);
  });
});

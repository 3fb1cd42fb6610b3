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

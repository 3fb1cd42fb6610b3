import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { stringifyManifests } from '../../src/manifest';

/** kubectl from KUBEBUILDER_ASSETS or from where the end-to-end tests keep theirs. */
function findKubectl(): string | undefined {
  const cache = join(homedir(), '.cache/cdk8s-patterns/kubernetes');
  const folders = [
    process.env.KUBEBUILDER_ASSETS,
    ...(existsSync(cache) ? readdirSync(cache).map((version) => join(cache, version)) : []),
  ];
  return folders
    .flatMap((folder) => (folder === undefined ? [] : [join(folder, 'kubectl')]))
    .find((path) => existsSync(path));
}

const kubectl = findKubectl();
const whenThere = kubectl === undefined ? test.skip : test;

/** Reads a manifest with kubectl's own parser, without a server. */
function read(manifest: string): any {
  const args = ['patch', '--local', '--type=merge', '--patch={}', '--output=json', '--filename=-'];
  return JSON.parse(execFileSync(kubectl!, args, { input: manifest, encoding: 'utf8' }));
}

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aA0 \t\n\r-:#\'"\\|>1e._~,[]{}&*!%@`') }),
  fc.string({ unit: fc.constantFrom(...'0123456789-:.eE_+xob ') }),
);
const words =
  'yes No ON off y N ~ null Null true FALSE = << 0775 0o17 0x1F 0b101 1e3 1_000 12:30:00 2024-01-01 .inf -.INF .nan +1 -0 10.0.0.1 1.2.3 500m';

describe("kubectl's parser", () => {
  whenThere('reads the texts and keys of a ConfigMap as they were', () => {
    const sample = [
      ...words.split(' '),
      ' ',
      '\n',
      ' a\nb\n',
      '\ta\nb',
      'a\n\n',
      ...fc.sample(texts, { numRuns: 3000, seed: 3 }),
    ];
    const data = Object.fromEntries(sample.map((text, index) => [`k${index}`, text]));
    const annotations = Object.fromEntries(sample.map((text, index) => [`${text}${index}`, text]));
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'texts', annotations }, data };
    const result = read(stringifyManifests([configMap]));
    expect(result.data).toEqual(data);
    expect(result.metadata.annotations).toEqual(annotations);
  });

  whenThere('reads texts in lists', () => {
    const args = fc.sample(texts, { numRuns: 1000, seed: 4 });
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'texts' },
      spec: { containers: [{ name: 'a', image: 'b', args }] },
    };
    expect(read(stringifyManifests([pod])).spec.containers[0].args).toEqual(args);
  });
});

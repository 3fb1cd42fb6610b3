import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringifyManifests } from '../../../src/manifest';
import { SHOP } from '../../graph/stacks';
import { cdk8sPatterns, inEmptyFolder } from '../command-line';

jest.setTimeout(120_000);

const manifests = stringifyManifests(SHOP as never);

test('writes a page of dist/ to standard output', () =>
  inEmptyFolder(async (cwd) => {
    writeFileSync(join(cwd, 'shop.yaml'), manifests);
    const { exitCode, stdout, stderr } = await cdk8sPatterns(['graph', 'shop.yaml'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^<!DOCTYPE html>/);
    expect(stdout).toContain('shop.yaml:');
  }));

test('writes a file in the format of its extension', () =>
  inEmptyFolder(async (cwd) => {
    const outcome = await cdk8sPatterns(['graph', '-', '--file', 'out/graph.mmd'], { cwd, input: manifests });
    expect(outcome).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'out', 'graph.mmd'), 'utf8')).toMatch(/^flowchart LR\n/);
  }));

test('a format and a file of another one are a contradiction', () =>
  inEmptyFolder(async (cwd) => {
    const args = ['graph', '-', '--output', 'dot', '--file', 'graph.svg'];
    const outcome = await cdk8sPatterns(args, { cwd, input: manifests });
    const stderr =
      'error: --file graph.svg is for the format svg, and --output is dot: leave one out, or name another file\n';
    expect(outcome).toEqual({ exitCode: 2, stdout: '', stderr });
    expect(existsSync(join(cwd, 'graph.svg'))).toBe(false);
    for (const file of ['graph.dot', 'graph.txt']) {
      const fine = await cdk8sPatterns([...args.slice(0, 4), '--file', file], { cwd, input: manifests });
      expect(fine).toEqual({ exitCode: 0, stdout: '', stderr: '' });
      expect(readFileSync(join(cwd, file), 'utf8')).toMatch(/^digraph/);
    }
  }));

test('draws the rest of what it can read, and fails', () =>
  inEmptyFolder(async (cwd) => {
    writeFileSync(join(cwd, 'bad.yaml'), 'a: [');
    writeFileSync(join(cwd, 'shop.yaml'), manifests);
    const args = ['graph', 'bad.yaml', 'missing.yaml', 'shop.yaml', '--output', 'json'];
    const { exitCode, stdout, stderr } = await cdk8sPatterns(args, { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error: bad\.yaml:1:\d+: .*\nerror: missing\.yaml: the path "missing\.yaml" does not exist\n$/,
    );
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, nodes: { length: 6 } });
  }));

test.each([
  [['graph', 'empty.yaml'], 'nothing to draw: no objects in empty.yaml'],
  [['graph', 'empty.yaml', '-o', 'png'], 'Allowed choices are html, svg, mermaid, dot, json'],
  [['graph', 'empty.yaml', '-f', 'graph.png'], '--file graph.png: expected .html, .svg'],
  [['graph', 'empty.yaml', '-k', '1.99'], 'unsupported Kubernetes version "1.99"'],
  [['graph', 'empty.yaml', '--external', 'none.yaml'], '--external: '],
])('%j is wrong usage', (args, message) =>
  inEmptyFolder(async (cwd) => {
    writeFileSync(join(cwd, 'empty.yaml'), '# nothing\n');
    const { exitCode, stdout, stderr } = await cdk8sPatterns(args, { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  }),
);

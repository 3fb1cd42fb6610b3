import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ApiObject, Chart, Testing } from 'cdk8s';
import {
  BasicAuthSecret,
  ConfigMap,
  Content,
  RegistrySecret,
  Secret,
  Sensitive,
  SshAuthSecret,
  TlsSecret,
} from '../../../src/patterns/configuration';
import { PropsError } from '../../../src/props/props-error';
import { selfSigned } from './self-signed';

const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const chart = () => new Chart(Testing.app(), 'test');
const manifestOf = (construct: ConfigMap | Secret) => ApiObject.of(construct).toJson();

// Names, types and data below were printed by kubectl 1.36.3 `create configmap|secret … --dry-run=client -o yaml`.
describe('a ConfigMap', () => {
  test('from an env file keeps quotes and spaces and drops carriage returns', () => {
    const path = write('e.env', 'A=1\r\n# c\n  B=x y \nC=\nD=a=b\n\nE="q"\nF=a\\nb <&>\n');
    expect(manifestOf(new ConfigMap(chart(), 'c', { from: [Content.envFile(path)] }))).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c' },
      data: { A: '1', B: 'x y ', C: '', D: 'a=b', E: '"q"', F: 'a\\nb <&>' },
    });
  });

  test('puts bytes that are not UTF-8 into binaryData, and hashes as kubectl does', () => {
    const env = write('k.env', 'A=1\r\n# c\n  B = x y\nC=\nD=a=b\n\nE="q"\n');
    const binary = write('bin', Uint8Array.from([0xff, 0xfe]));
    const construct = new ConfigMap(chart(), 'c', {
      hashedName: true,
      from: [Content.file(binary), Content.file(env, 'k')],
    });
    expect(manifestOf(construct)).toMatchObject({
      metadata: { name: 'c-fbcdfbc269' },
      binaryData: { bin: '//4=' },
      data: { k: 'A=1\r\n# c\n  B = x y\nC=\nD=a=b\n\nE="q"\n' },
    });
    const literals = [Content.literal('a', '<&>é'), Content.literal('b', '"x"')];
    const another = new ConfigMap(chart(), 'c', { hashedName: true, from: literals });
    expect(another.name).toBe('c-4b5952hmf8');
  });

  test('of nothing has no data', () => {
    expect(Object.keys(manifestOf(new ConfigMap(chart(), 'c', { from: [] })))).toEqual([
      'apiVersion',
      'kind',
      'metadata',
    ]);
  });

  test('from a directory takes its files and nothing below', () => {
    const path = join(folder, 'conf');
    mkdirSync(join(path, 'sub'), { recursive: true });
    writeFileSync(join(path, 'b.txt'), 'b');
    writeFileSync(join(path, 'a.txt'), 'a');
    writeFileSync(join(path, 'sub', 'c.txt'), 'c');
    expect(manifestOf(new ConfigMap(chart(), 'c', { from: [Content.directory(path)] })).data).toEqual({
      'a.txt': 'a',
      'b.txt': 'b',
    });
  });

  test('tells everything that is wrong at once', () => {
    const bad = write('bad.env', 'OK=1\nB =2\nNOVALUE\n');
    const make = () =>
      new ConfigMap(chart(), 'c', {
        from: [
          Content.envFile(bad),
          Content.literal('OK', '2'),
          Content.literal('a b', 'x'),
          Content.file(join(folder, 'missing')),
          Content.directory(bad),
        ],
      });
    expect(make).toThrow(PropsError);
    const message = (() => {
      try {
        make();
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message).toContain('test/c');
    expect(message).toContain('bad.env:2 the name before "="');
    expect(message).toContain('bad.env:3 has no "="');
    expect(message).toContain('duplicate key "OK", from env file "bad.env" and from literal "OK"');
    expect(message).toContain('"a b" is not a valid key');
    expect(message).toContain('missing" does not exist');
    expect(message).toContain('is not a directory');
  });

  test('over 1 MiB is refused', () => {
    const make = () => new ConfigMap(chart(), 'c', { from: [Content.literal('a', 'x'.repeat(1024 * 1024 + 1))] });
    expect(make).toThrow('contains 1048577 bytes');
  });

  test('with 4,000 keys renders in linear time', () => {
    const values = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`key-${index}`, 'v']));
    const construct = new ConfigMap(chart(), 'c', { from: [Content.literals(values)] });
    expect(Object.keys(manifestOf(construct).data)).toHaveLength(4000);
  });
});

describe('a Secret', () => {
  test('has the bytes and hash of kubectl', () => {
    const construct = new Secret(chart(), 'c', { hashedName: true, from: [Content.literal('a', '<&>')] });
    expect(manifestOf(construct)).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'c-c267t4h4hb' },
      data: { a: 'PCY+' },
    });
  });

  test('for a registry has the bytes and hash of kubectl', () => {
    const construct = new RegistrySecret(chart(), 'c', {
      server: 'r.example',
      username: 'u',
      password: Sensitive.text('p<&'),
      hashedName: true,
    });
    expect(manifestOf(construct)).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'c-958fd682mm' },
      type: 'kubernetes.io/dockerconfigjson',
      data: {
        '.dockerconfigjson':
          'eyJhdXRocyI6eyJyLmV4YW1wbGUiOnsidXNlcm5hbWUiOiJ1IiwicGFzc3dvcmQiOiJwXHUwMDNjXHUwMDI2IiwiYXV0aCI6ImRUcHdQQ1k9In19fQ==',
      },
    });
  });

  test('of a type requires the keys of the type', () => {
    const make = (type: string) => () => new Secret(chart(), 'c', { type, from: [Content.literal('user', 'a')] });
    expect(make('kubernetes.io/basic-auth')).toThrow('requires the key "username" or "password"');
    expect(make('kubernetes.io/tls')).toThrow('requires the key "tls.key"');
    const basic = new BasicAuthSecret(chart(), 'b', { username: 'a', password: Sensitive.text('b') });
    expect(manifestOf(basic)).toMatchObject({
      type: 'kubernetes.io/basic-auth',
      data: { username: 'YQ==', password: 'Yg==' },
    });
    const ssh = new SshAuthSecret(chart(), 's', { privateKey: Sensitive.text('k') });
    expect(manifestOf(ssh)).toMatchObject({ type: 'kubernetes.io/ssh-auth', data: { 'ssh-privatekey': 'aw==' } });
  });

  test('immutable is kept', () => {
    const construct = new Secret(chart(), 'c', { immutable: true, from: [Content.literal('a', 'b')] });
    expect(manifestOf(construct)).toMatchObject({ immutable: true });
  });
});

describe('a TLS Secret', () => {
  test('wants a certificate and the key that belongs to it', () => {
    const [first, second] = [selfSigned(), selfSigned()];
    expect(manifestOf(new TlsSecret(chart(), 'c', first))).toMatchObject({
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': Buffer.from(first.certificate.reveal()).toString('base64') },
    });
    expect(() => new TlsSecret(chart(), 'c', { ...first, privateKey: second.privateKey })).toThrow('does not match');
    expect(() => new TlsSecret(chart(), 'c', { ...first, certificate: Sensitive.text('no') })).toThrow(
      'is not a PEM certificate (it starts with -----BEGIN CERTIFICATE-----)',
    );
    const certificate = Sensitive.text('-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n');
    expect(() => new TlsSecret(chart(), 'c', { ...first, certificate })).toThrow(
      'is not a PEM certificate (the data between its first and last line is not one)',
    );
  });
});

describe('Sensitive bytes', () => {
  const secret = Sensitive.text('hunter2');

  test('are shown nowhere', () => {
    const shown = [
      `${secret}`,
      JSON.stringify({ secret }),
      inspect({ deep: [secret] }, { showHidden: true, depth: 9 }),
    ];
    for (const text of shown) {
      expect(text).toContain('<redacted>');
      expect(text).not.toContain('hunter2');
    }
  });

  test('are not in the error of the Secret that holds them', () => {
    const make = () => new Secret(chart(), 'c', { from: [Content.literal('bad key', secret)] });
    expect(make).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
  });
});

test('a ConfigMap without a list of contents is reported what to give', () => {
  const message = 'from: is required, for example [Content.literals({ level: "info" })] or [Content.file("shop.conf")]';
  const withoutContents = { data: { level: 'info' } } as never;
  expect(() => new ConfigMap(new Chart(Testing.app(), 'chart'), 'settings', withoutContents)).toThrow(message);
});

test('a value that is not a string is reported by its key, not shown', () => {
  const message =
    'Content.literals: values.token: expected a string or a Sensitive, got a number (use Sensitive.file("/run/secrets/password") or Sensitive.text)';
  expect(() => Content.literals({ level: 'info', token: 12345 as never })).toThrow(message);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { ConfigMap, Content, RegistrySecret, Secret, Sensitive } from '../../src/patterns/configuration';
import { type Kubectl, kubectlFor } from './kubectl';
import { describeWithServer } from './with-server';

const folder = mkdtempSync(join(tmpdir(), 'kubectl-create-'));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const CASES: Record<string, string> = {
  literals: '--from-literal=a=1 --from-literal=b=x=y --from-literal=empty=',
  file: `--from-file=${file('ui.properties', 'color=red\r\nname=Jörg "x" <&>\n')}`,
  'file with a key': `--from-file=key=${file('other', 'x')}`,
  binary: `--from-file=${file('logo.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255]))}`,
  empty: `--from-file=${file('nothing', '')}`,
  folder: `--from-file=${join(file('conf/a.txt', 'a'), '..')}`,
  'env file': `--from-env-file=${file('app.env', '\uFEFFA=1\r\n# no\n  B= x \nC="q"\nD=a=b\nE=\n\nF=ü\n')}`,
};
const contentOf = (option: string): Content => {
  const [, type, value] = /^--from-(literal|file|env-file)=(.*)$/s.exec(option)!;
  if (type === 'literal') {
    const equals = value.indexOf('=');
    return Content.literal(value.slice(0, equals), value.slice(equals + 1));
  }
  if (type === 'env-file') return Content.envFile(value);
  const [key, path] = value.includes('=') ? value.split('=') : [undefined, value];
  return path.endsWith('conf') ? Content.directory(path) : Content.file(path, key);
};

/** Names, types and data must be those of kubectl, byte for byte; kubectl writes a null that says nothing. */
const comparable = ({ metadata, ...rest }: any) => ({ ...rest, metadata: { name: metadata.name } });

describeWithServer('1.36.3', (server) => {
  let kubectl: Kubectl;
  beforeAll(() => {
    kubectl = kubectlFor(server());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const create = (words: readonly string[]) => {
    const { exitCode, stdout, stderr } = kubectl([
      'create',
      ...words,
      '--append-hash',
      '--dry-run=client',
      '-o',
      'json',
    ]);
    expect([exitCode, stderr]).toEqual([0, '']);
    return comparable(JSON.parse(stdout));
  };
  const made = (construct: ConfigMap | Secret) => comparable(ApiObject.of(construct).toJson());
  const chart = () => new Chart(Testing.app(), 'test');

  test.each(Object.entries(CASES))('kubectl create configmap and secret: %s', (_, options) => {
    const words = options.split(' --').map((option, index) => (index === 0 ? option : `--${option}`));
    const from = words.map(contentOf);
    expect(made(new ConfigMap(chart(), 'c', { from, hashedName: true }))).toEqual(create(['configmap', 'c', ...words]));
    expect(made(new Secret(chart(), 's', { from, hashedName: true }))).toEqual(
      create(['secret', 'generic', 's', ...words]),
    );
  });

  test('kubectl create secret docker-registry', () => {
    const [username, secret] = ['me', 'p"<&>ü'];
    const words = ['docker-registry', 'r', `--docker-username=${username}`, `--docker-password=${secret}`];
    const ours = new RegistrySecret(chart(), 'r', { username, password: Sensitive.text(secret), hashedName: true });
    expect(made(ours)).toEqual(create(['secret', ...words]));
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cdk8sPatterns, inEmptyFolder, type Outcome } from '../cli/command-line';
import { type Kubectl, kubectlFor } from './kubectl';
import { describeWithServer } from './with-server';

jest.setTimeout(300_000);

const deployment = (name: string, image: string, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'web', image }] } },
    ...spec,
  },
});
const configuration = (name: string, data: object, fields: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
  ...fields,
});
const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'one' }, spec: { size: 1 } };
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'widgets', kind: 'Widget' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};

describeWithServer('1.36.3', (server) => {
  let kubectl: Kubectl;
  beforeAll(() => {
    kubectl = kubectlFor(server());
  });

  /** What `diff DIRECTORY --against cluster` answers about these manifests. */
  async function diffOf(
    objects: readonly object[],
    args: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    let outcome: Outcome | undefined;
    await inEmptyFolder(async (cwd) => {
      mkdirSync(join(cwd, 'new'));
      for (const [index, object] of objects.entries()) {
        writeFileSync(join(cwd, 'new', `${index}.json`), JSON.stringify(object));
      }
      outcome = await cdk8sPatterns(['diff', 'new', '--against', 'cluster', ...args], {
        cwd,
        env: {
          KUBECONFIG: server().kubeconfig,
          PATH: `${dirname(server().assets.kubectl)}${delimiter}${process.env.PATH}`,
          ...env,
        },
      });
    });
    return outcome!;
  }

  function apply(objects: readonly object[], args: readonly string[] = []): void {
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    const { exitCode, stderr } = kubectl(['apply', ...args, '-f', '-'], list);
    expect([exitCode, stderr]).toEqual([0, '']);
  }

  test('nothing is there yet: everything is new', async () => {
    const { exitCode, stdout, stderr } = await diffOf([deployment('none', 'web:1'), configuration('none', {})]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2 new, 0 unchanged');
  });

  test('what was applied is unchanged, without noise from defaults and the annotation of kubectl', async () => {
    const objects = [deployment('same', 'web:1'), configuration('same', { a: '1' })];
    apply(objects);
    expect((await diffOf(objects)).stdout.trim()).toBe('2 unchanged');
  });

  test('changes, refusals and removed fields, in each format', async () => {
    apply([
      deployment('changed', 'web:1', { minReadySeconds: 5 }),
      configuration('frozen', { a: '1' }, { immutable: true }),
    ]);
    const next = [deployment('changed', 'web:2'), configuration('frozen', { a: '2' }, { immutable: true })];
    const text = await diffOf(next);
    expect([text.exitCode, text.stderr]).toEqual([1, '']);
    expect(text.stdout).toContain('- spec.minReadySeconds: 5');
    expect(text.stdout).toContain('+ spec.template.spec.containers[0].image: "web:2"');
    expect(text.stdout.trim().split('\n').at(-1)).toBe('1 refused, 1 restarts pods, 0 unchanged');
    const json = JSON.parse((await diffOf(next, ['--output', 'json'])).stdout);
    expect(json.objects.map(({ name, effect }: any) => [name, effect])).toEqual([
      ['changed', 'restarts-pods'],
      ['frozen', 'refused'],
    ]);
    const markdown = await diffOf(next, ['--output', 'markdown']);
    expect(markdown.stdout.split('\n')[0]).toBe('**Not safe to apply**: 1 refused, 1 restarts pods, 0 unchanged');
    // What the server answers to the same apply.
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: next });
    expect(kubectl(['apply', '--dry-run=server', '-f', '-'], list).stderr).toContain(
      'field is immutable when `immutable` is set',
    );
    expect(kubectl(['get', 'deployment', 'changed', '-o', 'jsonpath={.spec.minReadySeconds}']).stdout).toBe('5');
  });

  test('--stored is what the server stores', async () => {
    const object = deployment('stored', 'web:1');
    apply([object]);
    const { stdout } = await diffOf([deployment('stored', 'web:2')], ['--stored']);
    expect(stdout).toContain('terminationGracePeriodSeconds: 30');
    expect(stdout).toContain('image: web:2');
  });

  test('--server-side removes what the manager applied before', async () => {
    apply([configuration('owned', { a: '1', b: '2' })], ['--server-side']);
    const { exitCode, stdout } = await diffOf([configuration('owned', { a: '1' })], ['--server-side']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('- data.b: "2"');
  });

  test('a kind that the cluster does not have is named, and the rest is compared', async () => {
    apply([configuration('beside', { a: '1' })]);
    const next = [configuration('beside', { a: '2' }), widget];
    const { exitCode, stdout } = await diffOf(next, ['--allow-kind', 'Widget']);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('the cluster has no kind Widget in example.com/v1: its objects are new');
    expect(stdout).toContain('+ data.a: "2"');
    // The definition comes with its first object: both are new.
    const both = await diffOf([definition, widget]);
    expect([both.exitCode, both.stderr]).toEqual([0, '']);
    expect(both.stdout).toContain('2 new, 0 unchanged');
  });

  test('a cluster that does not answer ends with 2', async () => {
    const { exitCode, stderr } = await diffOf([configuration('a', {})], [], { KUBECONFIG: '/nonexistent' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--against cluster: ');
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Include, Testing, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { acknowledge, addChecks, CheckedApp, type CheckedAppProps, CheckFailed } from '../../src/app';
import { NEWEST_VERSION } from '../../src/facts';

const temporary = mkdtempSync(join(tmpdir(), 'checked-app-'));
let count = 0;
afterAll(() => rmSync(temporary, { recursive: true }));

function appIn(props: CheckedAppProps = {}): CheckedApp {
  return new CheckedApp({ outdir: join(temporary, `out-${count++}`), ...props });
}

function object(scope: Construct, kind: string, name: string, rest: object = {}, apiVersion = 'v1'): ApiObject {
  return new ApiObject(scope, `${kind}-${name}`, { apiVersion, kind, metadata: { name }, ...rest });
}

/** Every file of the output by name, without the record of what was written. */
function output(app: App): Record<string, string> {
  const names = readdirSync(app.outdir, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => name.endsWith('.yaml') || name.endsWith('.json'));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(app.outdir, name), 'utf8')]));
}

const kindsIn = (text: string) => [...text.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind);

function failureOf(app: App): CheckFailed {
  try {
    app.synth();
  } catch (error) {
    expect(error).toBeInstanceOf(CheckFailed);
    return error as CheckFailed;
  }
  throw new Error('synth did not fail');
}

describe('CheckedApp', () => {
  test('writes objects in an order that is safe to apply, each rendered once', () => {
    const app = appIn();
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    const objects = [
      new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'a:1', portNumber: 80 }] }),
      object(chart, 'Service', 'web', { spec: { ports: [{ port: 80 }] } }),
      object(chart, 'ConfigMap', 'web', { data: { a: 'yes' } }),
      new ApiObject(chart, 'ns', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop', namespace: undefined },
      }),
    ].map((construct) => ApiObject.of(construct));
    const renders = objects.map((each) => jest.spyOn(each, 'toJson'));
    app.synth();
    expect(kindsIn(output(app)['shop.k8s.yaml']!)).toEqual(['Namespace', 'ConfigMap', 'Service', 'Deployment']);
    expect(renders.map((render) => render.mock.calls.length)).toEqual([1, 1, 1, 1]);
  });

  test('honors dependencies between constructs before the order of kinds', () => {
    const app = appIn();
    const chart = new Chart(app, 'shop');
    const job = object(
      chart,
      'Job',
      'migrate',
      { spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] } } } },
      'batch/v1',
    );
    const config = object(chart, 'ConfigMap', 'after');
    object(chart, 'Secret', 'free');
    config.addDependency(job);
    app.synth();
    expect(kindsIn(output(app)['shop.k8s.yaml']!)).toEqual(['Secret', 'Job', 'ConfigMap']);
  });

  test('numbers files when charts depend on each other, and names charts on a circle', () => {
    const app = appIn();
    const [web, base] = ['a-web', 'base'].map((id) => new Chart(app, id));
    object(web!, 'ConfigMap', 'web');
    object(base!, 'ConfigMap', 'base');
    web!.addDependency(base!);
    app.synth();
    expect(Object.keys(output(app))).toEqual(['0000-base.k8s.yaml', '0001-a-web.k8s.yaml']);
    expect(app.charts).toEqual([base, web]);
    base!.addDependency(web!);
    expect(failureOf(app).message).toMatch(
      /\[dependency-cycle\].*a-web \(.*\) depends on base \(.*\); base \(.*\) depends on a-web/,
    );
  });

  test('numbers files when by the alphabet a Namespace would come too late', () => {
    const app = appIn();
    object(new Chart(app, 'a', { namespace: 'z' }), 'ConfigMap', 'web');
    object(new Chart(app, 'z'), 'Namespace', 'z');
    object(new Chart(app, 'empty'), 'Namespace', 'y');
    new Chart(app, 'nothing');
    app.synth();
    expect(Object.keys(output(app))).toEqual(['0000-empty.k8s.yaml', '0001-z.k8s.yaml', '0002-a.k8s.yaml']);
  });

  test.each([
    YamlOutputType.FILE_PER_APP,
    YamlOutputType.FILE_PER_CHART,
    YamlOutputType.FILE_PER_RESOURCE,
    YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
  ])('unrelated charts may be declared in any order (output type %i)', (yamlOutputType) => {
    const outputs = [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
    ].map((ids) => {
      const app = appIn({ yamlOutputType });
      for (const id of ids) {
        const chart = new Chart(app, id, { namespace: id });
        object(chart, 'Service', 'x', { spec: { ports: [{ port: 80 }] } });
        object(chart, 'ConfigMap', 'x', { data: { id } });
      }
      app.synth();
      return output(app);
    });
    expect(outputs[1]).toEqual(outputs[0]);
    const documents = Object.values(outputs[0]!).join('').split('---\n').length - 1;
    expect(documents).toBe(6);
  });

  test('synthYaml checks too', () => {
    const app = appIn();
    object(new Chart(app, 'a'), 'Namespace', 'x');
    expect(app.synthYaml()).toBe('---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: x\n');
    object(new Chart(app, 'b'), 'Nonsense', 'x');
    expect(() => app.synthYaml()).toThrow(CheckFailed);
  });

  test('does not break Testing.synth and Chart.toJson', () => {
    const chart = new Chart(appIn(), 'a');
    object(chart, 'Namespace', 'x');
    expect(Testing.synth(chart)).toEqual([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x' } }]);
  });

  test('a chart may change what it renders to, as in cdk8s', () => {
    class Stamped extends Chart {
      public override toJson(): any[] {
        const extra = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'extra' } };
        return [...super.toJson().map((each) => ({ ...each, data: { stamped: 'true' } })), extra];
      }
    }
    const app = appIn();
    object(new Stamped(app, 'a'), 'ConfigMap', 'x');
    app.synth();
    expect(output(app)['a.k8s.yaml']).toMatch(/kind: Namespace.*kind: ConfigMap.*stamped: "true"/s);
  });

  test('records construct metadata for cdk8s-cli', () => {
    const app = appIn({ recordConstructMetadata: true });
    object(new Chart(app, 'a'), 'Namespace', 'x');
    app.synth();
    expect(JSON.parse(output(app)['construct-metadata.json']!)).toEqual({
      version: '1.0.0',
      resources: { x: { path: 'a/Namespace-x' } },
    });
  });
});

describe('a failed check', () => {
  test('reports everything at once, with construct, source line and versions, and writes nothing', () => {
    const app = appIn({ kubernetesVersion: ['1.28', '1.36'] });
    const chart = new Chart(app, 'shop');
    object(chart, 'ConfigMap', 'a', { dta: {} });
    object(chart, 'Nonsense', 'b');
    chart.node.addValidation({ validate: () => ['the shop needs a till'] });
    const failure = failureOf(app);
    expect(failure.message).toMatch(
      /error \[unknown-field\] ConfigMap\/a: dta: unknown field "dta"\n {2}at shop\/ConfigMap-a \(test\/app\/checked-app\.test\.ts:\d+:\d+\), Kubernetes 1\.28, 1\.36\n {2}hint: did you mean "data"\?/,
    );
    expect(failure.message).toContain(
      'error [unknown-kind] Nonsense/b: no matches for kind "Nonsense" in version "v1"',
    );
    expect(failure.message).toContain('error [construct-validation] Chart: the shop needs a till');
    expect(failure.message).toMatch(/\n3 errors, nothing written$/);
    expect(failure.findings.map(({ rule }) => rule)).toEqual(['construct-validation', 'unknown-field', 'unknown-kind']);
    expect(existsSync(app.outdir)).toBe(false);
  });

  test('leaves what an earlier run wrote', () => {
    const app = appIn();
    object(new Chart(app, 'a'), 'Namespace', 'x');
    app.synth();
    const before = output(app);
    object(new Chart(app, 'b'), 'Nonsense', 'x');
    failureOf(app);
    expect(output(app)).toEqual(before);
  });

  test('names both makers of one object, whatever the version and, for cluster-wide kinds, the namespace', () => {
    const app = appIn();
    const [one, two] = ['one', 'two'].map((id) => new Chart(app, id, { namespace: id }));
    object(one!, 'ClusterRole', 'reader', { rules: [] }, 'rbac.authorization.k8s.io/v1');
    object(two!, 'ClusterRole', 'reader', { rules: [] }, 'rbac.authorization.k8s.io/v1');
    object(one!, 'ConfigMap', 'same');
    object(two!, 'ConfigMap', 'same');
    const duplicates = failureOf(app).findings.filter(({ rule }) => rule === 'duplicate-object');
    expect(duplicates).toHaveLength(1);
    expect(duplicates[0]!.constructPath).toBe('two/ClusterRole-reader');
    expect(duplicates[0]!.message).toBe('duplicate object: ClusterRole "reader" is defined more than once');
    expect(duplicates[0]!.hint).toMatch(
      /^also defined by one\/ClusterRole-reader \(.*test\/app\/checked-app\.test\.ts:\d+:\d+\); change the name/,
    );
  });

  test('names a construct that cannot be rendered', () => {
    const app = appIn();
    object(new Chart(app, 'a'), 'ConfigMap', 'x', { data: { a: new Date(0) } });
    expect(failureOf(app).message).toMatch(/\[construct-render\] ConfigMap\/x: .*non-simple object of type 'Date'/);
  });
});

describe('custom resources', () => {
  const definition = (scope: Construct) =>
    new ApiObject(scope, 'crd', {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.acme.io' },
      spec: {
        group: 'acme.io',
        names: { kind: 'Widget', plural: 'widgets' },
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
              },
            },
          },
        ],
      },
    });

  test('a kind that the app itself defines is known and checked', () => {
    const app = appIn();
    const chart = new Chart(app, 'a');
    object(chart, 'Widget', 'x', { spec: { size: 1 } }, 'acme.io/v1');
    definition(chart);
    app.synth();
    const files = output(app);
    // kubectl apply reads files in the order of their names.
    expect(Object.keys(files).sort()).toEqual(['00-crds.k8s.yaml', 'a.k8s.yaml']);
    expect(kindsIn(files['00-crds.k8s.yaml']!)).toEqual(['CustomResourceDefinition']);
    expect(kindsIn(files['a.k8s.yaml']!)).toEqual(['Widget']);
    object(chart, 'Widget', 'y', { spec: { size: 'big' } }, 'acme.io/v1');
    const errors = failureOf(app).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ path }) => path)).toEqual(['spec.size']);
  });

  test('a definition that no object of the app uses stays in the file of its chart', () => {
    const app = appIn();
    const chart = new Chart(app, 'a');
    definition(chart);
    object(chart, 'ConfigMap', 'x', {});
    app.synth();
    expect(Object.keys(output(app))).toEqual(['a.k8s.yaml']);
  });

  test('an unknown kind passes when it is allowed by name', () => {
    const app = appIn({ allowKinds: ['acme.io/Gadget'] });
    object(new Chart(app, 'a'), 'Gadget', 'x', {}, 'acme.io/v3');
    app.synth();
    expect(Object.keys(output(app))).toEqual(['a.k8s.yaml']);
  });
});

describe('acknowledge', () => {
  let told = '';
  beforeEach(() => {
    told = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      told += text;
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  test('covers a construct and all below it', () => {
    const app = appIn();
    const chart = new Chart(app, 'a');
    object(chart, 'Nonsense', 'x');
    acknowledge(chart, 'unknown-kind', 'the cluster has it');
    app.synth();
    expect(Object.keys(output(app))).toEqual(['a.k8s.yaml']);
    expect(told).toBe('');
    object(new Chart(app, 'b'), 'Nonsense', 'y');
    expect(failureOf(app).findings.map(({ constructPath }) => constructPath)).toEqual(['b/Nonsense-y']);
  });

  test('warns when nothing needs it', () => {
    const app = appIn();
    const chart = new Chart(app, 'a');
    object(chart, 'Namespace', 'x');
    acknowledge(chart, 'unknown-kind', 'the cluster has it');
    app.synth();
    expect(told).toContain(
      'warning [unused-acknowledgement] Chart: unused acknowledgement of "unknown-kind" ("the cluster has it")',
    );
    expect(told).toMatch(/\n1 warning\n$/);
  });

  test('requests a reason', () => {
    const app = appIn();
    acknowledge(new Chart(app, 'a'), 'unknown-kind', ' ');
    expect(failureOf(app).findings).toMatchObject([
      {
        rule: 'invalid-props',
        constructPath: 'a',
        path: 'reason',
        message: 'must say why "unknown-kind" is right here',
      },
    ]);
    expect(() => acknowledge(new Chart(new App(), 'a'), 'unknown-kind', ' ')).toThrow('a: reason: must say why');
  });
});

test('further checks see all manifests, and their findings get a place', () => {
  const app = appIn({
    checks: [
      (manifests) => [
        {
          rule: 'house-rule',
          category: 'policy',
          severity: 'error',
          reason: 'PolicyViolation',
          path: 'metadata',
          message: `${manifests.length} objects`,
          apiVersion: 'v1',
          kind: 'Namespace',
          document: 1,
          kubernetesVersions: ['1.36'],
        },
      ],
    ],
  });
  const chart = new Chart(app, 'a');
  object(chart, 'ConfigMap', 'second');
  object(chart, 'Namespace', 'first');
  const [finding] = failureOf(app).findings;
  expect(finding).toMatchObject({ message: '2 objects', constructPath: 'a/ConfigMap-second', file: __filename });
});

test('a file that is no longer made is removed, unless it was changed or belongs to another app', () => {
  const outdir = join(temporary, 'shared');
  /** The same line makes the apps of both runs, as when a program is run twice. */
  const run = (ids: readonly string[], earlier?: CheckedApp) => {
    const app = appIn({ outdir });
    Object.assign(app, earlier && { ordinal: (earlier as any).ordinal });
    for (const id of ids) {
      object(new Chart(app, id), 'Namespace', id);
    }
    app.synth();
    return app;
  };
  const first = run(['a', 'b', 'c']);
  const other = run(['d', 'b']);
  writeFileSync(join(outdir, 'c.k8s.yaml'), 'changed by hand\n');
  writeFileSync(join(outdir, 'mine.yaml'), 'mine\n');
  const again = run(['e'], first);
  expect(Object.keys(output(again))).toEqual(['b.k8s.yaml', 'c.k8s.yaml', 'd.k8s.yaml', 'e.k8s.yaml', 'mine.yaml']);
  run([], other);
  expect(Object.keys(output(again))).toEqual(['c.k8s.yaml', 'e.k8s.yaml', 'mine.yaml']);
});

test('two namespaces’ objects of one name do not share a file', () => {
  const app = appIn({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  object(new Chart(app, 'a', { namespace: 'a' }), 'ConfigMap', 'x');
  object(new Chart(app, 'b', { namespace: 'b' }), 'ConfigMap', 'x');
  object(new Chart(app, 'c', { namespace: 'b' }), 'ConfigMap', 'y');
  app.synth();
  expect(Object.keys(output(app))).toEqual([
    'ConfigMap.a.x.k8s.yaml',
    'ConfigMap.b.x.k8s.yaml',
    'ConfigMap.y.k8s.yaml',
  ]);
});

describe('versions of Kubernetes that the package does not know', () => {
  test.each<[unknown, string]>([
    ['1.99', `kubernetesVersion: unsupported Kubernetes version "1.99" (supported: 1.28-${NEWEST_VERSION})`],
    [
      'v1.36.1',
      `kubernetesVersion: unsupported Kubernetes version "v1.36.1" (supported: 1.28-${NEWEST_VERSION}) (use "1.36")`,
    ],
    [1.36, `kubernetesVersion: unsupported Kubernetes version 1.36 (supported: 1.28-${NEWEST_VERSION}) (use "1.36")`],
    [['1.36', '1.2'], `kubernetesVersion: unsupported Kubernetes version "1.2" (supported: 1.28-${NEWEST_VERSION})`],
    [[], 'kubernetesVersion: must have at least one version'],
  ])('%j', (kubernetesVersion, message) => {
    const options = { kubernetesVersion } as CheckedAppProps;
    for (const app of [new CheckedApp(options), addChecks(new App(), options)]) {
      const texts = failureOf(app).findings.map((finding) => [
        finding.rule,
        `${finding.path}: ${finding.message}${finding.hint === undefined ? '' : ` (${finding.hint})`}`,
      ]);
      expect(texts).toEqual([['invalid-props', message]]);
    }
  });
});

test('lists of an included file are taken apart as kubectl takes them apart', () => {
  const file = join(temporary, 'lists.yaml');
  writeFileSync(
    file,
    [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n- metadata: {name: a}\n  rules: []\n',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n- {apiVersion: v1, kind: Pod, metadata: {name: c}}\n',
    ].join('---\n'),
  );
  const app = appIn();
  new Include(new Chart(app, 'shop'), 'lists', { url: file });
  expect(failureOf(app).findings.map(({ kind, name, path }) => [kind, name, path])).toEqual([
    ['Pod', 'c', 'spec.containers'],
  ]);
});

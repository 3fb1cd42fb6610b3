import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckOptions } from '../../src';
import { widget } from '../cli/fixtures/crds';

const WIDGET = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' }, spec: { low: 'a' } };
const UNKNOWN = 'unknown-kind';
/** `low` is an integer in the schema of the imported definition. */
const WRONG_TYPE = 'spec.low';

let project: string;
const cwd = process.cwd();
beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  write('package.json', '{}');
  write('imports/crds/example.com/Widget.json', JSON.stringify(widget));
  mkdirSync(join(project, 'src'));
});
afterEach(() => {
  process.chdir(cwd);
  rmSync(project, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** The package as it is loaded by a process that was started in a directory. */
function startedIn<T>(
  directory: string,
  use: (patterns: typeof import('../../src'), cdk8s: typeof import('cdk8s')) => T,
): T {
  process.chdir(directory);
  let result: T;
  jest.isolateModules(() => {
    result = use(require('../../src'), require('cdk8s'));
  });
  return result!;
}

/** The first finding of each way in: its rule if the kind is not known, or the field. */
type WayIn = (options: CheckOptions) => string | Promise<string>;

function waysIn(patterns: typeof import('../../src'), cdk8s: typeof import('cdk8s')): Record<string, WayIn> {
  type Findings = readonly import('../../src').Finding[];
  const first = (findings: Findings) =>
    findings[0] === undefined ? 'none' : findings[0].rule === UNKNOWN ? UNKNOWN : findings[0].path;
  const thrown = (run: () => void) => {
    try {
      run();
      return 'none';
    } catch (error) {
      return first((error as { findings: Findings }).findings);
    }
  };
  const fill = <T extends InstanceType<typeof cdk8s.App>>(app: T): T => {
    new cdk8s.ApiObject(new cdk8s.Chart(app, 'shop'), 'widget', WIDGET);
    return app;
  };
  const testing: typeof import('../../src/testing') = require('../../src/testing');
  const {
    checkFiles,
  }: typeof import('../../src/cli/validate/check-files') = require('../../src/cli/validate/check-files');
  const file = { name: 'widget.json', read: () => Buffer.from(JSON.stringify(WIDGET)) };
  return {
    checkManifests: (options) => first(patterns.checkManifests([WIDGET], options)),
    CheckedApp: (options) => thrown(() => fill(new patterns.CheckedApp(options)).synthYaml()),
    addChecks: (options) => thrown(() => fill(patterns.addChecks(new cdk8s.App(), options)).synthYaml()),
    validate: (options) => first(checkFiles([file], options).findings),
    'the testing kit': (options) => thrown(() => testing.assertValidKubernetes([WIDGET], '1.36', options)),
    'the plugin for cdk8s-cli': async (options) => {
      const violations: any[] = [];
      await new patterns.ServerValidation(options as {}).validate({
        manifests: ['widget.json'],
        parseManifest: () => [WIDGET],
        report: { addViolation: (violation) => violations.push(violation), submit: () => {} },
      });
      const [{ ruleName, violatingResources }] = violations;
      return ruleName === UNKNOWN ? UNKNOWN : violatingResources[0].locations[0];
    },
  };
}

async function everyWayIn(directory: string, options: CheckOptions): Promise<readonly string[]> {
  const ways = startedIn(directory, waysIn);
  const results = Object.entries(ways).map(async ([name, run]) => `${name}: ${await run(options)}`);
  return (await Promise.all(results)).filter((result) => !result.endsWith(`: ${WRONG_TYPE}`));
}

test('every way in knows the custom resources in imports/crds of the project', async () => {
  expect(await everyWayIn(project, {})).toEqual([]);
});

test('they are those of the project when it is started in a directory of it', async () => {
  expect(await everyWayIn(join(project, 'src'), {})).toEqual([]);
});

test('crds: false reads none, and other directories replace the default', async () => {
  const unknown = expect.stringMatching(/: unknown-kind$/);
  expect(await everyWayIn(project, { crds: false })).toEqual(Array(6).fill(unknown));
  write('other/example.org/Rack.json', JSON.stringify({ ...widget, group: 'example.org' }));
  expect(await everyWayIn(project, { crds: 'other' })).toEqual(Array(6).fill(unknown));
  expect(await everyWayIn(project, { crds: ['other', 'imports/crds'] })).toEqual([]);
});

test('the directory is that of the project when the program changes its working directory', () => {
  startedIn(project, ({ checkManifests }) => {
    process.chdir(tmpdir());
    expect(checkManifests([WIDGET])[0]).toMatchObject({ path: WRONG_TYPE });
  });
});

test('an imported definition wins over the one that comes with the package', () => {
  const pool = { ...widget, group: 'metallb.io', names: { kind: 'IPAddressPool', plural: 'ipaddresspools' } };
  write('imports/crds/metallb.io/IPAddressPool.json', JSON.stringify(pool));
  startedIn(project, ({ checkManifests }) => {
    expect(checkManifests([{ ...WIDGET, apiVersion: 'metallb.io/v1', kind: 'IPAddressPool' }])[0]).toMatchObject({
      path: WRONG_TYPE,
    });
  });
});

test('overlays know the list keys of imported definitions', () => {
  startedIn(project, ({ overlay, stringifyManifests }, { App, ApiObject, Chart, Testing }) => {
    const chart = new Chart(new App(), 'shop');
    const spec = { parts: [{ name: 'a' }, { name: 'b' }] };
    const object = new ApiObject(chart, 'widget', { ...WIDGET, spec } as any);
    overlay(object, { apiVersion: 'example.com/v1', kind: 'Widget', spec: { parts: [{ name: 'b', size: 2 }] } } as any);
    expect(stringifyManifests(Testing.synth(chart))).toContain('- name: a\n    - name: b\n      size: 2\n');
  });
});

describe('misuse', () => {
  const issuesOf = (options: CheckOptions) =>
    startedIn(project, ({ checkManifests }) => {
      try {
        checkManifests([WIDGET], options);
        return undefined;
      } catch (error) {
        return (error as { issues: unknown }).issues;
      }
    });

  test.each([
    [
      'importz',
      'the directory "importz" does not exist',
      /import crd --from FILE\|DIRECTORY\|URL\|cluster writes imports\/crds/,
    ],
    [
      'crds.yaml',
      'crds.yaml is a file; expected a directory that "cdk8s-patterns import crd" wrote',
      /--from crds.yaml/,
    ],
    ['raw', 'raw has no imported custom resources (GROUP/KIND.json)', /--from raw imports/],
  ])('crds: %j is reported with what to do', (crds, message, hint) => {
    write('crds.yaml', 'kind: CustomResourceDefinition\n');
    write('raw/crds.yaml', 'kind: CustomResourceDefinition\n');
    expect(issuesOf({ crds })).toEqual([{ prop: 'crds', message, hint: expect.stringMatching(hint) }]);
  });

  test('crds: true is of the wrong type', () => {
    expect(issuesOf({ crds: true as never })).toMatchObject([{ prop: 'crds' }]);
  });

  test('a damaged file in imports/crds is named relative to the project', () => {
    write('imports/crds/example.com/Widget.json', '{"group":');
    expect(issuesOf({})).toEqual([
      {
        prop: 'crds',
        message: expect.stringMatching(
          /^imports\/crds\/example\.com\/Widget\.json is not a custom resource document: /,
        ),
        hint: 'import it again, or delete the file',
      },
    ]);
    expect(issuesOf({ crds: false })).toBeUndefined();
  });

  test('CheckedApp reports it together with what is wrong with the objects', () => {
    write('imports/crds/example.com/Widget.json', '[]');
    startedIn(project, ({ CheckedApp }, { ApiObject, Chart }) => {
      const app = new CheckedApp();
      new ApiObject(new Chart(app, 'shop'), 'pod', { apiVersion: 'v1', kind: 'Pod', spek: {} } as any);
      expect(() => app.synthYaml()).toThrow(
        expect.objectContaining({
          findings: expect.arrayContaining([
            expect.objectContaining({
              message: expect.stringContaining('imports/crds/example.com/Widget.json is not'),
            }),
            expect.objectContaining({ path: 'spek' }),
          ]),
        }),
      );
    });
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import { addChecks, CheckFailed } from '../../src/app';

const temporary = mkdtempSync(join(tmpdir(), 'add-checks-'));
afterAll(() => rmSync(temporary, { recursive: true }));

test('a plain app writes what cdk8s writes when all is well', () => {
  const build = (outdir: string) => {
    const app = new App({ outdir: join(temporary, outdir) });
    // Counts how often it is rendered, as some constructs of cdk8s-plus do.
    let renders = 0;
    const count = Lazy.any({ produce: () => `${++renders}` });
    new ApiObject(new Chart(app, 'a'), 'o', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x' },
      data: { b: 'yes', count },
    });
    return app;
  };
  build('plain').synth();
  const app = addChecks(build('checked'));
  app.synth();
  const read = (folder: string) => readFileSync(join(temporary, folder, 'a.k8s.yaml'), 'utf8');
  expect(read('checked')).toBe(read('plain'));
  expect(Object.hasOwn(app.node.findChild('a').node.findChild('o'), 'toJson')).toBe(false);
});

test('a plain app throws before it writes when something is wrong', () => {
  const app = addChecks(new App({ outdir: join(temporary, 'wrong') }), { kubernetesVersion: '1.33' });
  new ApiObject(new Chart(app, 'a'), 'o', { apiVersion: 'v1', kind: 'Nonsense', metadata: { name: 'x' } });
  expect(() => app.synth()).toThrow(CheckFailed);
  expect(() => app.synthYaml()).toThrow(/Kubernetes 1\.33/);
  expect(existsSync(app.outdir)).toBe(false);
});

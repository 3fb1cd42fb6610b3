import { ApiObject, App, Chart } from 'cdk8s';
import { addChecks, CheckedApp, CheckFailed, checkManifests, ServerValidation } from '../../src';
import { checkFiles } from '../../src/cli/validate/check-files';
import type { Finding } from '../../src/findings';
import { stringifyManifests } from '../../src/manifest';
import { assertValidKubernetes, ManifestAssertionError } from '../../src/testing';
import { EXPECTED, MANIFESTS } from './manifests';

const options = { kubernetesVersion: ['1.28', '1.36'] } as const;

const text = stringifyManifests(MANIFESTS);
const file = { name: 'all.yaml', read: () => Buffer.from(text) };

/** What all ways in have in common: everything but where the objects were written. */
const common = (findings: readonly Finding[]) =>
  findings
    .map(({ rule, path, message, severity, category, reason, kind, name, value, kubernetesVersions }) => ({
      ...{ rule, path, message, severity, category, reason, kind, name, value, kubernetesVersions },
    }))
    .sort((a, b) => (a.rule + a.path + a.kind < b.rule + b.path + b.kind ? -1 : 1));

function thrownBy(run: () => void): readonly Finding[] {
  try {
    run();
  } catch (error) {
    if (error instanceof CheckFailed || error instanceof ManifestAssertionError) return error.findings;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function fill<T extends App>(app: T): T {
  const chart = new Chart(app, 'shop');
  for (const [index, manifest] of MANIFESTS.entries()) new ApiObject(chart, `object-${index}`, manifest);
  return app;
}

const ENTRY_POINTS: readonly [string, () => readonly Finding[]][] = [
  ['checkManifests', () => checkManifests(MANIFESTS, options)],
  ['CheckedApp', () => thrownBy(() => fill(new CheckedApp(options)).synthYaml())],
  ['addChecks', () => thrownBy(() => fill(addChecks(new App(), options)).synthYaml())],
  ['cdk8s-patterns validate', () => checkFiles([file], options).findings],
  ['the testing kit', () => thrownBy(() => assertValidKubernetes(text, options.kubernetesVersion))],
  ['the testing kit, a chart', () => thrownBy(() => assertValidKubernetes(fill(new App()), ['1.28', '1.36']))],
];

test('the findings are those that the input was made for', () => {
  const found = checkManifests(MANIFESTS, options);
  expect(found.map(({ rule, severity, kind, path }) => `${rule} ${severity} ${kind} ${path}`).sort()).toEqual(EXPECTED);
  expect(new Set(found.map(({ kubernetesVersions }) => kubernetesVersions.join()))).toEqual(new Set(['1.28,1.36']));
});

test.each(ENTRY_POINTS)('%s reports the same findings', (_, findings) => {
  expect(common(findings())).toEqual(common(checkManifests(MANIFESTS, options)));
});

test('the plugin for cdk8s-cli reports the same rules, fields and messages', async () => {
  const violations: any[] = [];
  let status: string | undefined;
  await new ServerValidation(options).validate({
    manifests: ['all.yaml'],
    parseManifest: () => [...MANIFESTS],
    report: {
      addViolation: (violation) => violations.push(violation),
      submit: (submitted) => {
        status = submitted;
      },
    },
  });
  const reported = violations.map(({ ruleName, recommendation, violatingResources: [{ locations }] }) =>
    [ruleName, locations[0], recommendation].join(' '),
  );
  const expected = checkManifests(MANIFESTS, options).map(
    ({ rule, path, message, severity }) =>
      `${rule} ${path === '' ? '.' : path} ${severity === 'error' ? '' : `${severity}: `}${message} (Kubernetes 1.28, 1.36)`,
  );
  expect(reported.sort()).toEqual(expected.sort());
  expect(status).toBe('failure');
});

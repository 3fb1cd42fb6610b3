import { KUBERNETES_VERSIONS } from '../../../src/facts';
import { validate } from '../../../src/validation';
import { answersOf, customResource, objectOf, recordedKinds } from './kinds';

/** Answers of kube-apiserver to `POST ?dryRun=All&fieldValidation=Strict` for kinds with these schemas. */
describe.each(recordedKinds())('%s', (kind, known) => {
  test.each(KUBERNETES_VERSIONS)('as the server of %s answers', (kubernetesVersion) => {
    const customResources = customResource(kind, known);
    const asked = known.cases.flatMap(([fields, answers]) => {
      const expected = answersOf(answers).get(kubernetesVersion);
      return expected === undefined ? [] : [{ fields, expected }];
    });
    const ours = asked.map(({ fields }) => {
      const findings = validate([objectOf(kind, fields)], { kubernetesVersion, customResources });
      const errors = findings.filter(({ severity }) => severity === 'error');
      const shown = errors.length > 0 ? errors : findings.filter(({ severity }) => severity === 'warning');
      const lines = shown.map(({ reason, path, message }) =>
        reason === 'BadRequest' ? reason : `${reason} ${path}${reason === 'Warning' ? `: ${message}` : ''}`,
      );
      return { fields, expected: lines.sort() };
    });
    expect(ours).toEqual(asked);
  });
});

test('each object has an answer of the newest server', () => {
  const newest = KUBERNETES_VERSIONS.at(-1)!;
  const missing = recordedKinds().flatMap(([kind, { cases }]) =>
    cases.flatMap(([fields, answers]) => (answersOf(answers).has(newest) ? [] : [{ kind, fields }])),
  );
  expect(missing).toEqual([]);
});

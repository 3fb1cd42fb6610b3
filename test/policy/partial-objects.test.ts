import { checkPolicy, POD_SECURITY_RULES, PRACTICE_RULES } from '../../src/policy';
import { partialObjects } from '../partial-objects';

const OPTIONS = { podSecurity: 'restricted', practices: true } as const;
const objects = [...POD_SECURITY_RULES, ...PRACTICE_RULES].map(({ refused }) => refused);

/** A rule that throws is a finding. */
const failures = (...input: unknown[]) => checkPolicy(input, OPTIONS).filter(({ rule }) => rule === 'internal-error');

test('policies judge objects whose fields are missing or null', () => {
  for (const object of objects.flatMap((object) => partialObjects(object))) expect(failures(object)).toEqual([]);
});

test('policies skip values that are not objects', () => {
  for (const other of [null, undefined, {}, { kind: 'NetworkPolicy' }, { kind: 'HorizontalPodAutoscaler' }]) {
    for (const object of objects) expect(failures(other, object)).toEqual([]);
  }
});

test('a finding names the object so far as it says who it is', () => {
  const [nameless] = checkPolicy([{ apiVersion: 'v1', kind: 'Pod', spec: { hostPID: true } }], {
    podSecurity: 'baseline',
  });
  expect(nameless).toMatchObject({ apiVersion: 'v1', kind: 'Pod', category: 'policy', reason: 'PolicyViolation' });
  expect([nameless!.name, nameless!.namespace]).toEqual([undefined, undefined]);
  const [named] = checkPolicy(
    [
      { kind: 'ConfigMap' },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'b' }, spec: { hostPID: true } },
    ],
    { podSecurity: 'baseline', severity: 'warning' },
  );
  expect(named).toMatchObject({
    name: 'a',
    namespace: 'b',
    document: 1,
    severity: 'warning',
    message: 'hostPID must not be true',
  });
});

test('without options nothing is forbidden; violations are errors', () => {
  const privileged = POD_SECURITY_RULES[0]!.refused;
  expect(checkPolicy([privileged])).toEqual([]);
  expect(checkPolicy([privileged], { podSecurity: 'privileged' })).toEqual([]);
  expect(checkPolicy([privileged], { podSecurity: 'baseline' })).toMatchObject([{ severity: 'error' }]);
});

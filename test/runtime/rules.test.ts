import { checkRuntime, RUNTIME_RULES } from '../../src/runtime';

const broken = (objects: object, options = {}) => checkRuntime([objects].flat(), options).map(({ rule }) => rule);

test.each(RUNTIME_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  expect(new Set(broken(rule.refused, rule.examples))).toEqual(new Set([id, ...(rule.alongside ?? [])]));
  expect(broken(rule.accepted, rule.examples)).toEqual([]);
});

test('the ids are unique', () => {
  const ids = RUNTIME_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

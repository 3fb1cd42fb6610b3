import { updateFindings } from '../../../src/upgrade';
import { subjectNames } from './constructs';
import { docstringsOf } from './docstrings';
import { NEW_OBJECTS } from './new-objects';
import { OF_OTHER_CONTAINERS, WITHOUT_EFFECT } from './other-props';
import { changesOf, objectChanges, type PropChanges } from './pairs';

const used = new Set<string>();

describe.each(subjectNames())('%s', (name) => {
  let all: readonly PropChanges[];
  beforeAll(() => {
    all = changesOf(name);
  });

  test('every prop has example values that change an object', () => {
    const without = all.filter(
      ({ prop, changes }) => changes.length === 0 && !(prop in WITHOUT_EFFECT) && !OF_OTHER_CONTAINERS.test(prop),
    );
    expect(without.map(({ prop, refusals }) => `${prop}: ${refusals.join('; ')}`)).toEqual([]);
  });

  test('a change of a prop is accepted, or its docstring says that it needs a new object', () => {
    const refused = objectChanges(all.flatMap(({ changes }) => changes)).flatMap(({ prop, before, after }) =>
      updateFindings(before, after, '1.36')
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, path, message }) => ({
          prop,
          rule,
          text: `${prop}: ${after.kind} ${path} [${rule}] ${message}`,
        })),
    );
    const unexpected = refused.filter(({ prop, rule }) => {
      const entries = NEW_OBJECTS.filter((entry) => entry.props.test(prop) && entry.rules.test(rule));
      for (const { documented } of entries) used.add(documented);
      return entries.length === 0;
    });
    expect([...new Set(unexpected.map(({ text }) => text))]).toEqual([]);
  });
});

test('every docstring of the table says that it is immutable', () => {
  const docstrings = docstringsOf('patterns');
  const silent = NEW_OBJECTS.filter(
    ({ documented }) => !/\bimmutable\b|cannot be removed/i.test(docstrings.get(documented) ?? ''),
  );
  expect(silent.map(({ documented }) => documented)).toEqual([]);
});

test('every row of the table is about a change that is refused', () => {
  expect(NEW_OBJECTS.map(({ documented }) => documented).filter((documented) => !used.has(documented))).toEqual([]);
});

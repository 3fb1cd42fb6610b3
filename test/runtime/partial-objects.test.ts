import { checkRuntime, RUNTIME_RULES } from '../../src/runtime';
import { partialObjects } from '../partial-objects';

const nodes = [{ cpu: '2', memory: '4Gi' }];

test('the rules judge objects whose fields are missing or null', () => {
  const failed = RUNTIME_RULES.flatMap(({ refused }) => [refused].flat())
    .flatMap((object) => partialObjects(object as object))
    .flatMap((object) => checkRuntime([object], { nodes }))
    .filter(({ reason }) => reason === 'InternalError')
    .map(({ message }) => message);
  expect(new Set(failed)).toEqual(new Set());
});

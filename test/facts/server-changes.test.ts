import { hasChange } from '../../src/facts';

test('a change holds from the first version that has it', () => {
  expect([32, 33, 36].map((minor) => hasChange(minor, 'StatefulSetServiceName'))).toEqual([false, true, true]);
  expect([28, 29].map((minor) => hasChange(minor, 'DataSourceGroup'))).toEqual([false, true]);
});

import {
  containerResourceName,
  isCountedResource,
  isOvercommitAllowed,
  quotaResourceName,
  resourceName,
} from '../../src/values/resource-names';

const STANDARD = 'must be a standard resource type or fully qualified';

test.each(['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu'])(
  'a container may ask for %s',
  (name) => {
    expect(containerResourceName(name)).toEqual([]);
  },
);

test.each([
  ['storage', ['must be a standard resource for containers']],
  ['gpu', [STANDARD, 'must be a standard resource for containers']],
  ['requests.example.com/gpu', ["doesn't follow extended resource name standard"]],
])('a container may not ask for %s', (name, problems) => {
  expect(containerResourceName(name)).toEqual(problems);
});

test.each(['pods', 'requests.storage', 'count/deployments.apps', 'requests.hugepages-1Gi', 'services.nodeports'])(
  'a quota may limit %s',
  (name) => {
    expect(quotaResourceName(name)).toEqual([]);
  },
);

test.each([
  ['storage', ['must be a standard resource for quota']],
  ['deployments', [STANDARD, 'must be a standard resource for quota']],
])('a quota may not limit %s', (name, problems) => {
  expect(quotaResourceName(name)).toEqual(problems);
});

test('an invalid name is reported once', () => {
  expect(resourceName('a b')).toHaveLength(1);
});

test('what can be shared, and what is counted', () => {
  expect(['cpu', 'hugepages-2Mi', 'nvidia.com/gpu'].map(isOvercommitAllowed)).toEqual([true, false, false]);
  expect(['pods', 'cpu', 'nvidia.com/gpu'].map(isCountedResource)).toEqual([true, false, true]);
});

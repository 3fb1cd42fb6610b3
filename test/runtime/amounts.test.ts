import { checkRuntime } from '../../src/runtime';
import { deployment, pod } from '../../src/runtime/examples';

const found = (resources: object) =>
  checkRuntime([pod({ resources })]).map(
    ({ severity, path, message, hint }) => `${severity} ${path}: ${message}; ${hint}`,
  );
const REQUESTS = 'spec.containers[0].resources.requests[cpu]';
const LIMITS = 'spec.containers[0].resources.limits';

test('cores that no node has are an error where the pod requests them', () => {
  expect(found({ requests: { cpu: '500M' } })).toEqual([
    `error ${REQUESTS}: "500M" is 500 million cores, more than any node has; use "500m" for thousandths of a core`,
  ]);
  expect(found({ limits: { cpu: '2G' } })).toEqual([
    `error ${LIMITS}[cpu]: "2G" is 2 billion cores, more than any node has; use "2m" for thousandths of a core`,
  ]);
  expect(found({ requests: { cpu: '100m' }, limits: { cpu: '500k' } })).toEqual([
    `warning ${LIMITS}[cpu]: "500k" is 500 thousand cores, more than any node has; use "500m" for thousandths of a core`,
  ]);
  expect(found({ requests: { cpu: 20000 } })).toEqual([
    `error ${REQUESTS}: "20000" is 20000 cores, more than any node has; use "20000m" for thousandths of a core`,
  ]);
  expect(found({ requests: { cpu: '2e6' } })).toEqual([
    `error ${REQUESTS}: "2e6" is many cores, more than any node has; use "500m" for half a core`,
  ]);
});

test('pods of workloads are checked too', () => {
  expect(checkRuntime([deployment({ resources: { requests: { cpu: '1M' } } })]).map(({ path }) => path)).toEqual([
    'spec.template.spec.containers[0].resources.requests[cpu]',
  ]);
});

test('a memory limit without a unit is a number of bytes', () => {
  expect(found({ limits: { memory: 512 } })).toEqual([
    `warning ${LIMITS}[memory]: "512" is 512 bytes, in which no container starts; use "512Mi"`,
  ]);
  expect(found({ limits: { memory: '256k' } })).toEqual([
    `warning ${LIMITS}[memory]: "256k" is less than 1 MiB, in which no container starts; use "256Mi"`,
  ]);
});

test('usual amounts, none, and parts of a byte, about which the server warns, are not reported', () => {
  for (const cpu of ['500m', 2, '96', 0, '0.5', 'x']) expect(found({ requests: { cpu }, limits: { cpu } })).toEqual([]);
  for (const memory of ['256Mi', '1048576', 0, '256m', 'x', '1e9'])
    expect(found({ requests: { memory: 1 }, limits: { memory } })).toEqual([]);
});

test('a number of cores that few nodes have is likely to be one of thousandths', () => {
  expect(found({ requests: { cpu: '500' } })).toEqual([
    `warning ${REQUESTS}: "500" is 500 cores, more than most nodes have; use "500m" for thousandths of a core`,
  ]);
  // With a suffix it is meant, and below 500 there are machines for it.
  expect(found({ requests: { cpu: '500000m' } })).toEqual([]);
  expect(found({ requests: { cpu: '0.5k' } })).toEqual([]);
  expect(found({ requests: { cpu: '499' } })).toEqual([]);
});

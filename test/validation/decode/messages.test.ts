import { validate } from '../../../src/validation';

const messageOf = (object: object, kubernetesVersion: '1.28' | '1.36' = '1.36') =>
  validate([object], { kubernetesVersion }).map(({ message }) => message);

const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
const container = (fields: object) => pod({ containers: [{ name: 'web', ...fields }] });

// Answers of kube-apiserver 1.36.3, behind `Pod in version "v1" cannot be handled as a Pod: `.
test.each([
  [
    container({ image: 1 }),
    'json: cannot unmarshal number into Go struct field Container.spec.containers.image of type string',
  ],
  [
    container({ imagePullPolicy: {} }),
    'json: cannot unmarshal object into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy',
  ],
  [
    pod({ containers: {} }),
    'json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container',
  ],
  [
    pod({ terminationGracePeriodSeconds: 0.5 }),
    'json: cannot unmarshal number 0.5 into Go struct field PodSpec.spec.terminationGracePeriodSeconds of type int64',
  ],
  [
    container({ resources: { limits: { cpu: '1 core' } } }),
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  ],
  [
    container({ resources: { limits: { cpu: '1X' } } }),
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  ],
])('%#: the decoder names struct, field and type', (object, message) => {
  expect(messageOf(object)).toEqual([message]);
});

const secret = (value: unknown) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'a' },
  data: { key: value },
});

test.each([
  ['a', 0],
  ['abc', 0],
  ['====', 0],
  ['YQ=', 3],
  ['YQ==YQ==', 4],
  ['YW Jj', 2],
  ['YW\nJj!', 5],
])('base64 %j is illegal at byte %d', (text, byte) => {
  expect(messageOf(secret(text))).toEqual([`illegal base64 data at input byte ${byte}`]);
});

const taint = (timeAdded: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'a' },
  spec: { taints: [{ key: 'a', effect: 'NoSchedule', timeAdded }] },
});

test.each([
  ['noon', ' as "2006-01-02T15:04:05Z07:00": cannot parse "noon" as "2006"'],
  ['2024-1-02T15:04:05Z', ' as "2006-01-02T15:04:05Z07:00": cannot parse "1-02T15:04:05Z" as "01"'],
  ['2024-01-02', ' as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T"'],
  ['2024-13-02T15:04:05Z', ': month out of range'],
  ['2023-02-29T15:04:05Z', ': day out of range'],
  ['2024-01-02T15:04:05', ' as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"'],
  ['2024-01-02T15:04:05Zulu', ': extra text: "ulu"'],
])('time %j', (text, problem) => {
  expect(messageOf(taint(text))).toEqual([`parsing time "${text}"${problem}`]);
});

test('embedded structs are named from 1.35 on', () => {
  const object = container({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 1, key: 'a' } } }] });
  const [field, type] = ['ConfigMapKeySelector.spec.containers.env.valueFrom.configMapKeyRef', 'of type string'];
  expect(messageOf(object, '1.28')).toEqual([
    `json: cannot unmarshal number into Go struct field ${field}.name ${type}`,
  ]);
  expect(messageOf(object, '1.36')).toEqual([
    `json: cannot unmarshal number into Go struct field ${field}.LocalObjectReference.name ${type}`,
  ]);
});

test('the wrong value becomes data of the finding, but for data of Secrets', () => {
  expect(validate([container({ image: 1 })], { kubernetesVersion: '1.36' })[0]!.value).toBe(1);
  const [finding] = validate([secret('hunter2!')], { kubernetesVersion: '1.36' });
  expect(JSON.stringify(finding)).not.toContain('hunter2');
});

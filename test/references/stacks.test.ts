import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifests, external } from '../../src/check';
import { readManifests } from '../../src/reading';
import { bundledCustomResources } from '../../src/schema';

/** A small stack with one planted fault: `<<faulty|fixed>>` in its text stands for the two states. */
interface Stack {
  readonly title: string;
  /** Names of shared objects. */
  readonly use?: readonly string[];
  readonly stack: string;
  /** `severity rule Kind/name field`, counted by hand. */
  readonly faults?: readonly string[];
  /** What the fixed state reports. @default nothing */
  readonly twin?: readonly string[];
}

const FOLDER = join(__dirname, 'stacks');
const read = (text: string, name: string): any[] => readManifests(text, name).map(({ object }) => object);
const stacksOf = (file: string): Stack[] =>
  read(`items:\n${readFileSync(join(FOLDER, file), 'utf8').replaceAll(/^(?!$)/gm, '  ')}`, file)[0].items;
const [bases] = read(readFileSync(join(FOLDER, 'bases.yaml'), 'utf8'), 'bases.yaml');

function objectsOf({ use = [], stack }: Stack, state: 'faulty' | 'fixed'): any[] {
  const text = stack.replaceAll(/<<(.*?)\|(.*?)>>/g, (_, faulty, fixed) => (state === 'faulty' ? faulty : fixed));
  return [...use.map((name) => bases[name]), ...read(text, 'stack.yaml')];
}

/** Errors and warnings that are not about images or schemas, as `severity rule Kind/name field`. */
function found(objects: readonly any[], options: Parameters<typeof checkManifests>[1] = {}): string[] {
  const kinds = [
    'ScaledObject',
    'Rollout',
    'ReferenceGrant',
    'Certificate',
    'Kafka',
    'Cluster',
    'VerticalPodAutoscaler',
  ];
  return checkManifests(objects, { allowKinds: kinds, customResources: bundledCustomResources(), ...options })
    .filter(({ category }) => category === 'reference')
    .map(({ severity, rule, kind, name, path }) => `${severity} ${rule} ${kind}/${name} ${path}`);
}

const files = readdirSync(FOLDER).filter((file) => !['bases.yaml', 'families.yaml', 'clean.yaml'].includes(file));

describe.each(files)('%s', (file) => {
  test.each(stacksOf(file).map((stack) => [stack.title, stack] as const))('%s', (_, stack) => {
    expect(found(objectsOf(stack, 'faulty'))).toEqual(stack.faults);
    expect(found(objectsOf(stack, 'fixed'))).toEqual(stack.twin ?? []);
  });
});

test.each(stacksOf('families.yaml').map((stack) => [stack.title, stack] as const))('%s are warnings', (_, stack) => {
  const findings = found(objectsOf(stack, 'faulty'));
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter((line) => !line.startsWith('warning '))).toEqual([]);
});

test.each(stacksOf('clean.yaml').map((stack) => [stack.title, stack] as const))('%s is clean', (_, stack) => {
  expect(found(objectsOf(stack, 'faulty'))).toEqual([]);
});

describe('external objects', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      containers: [
        {
          name: 'web',
          image: 'web:1',
          env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
        },
      ],
    },
  };
  const other = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } };
  const NAME = 'configuration-unknown Pod/web spec.containers[0].env[0].valueFrom.secretKeyRef';

  test('are known, with the keys that they have', () => {
    expect(found([pod, other])).toEqual([`warning ${NAME}.name`]);
    expect(found([pod, other], { external: external.secret('db') })).toEqual([]);
    expect(found([pod, other], { external: [external.secret('db', { keys: ['password'] })] })).toEqual([]);
    expect(found([pod, other], { external: [external.secret('db', { keys: ['user'] })] })).toEqual([
      `error ${NAME}.key`,
    ]);
    expect(found([pod, other], { external: [external.secret('db', { namespace: 'other' })] })).toEqual([
      `warning ${NAME}.name`,
    ]);
  });

  test('warnings can be errors, and can be acknowledged with a reason', () => {
    expect(found([pod, other], { warningsAsErrors: ['configuration-unknown'] })).toEqual([`error ${NAME}.name`]);
    const acknowledgements = [{ rule: 'configuration-unknown', kind: 'Pod', name: 'web', reason: 'Vault creates it' }];
    expect(found([pod, other], { acknowledgements })).toEqual([]);
    const unused = checkManifests([other], { acknowledgements });
    expect(unused.map(({ rule, severity, name }) => `${severity} ${rule} ${name}`)).toEqual([
      'warning unused-acknowledgement web',
    ]);
    const empty = checkManifests([pod, other], { acknowledgements: [{ rule: 'configuration-unknown', reason: ' ' }] });
    expect(empty.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('error acknowledgement-without-reason');
  });
});

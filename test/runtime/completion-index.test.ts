import { checkManifests } from '../../src/check';
import { bundledCustomResources } from '../../src/schema';
import { job } from './faults/fault';

const INDEX = '$(JOB_COMPLETION_INDEX)';
const container = { name: 'seed', image: 'ghcr.io/acme/seed:1.4.2' };
const indexed = { completionMode: 'Indexed', completions: 3 };
const mounted = { volumeMounts: [{ name: 'data', mountPath: '/data', subPathExpr: INDEX }] };
const volumes = [{ name: 'data', emptyDir: {} }];

/** The three kinds with the spec of a Job. */
const KINDS: Readonly<Record<string, (spec: object, jobSpec: object) => object>> = {
  Job: job,
  CronJob: (spec, jobSpec) => ({
    ...{ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'report', namespace: 'shop' } },
    spec: { schedule: '0 3 * * *', jobTemplate: { spec: job(spec, jobSpec).spec } },
  }),
  ScaledJob: (spec, jobSpec) => ({
    ...{ apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledJob', metadata: { name: 'report', namespace: 'shop' } },
    spec: { jobTargetRef: job(spec, jobSpec).spec, triggers: [{ type: 'kafka', metadata: { topic: 'orders' } }] },
  }),
};

const found = (object: object) =>
  checkManifests([object], { references: false, allowKinds: ['ScaledJob'], customResources: bundledCustomResources() })
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, path }) => `${rule} ${path.replace(/^.*template\.spec\./, '')}`);

// addCompletionIndexEnvVariables (pkg/controller/job/indexed_job_utils.go) appends the variable to env of all containers.
describe.each(Object.entries(KINDS))('the index of a pod of a %s', (_, of) => {
  test.each<[string, object]>([
    ['args', { containers: [{ ...container, args: ['--part', INDEX] }] }],
    ['command', { containers: [{ ...container, command: ['/seed', `--part=${INDEX}`] }] }],
    [
      'args of an init container',
      { initContainers: [{ ...container, name: 'init', args: [INDEX] }], containers: [container] },
    ],
    ['subPathExpr', { containers: [{ ...container, ...mounted }], volumes }],
    [
      'env, declared before',
      {
        containers: [
          {
            ...container,
            env: [
              { name: 'JOB_COMPLETION_INDEX', value: '7' },
              { name: 'PART', value: INDEX },
            ],
          },
        ],
      },
    ],
  ])('is known in %s when it is indexed', (_where, spec) => {
    expect(found(of(spec, indexed))).toEqual([]);
  });

  test('is not known in values of env, which stand before it', () => {
    const spec = { containers: [{ ...container, env: [{ name: 'PART', value: INDEX }] }] };
    expect(found(of(spec, indexed))).toEqual(['variable-unresolved containers[0].env[0].value']);
  });

  test.each([{}, { completionMode: 'NonIndexed', completions: 3 }])('does not exist with %j', (jobSpec) => {
    const spec = { containers: [{ ...container, args: [INDEX], ...mounted }], volumes };
    expect(found(of(spec, jobSpec))).toEqual([
      'variable-unresolved containers[0].args[0]',
      'sub-path-variable-missing containers[0].volumeMounts[0].subPathExpr',
    ]);
  });
});

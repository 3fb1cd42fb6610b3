import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { k8s } from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { ConstructSelector, Mixins, PodMixin, type RenderedPod, Sidecar } from '../../src/mixins';
import { OVERLAY_TARGET, Overlay, type OverlayTarget } from '../../src/overlay';
import { Qos } from '../../src/pod';
import type { ReportIssue } from '../../src/props/props-error';
import { sourceLine } from '../overlay/source-line';

const chart = () => new Chart(new App(), 'shop');

/** Adds one environment variable to every container; says so when asked to complain. */
class Env extends PodMixin {
  public constructor(
    private readonly value: string,
    private readonly complaint?: string,
  ) {
    super(`Env ${value}`);
  }
  protected amendPod({ podSpec }: RenderedPod): void {
    for (const container of podSpec.containers) {
      container.env = [...(container.env ?? []), { name: 'V', value: this.value }];
    }
  }
  protected checkPod({ podSpec }: RenderedPod, reportIssue: ReportIssue): void {
    if (this.complaint !== undefined) reportIssue(`${podSpec.containers[0]!.name}.env`, this.complaint, 'do not');
  }
}

const podSpec = { containers: [{ name: 'main', image: 'a:1' }] };
const template = { metadata: { labels: { app: 'a' } }, spec: podSpec };
const selector = { matchLabels: { app: 'a' } };

class Pair extends Construct implements OverlayTarget<'Deployment'> {
  public readonly deployment = new kplus.Deployment(this, 'deployment', { containers: [{ image: 'a:1' }] });
  public readonly service = new kplus.Service(this, 'service', { ports: [{ port: 80 }] });
  public get [OVERLAY_TARGET]() {
    return { kind: 'Deployment', construct: this.deployment } as const;
  }
}

const raw = (apiVersion: string, kind: string, fields: object) => (scope: Construct) =>
  new ApiObject(scope, 'raw', { apiVersion, kind, ...fields });

const carriers: readonly [string, (scope: Construct) => Construct, (manifest: any) => any][] = [
  ['one of our patterns', (scope) => new Pair(scope, 'p'), (m) => m.spec.template.spec],
  [
    'kplus.Deployment',
    (s) => new kplus.Deployment(s, 'w', { containers: [{ image: 'a:1' }] }),
    (m) => m.spec.template.spec,
  ],
  [
    'kplus.DaemonSet',
    (s) => new kplus.DaemonSet(s, 'w', { containers: [{ image: 'a:1' }] }),
    (m) => m.spec.template.spec,
  ],
  ['kplus.Job', (s) => new kplus.Job(s, 'w', { containers: [{ image: 'a:1' }] }), (m) => m.spec.template.spec],
  ['kplus.Pod', (s) => new kplus.Pod(s, 'w', { containers: [{ image: 'a:1' }] }), (m) => m.spec],
  [
    'L1 StatefulSet',
    (s) => new k8s.KubeStatefulSet(s, 'w', { spec: { selector, template, serviceName: 'w' } }),
    (m) => m.spec.template.spec,
  ],
  [
    'L1 CronJob',
    (s) => new k8s.KubeCronJob(s, 'w', { spec: { schedule: '* * * * *', jobTemplate: { spec: { template } } } }),
    (m) => m.spec.jobTemplate.spec.template.spec,
  ],
  ['raw Pod', raw('v1', 'Pod', { spec: podSpec }), (m) => m.spec],
  ['raw ReplicaSet', raw('apps/v1', 'ReplicaSet', { spec: { selector, template } }), (m) => m.spec.template.spec],
  [
    'raw ReplicationController',
    raw('v1', 'ReplicationController', { spec: { template } }),
    (m) => m.spec.template.spec,
  ],
  ['raw PodTemplate', raw('v1', 'PodTemplate', { template }), (m) => m.template.spec],
];

test.each(carriers)('%s: applied once, to itself or from above', (_, make, spec) => {
  for (const onTree of [true, false]) {
    const scope = chart();
    const target = make(scope);
    expect(new Env('asked').supports(target)).toBe(true);
    (onTree ? scope : target).with(new Env('1'), new Env('2'));
    expect(spec(Testing.synth(scope)[0]).containers[0].env.filter(({ name }: any) => name === 'V')).toEqual([
      { name: 'V', value: '1' },
      { name: 'V', value: '2' },
    ]);
  }
});

test.each([
  ['a Service', (s: Construct) => new kplus.Service(s, 'w', { ports: [{ port: 80 }] })],
  ['a chart', (s: Construct) => s],
  ['a custom resource called Deployment', raw('example.com/v1', 'Deployment', {})],
])('%s is not supported', (_, make) => {
  const target = make(chart());
  expect(new Env('1').supports(target)).toBe(false);
  expect(() => new Env('1').applyTo(target)).toThrow('Env 1 expected a construct with a pod');
});

test('a mixin that matched nothing is reported with the line that applied it', () => {
  const scope = chart();
  new kplus.ConfigMap(scope, 'config');
  const line = sourceLine() + 1;
  scope.with(new Env('1'));
  expect(() => Testing.synth(scope)).toThrow(
    new RegExp(`\\[shop\\] Env 1 was applied at .*pod-mixin\\.test\\.ts:${line}:\\d+ but did not match any`),
  );
});

test('so is an overlay, and the second of two walks of one mixin', () => {
  const scope = chart();
  new kplus.Pod(scope, 'pod', { containers: [{ image: 'a:1' }] });
  const config = new kplus.ConfigMap(scope, 'config');
  const env = new Env('1');
  scope.with(env);
  config.with(env);
  scope.with(new Overlay({ kind: 'StatefulSet' }));
  expect(scope.node.findAll().flatMap((construct) => construct.node.validate())).toEqual([
    expect.stringContaining('Overlay of StatefulSet was applied at'),
    expect.stringContaining('Env 1 was applied at'),
  ]);
});

test('so it is with short stack traces, and in a nested walk', () => {
  const scope = chart();
  const { stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 2;
    scope.with({ supports: (construct) => construct === scope, applyTo: () => void scope.with(new Env('1')) });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  expect(scope.node.validate()).toEqual([expect.stringContaining('Env 1 was applied at')]);
});

test('a mixin that refuses its target is reported for that alone', () => {
  const scope = chart();
  new kplus.Pod(scope, 'pod', { containers: [{ image: 'a:1' }] });
  class Refusing extends Env {
    protected override checkTarget(_target: ApiObject, reportIssue: ReportIssue) {
      reportIssue('target', 'refused');
    }
  }
  expect(() => scope.with(new Refusing('1'))).toThrow('refused');
  expect(scope.node.validate()).toEqual([]);
});

test('merely asking a mixin is not applying it', () => {
  const scope = chart();
  expect(new Env('1').supports(scope)).toBe(false);
  expect(scope.node.validate()).toEqual([]);
});

test('the problems of all mixins and objects are reported together, with construct path and line', () => {
  const scope = chart();
  new kplus.Pod(scope, 'a', { containers: [{ image: 'a:1' }] });
  new kplus.Pod(scope, 'b', { containers: [{ image: 'a:1' }] });
  const mixins = [new Env('1', 'must go'), new Env('2', 'must go too')];
  const line = sourceLine() + 1;
  scope.with(...mixins);
  const at = (label: string) => `${label} at .*pod-mixin\\.test\\.ts:${line}:\\d+: main\\.env: must go`;
  const expected = ['a', 'b'].map(
    (id) =>
      `\\[shop/${id}/Resource\\] ${at('Env 1')} \\(do not\\)\\s+\\[shop/${id}/Resource\\] ${at('Env 2')} too \\(do not\\)`,
  );
  expect(() => Testing.synth(scope)).toThrow(new RegExp(expected.join('\\s+')));
});

test('a mixin that selects inside of another one is not reported as unmatched', () => {
  const scope = chart();
  new kplus.Pod(scope, 'pod', { containers: [{ image: 'a:1' }] });
  new kplus.Service(scope, 'service', { ports: [{ port: 80 }] });
  const selector = ConstructSelector.byKind('Service', 'Pod');
  const composite = {
    supports: (construct: IConstruct) => construct === scope,
    applyTo: (construct: IConstruct) => void Mixins.of(construct, selector).apply(new Env('1')),
  };
  scope.with(composite);
  expect(scope.node.findAll().flatMap((construct) => construct.node.validate())).toEqual([]);
});

test('a pod without metadata gets none that is empty', () => {
  const scope = chart();
  const pod = raw('apps/v1', 'Deployment', { spec: { template: { spec: podSpec } } })(scope);
  pod.with(new Sidecar('side', { image: 'a:1', qos: Qos.bestEffort() }));
  expect(Testing.synth(scope)[0].spec.template).not.toHaveProperty('metadata');
});

test('a spread cdk8s-plus workload has its terms once, however often it is rendered', () => {
  const scope = chart();
  const pod = new kplus.Deployment(scope, 'a', { spread: true, containers: [{ image: 'a:1' }] });
  pod.with(new Env('1'));
  for (const _ of [1, 2, 3]) {
    const { podAntiAffinity } = Testing.synth(scope)[0].spec.template.spec.affinity;
    const terms: { topologyKey: string }[] = podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(terms.map(({ topologyKey }) => topologyKey)).toEqual([
      'kubernetes.io/hostname',
      'topology.kubernetes.io/zone',
    ]);
  }
});

import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ConstructSelector, Mixins, PodMixin, type RenderedPod } from '../../src/mixins';
import { Overlay } from '../../src/overlay';

class Mark extends PodMixin {
  public constructor() {
    super('Mark');
  }
  protected amendPod({ podMetadata }: RenderedPod): void {
    podMetadata.annotations = { ...podMetadata.annotations, marked: 'yes' };
  }
}

function tree() {
  const chart = new Chart(new App(), 'shop');
  const containers = [{ image: 'a:1' }];
  new kplus.Deployment(chart, 'web-a', { containers, metadata: { name: 'web-a', labels: { tier: 'front' } } });
  new kplus.Deployment(chart, 'web-b', { containers, metadata: { name: 'web-b', labels: { tier: 'back' } } });
  new kplus.StatefulSet(chart, 'data', {
    containers,
    metadata: { name: 'data' },
    service: new kplus.Service(chart, 'service', { ports: [{ port: 80 }], metadata: { name: 'service' } }),
  });
  return chart;
}

const marked = (chart: Chart) =>
  Testing.synth(chart)
    .filter((manifest) => manifest.spec.template?.metadata.annotations?.marked === 'yes')
    .map((manifest) => manifest.metadata.name);

test.each([
  ['everything', undefined, ['web-a', 'web-b', 'data']],
  ['by id', ConstructSelector.byId('web-*'), ['web-a', 'web-b']],
  ['by one letter of the id', ConstructSelector.byId('web-?'), ['web-a', 'web-b']],
  ['by path', ConstructSelector.byPath('shop/*-b/**'), ['web-b']],
  ['by kind', ConstructSelector.byKind('StatefulSet', 'DaemonSet'), ['data']],
  ['by label', ConstructSelector.byLabel({ tier: 'front' }), ['web-a']],
  ['by predicate', ConstructSelector.where(({ node }) => node.id === 'data'), ['data']],
])('%s', (_, selector, names) => {
  const chart = tree();
  const applicator = Mixins.of(chart, selector).requireAny().apply(new Mark());
  expect(marked(chart)).toEqual(names);
  expect(applicator.report.length).toBeGreaterThanOrEqual(names.length);
});

test('a dot in a pattern is a dot', () => {
  expect(Mixins.of(tree(), ConstructSelector.byId('web.a')).selectedConstructs).toEqual([]);
});

test('an overlay finds its object from the construct that stands for it', () => {
  const chart = tree();
  Mixins.of(chart, ConstructSelector.byId('web-a')).apply(new Overlay({ kind: 'Deployment', spec: { paused: true } }));
  expect(Testing.synth(chart).map((manifest) => manifest.spec.paused)).toEqual([true, undefined, undefined, undefined]);
});

test('requireAny wants one, requireAll wants every selected construct', () => {
  const chart = tree();
  const services = ConstructSelector.byKind('Service');
  expect(() => Mixins.of(chart, services).requireAny().apply(new Mark())).toThrow(
    'shop: Mark not supported by any of the 1 selected constructs',
  );
  expect(() =>
    Mixins.of(chart, ConstructSelector.byKind('Service', 'Deployment')).requireAll().apply(new Mark()),
  ).toThrow('shop: Mark not supported by shop/service/Resource');
  expect(() => Mixins.of(chart, ConstructSelector.byKind('Deployment')).requireAll().apply(new Mark())).not.toThrow();
});

test('a selection that matched nothing is reported at synthesis', () => {
  const chart = tree();
  Mixins.of(chart, ConstructSelector.onlyItself()).apply(new Mark());
  expect(() => Testing.synth(chart)).toThrow(
    /\[shop\] Mark was applied at test\/mixins\/mixins\.test\.ts:\d+:\d+ but did not match any supported construct in scope/,
  );
});

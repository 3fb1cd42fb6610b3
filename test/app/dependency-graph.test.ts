import { ApiObject, App, Chart } from 'cdk8s';
import { Construct, DependencyGroup } from 'constructs';
import * as fc from 'fast-check';
import { dependenciesOf, orderObjects } from '../../src/app/dependency-graph';

/** A chart with constructs `a`, `b`, … of three objects each, `a0` to `a2`, and an inner construct `a/in` with `a2`. */
function tree(letters: string) {
  const chart = new Chart(new App(), 'chart');
  const byName: Record<string, Construct> = { chart };
  const objects: ApiObject[] = [];
  const add = (scope: Construct, id: string) => {
    const object = new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
    byName[id] = object;
    objects.push(object);
  };
  for (const letter of letters) {
    const construct = new Construct(chart, letter);
    const inner = new Construct(construct, 'in');
    byName[letter] = construct;
    byName[`${letter}in`] = inner;
    add(construct, `${letter}0`);
    add(construct, `${letter}1`);
    add(inner, `${letter}2`);
  }
  const order = () => {
    const root = chart.node.root;
    const result = orderObjects(root, objects, dependenciesOf(root.node.findAll()));
    return 'cycle' in result
      ? result.cycle.map(({ source, target }) => `${source.node.path} ${target.node.path}`)
      : result.objects.map(({ name }) => name).join(' ');
  };
  return { byName, order };
}

test('without dependencies the order is the one given', () => {
  expect(tree('ab').order()).toBe('a0 a1 a2 b0 b1 b2');
});

test('a dependency between constructs holds for all objects below them', () => {
  const { byName, order } = tree('abc');
  byName.a!.node.addDependency(byName.c!);
  expect(order()).toBe('b0 b1 b2 c0 c1 c2 a0 a1 a2');
});

test('a dependency on one object, and through a group', () => {
  const { byName, order } = tree('ab');
  byName.a1!.node.addDependency(new DependencyGroup(byName.b2!, byName.b0!));
  expect(order()).toBe('a0 a2 b0 b1 b2 a1');
});

test('a whole may depend on a part of itself, and a part on the whole', () => {
  const whole = tree('ab');
  whole.byName.chart!.node.addDependency(whole.byName.bin!);
  expect(whole.order()).toBe('b2 a0 a1 a2 b0 b1');
  const part = tree('ab');
  part.byName.ain!.node.addDependency(part.byName.chart!);
  expect(part.order()).toBe('a0 a1 b0 b1 b2 a2');
});

test('a circle is named by the dependencies that make it', () => {
  const { byName, order } = tree('abcd');
  byName.d!.node.addDependency(byName.a!);
  byName.a!.node.addDependency(byName.b0!);
  byName.b!.node.addDependency(byName.ain!);
  expect((order() as string[]).sort()).toEqual(['chart/a chart/b/b0', 'chart/b chart/a/in']);
});

test('a construct that depends on itself waits for nothing', () => {
  const { byName, order } = tree('a');
  byName.a!.node.addDependency(byName.a!);
  expect(order()).toBe('a0 a1 a2');
});

test('any dependencies from later to earlier constructs are honored', () => {
  const letters = 'abcdefgh';
  const pairs = fc.array(
    fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom('', '0', '1', 'in'), fc.constantFrom('', '0', 'in')),
  );
  fc.assert(
    fc.property(pairs, (dependencies) => {
      const { byName, order } = tree(letters);
      const forward = dependencies.filter(([source, target]) => source < target);
      for (const [source, target, of, on] of forward) {
        byName[letters[source] + of]!.node.addDependency(byName[letters[target] + on]!);
      }
      const names = (order() as string).split(' ');
      const within = (letter: string, part: string) =>
        part === '' ? ['0', '1', '2'].map((n) => letter + n) : [letter + (part === 'in' ? '2' : part)];
      for (const [source, target, of, on] of forward) {
        for (const later of within(letters[source]!, of)) {
          for (const earlier of within(letters[target]!, on)) {
            expect(names.indexOf(earlier)).toBeLessThan(names.indexOf(later));
          }
        }
      }
    }),
  );
});

test('a chain of 20,000 objects, and 200 charts of 100 objects that all depend on the one before, end in time', () => {
  const chain = new Chart(new App(), 'chain');
  const object = (scope: Construct, index: number) =>
    new ApiObject(scope, `o${index}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `o${index}` } });
  const links = Array.from({ length: 20_000 }, (_, index) => object(chain, index));
  links.slice(1).forEach((link, index) => {
    links[index]!.addDependency(link);
  });
  const app = new App();
  const charts = Array.from({ length: 200 }, (_, index) => new Chart(app, `c${index}`));
  const objects = charts.flatMap((chart) => Array.from({ length: 100 }, (_, index) => object(chart, index)));
  charts.slice(1).forEach((chart, index) => {
    charts[index]!.addDependency(chart);
  });
  const chained = orderObjects(chain, links, dependenciesOf(chain.node.findAll()));
  const layered = orderObjects(app, objects, dependenciesOf(app.node.findAll()));
  expect('objects' in chained && chained.objects[0]).toBe(links.at(-1));
  expect('objects' in layered && layered.objects[0]!.chart).toBe(charts.at(-1));
});

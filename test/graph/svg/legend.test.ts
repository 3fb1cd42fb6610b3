import { formatGraph, graphOf } from '../../../src/graph';
import { deployment, object, pods, policy, SHOP } from '../stacks';

/** A reference to a Secret that is not there, beside one that is. */
const BAD = [deployment('web', {}, { envFrom: [{ secretRef: { name: 'login' } }] }), object('v1', 'Secret', 'other')];

/** The texts of the legend of a picture alone. */
function legendOf(objects: readonly object[]): string[] {
  const text = formatGraph(graphOf(objects), 'svg');
  return [...text.matchAll(/<text class="key"[^>]*>(.*?)<\/text>/g)].map(([, words]) => words!);
}

test('a picture alone has a legend of the arrows that are in it', () => {
  expect(legendOf(SHOP)).toEqual(['refers to', 'selects by labels']);
  expect(legendOf(BAD)).toEqual(['unresolved', 'not in the input']);
  const denied = policy('db', { policyTypes: ['Ingress'], ingress: [{ from: [pods('web')] }] });
  const closed = policy('web', { policyTypes: ['Egress'] });
  const both = [deployment('web'), deployment('db'), denied];
  expect(legendOf(both)).toEqual(['selects by labels', 'connection allowed by policies']);
  expect(legendOf([...both, closed])).toEqual(['selects by labels', 'connection denied']);
  expect(legendOf([object('v1', 'ConfigMap', 'a')])).toEqual([]);
});

test('the legend is inside of the picture, however narrow that is', () => {
  const text = formatGraph(graphOf(SHOP.filter(({ kind }) => kind !== 'Ingress').slice(1)), 'svg');
  const [width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(text)!.slice(1).map(Number) as [number, number];
  for (const [, x, y, words] of text.matchAll(/<text class="key" x="([\d.]+)" y="([\d.]+)">(.*?)</g)) {
    expect(Number(x) + words!.length * 0.61 * 11).toBeLessThanOrEqual(width);
    expect(Number(y)).toBeLessThan(height);
  }
});

test('red is not the only sign of what is unresolved: its arrows end at a cross', () => {
  for (const format of ['svg', 'html'] as const) {
    const text = formatGraph(graphOf(BAD), format);
    expect(text).toMatch(/class="edge reference bad"[^>]*>.*?marker-end="url\(#tip-bad\)"/);
    expect(text).toMatch(/<marker id="tip-bad"[^>]*><path class="tip-bad" d="M1 1 7 7M7 1 1 7"\/>/);
  }
});

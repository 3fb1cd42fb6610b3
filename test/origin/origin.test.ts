import { relative } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, Node } from 'constructs';
import { captureOrigin, originOf, RecordedConstruct, recordOriginsBelow } from '../../src/origin';

const here = relative(process.cwd(), __filename);

/** Line and column of a marker in this file, as an editor counts them. */
function at(origin: { file: string; line: number; column: number } | undefined): string | undefined {
  return origin && `${relative(process.cwd(), origin.file)}:${origin.line}:${origin.column}`;
}

class Shop extends Construct {
  public readonly deployment: kplus.Deployment;
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deployment = new kplus.Deployment(this, 'web', { containers: [{ image: 'shop:1' }] });
  }
}

class Mall extends Shop {}

/** The line that calls it, from 1. */
const line = () => Number(/origin\.test\.ts:(\d+)/.exec(new Error().stack!.split('\n')[2]!)![1]);

const { addChild } = Node.prototype as unknown as { addChild: unknown };
const early = new Shop(new Chart(new App(), 'chart'), 'early');

const app = new App();
recordOriginsBelow(app);
const [shop, shopLine] = [new Shop(new Chart(app, 'chart'), 'shop'), line()];

test('a construct has the line that created it', () => {
  expect(at(originOf(shop))).toBe(`${here}:${shopLine}:27`);
  expect(at(originOf(shop.node.scope!))).toBe(`${here}:${shopLine}:36`);
});

test('of a class of the user, the line that says new, not the one that says super', () => {
  const [mall, mallLine] = [new Mall(shop, 'mall'), line()];
  expect(at(originOf(mall))).toBe(`${here}:${mallLine}:29`);
});

test('what a library makes has the line that called the library', () => {
  expect(at(originOf(shop.deployment))).toBe(`${here}:18:23`);
  expect(at(originOf(ApiObject.of(shop.deployment)))).toBe(`${here}:18:23`);
});

test('only the tree of a root that requests it is recorded, from then on', () => {
  const root = new App();
  const before = new Chart(root, 'before');
  expect(originOf(before)).toBeUndefined();
  const [rootLine] = [line(), recordOriginsBelow(root)];
  const [after, afterLine] = [new Chart(root, 'after'), line()];
  expect(at(originOf(root))).toMatch(`${here}:${rootLine}:`);
  expect(at(originOf(after))).toMatch(`${here}:${afterLine}:`);
  // What was there before has the line of its parent.
  expect(at(originOf(before))).toBe(at(originOf(root)));
  expect(originOf(new Chart(new App(), 'other'))).toBeUndefined();
  expect(originOf(early.deployment)).toBeUndefined();
});

test('a construct of this package knows its line in a tree that records none', () => {
  class Claim extends RecordedConstruct {}
  const [claim, claimLine] = [new Claim(new Chart(new App(), 'chart'), 'claim'), line()];
  const child = new Construct(claim, 'child');
  expect(at(originOf(child))).toMatch(`${here}:${claimLine}:`);
});

test('importing the module changes nothing of constructs, and a second root hooks in no second time', () => {
  const prototype = Node.prototype as unknown as { addChild: unknown };
  const hooked = prototype.addChild;
  expect(addChild).not.toBe(hooked);
  recordOriginsBelow(new App());
  expect(prototype.addChild).toBe(hooked);
});

test('an origin is a plain value when it is copied, and the same for the same line', () => {
  const [origins, originLine] = [[1, 2].map(() => captureOrigin()), line()];
  expect(origins[0]).toBe(origins[1]);
  expect({ ...origins[0] }).toEqual({ file: __filename, line: originLine, column: expect.any(Number) });
});

test('the stack trace hook and limit of others are as before', () => {
  const { stackTraceLimit, prepareStackTrace } = Error;
  captureOrigin();
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  expect(Error.prepareStackTrace).toBe(prepareStackTrace);
});

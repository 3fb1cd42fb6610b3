import { relative } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { captureOrigin, originOf, recordOriginOf, recordOrigins } from '../../src/origin';

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

const shop = new Shop(new Chart(new App(), 'chart'), 'shop');

test('a construct has the line that created it', () => {
  expect(at(originOf(shop))).toBe(`${here}:24:14`);
  expect(at(originOf(shop.node.scope!))).toBe(`${here}:24:23`);
});

test('of a class of the user, the line that says new, not the one that says super', () => {
  const mall = new Mall(shop, 'mall');
  expect(at(originOf(mall))).toBe(`${here}:32:16`);
});

test('what a library makes has the line that called the library', () => {
  expect(at(originOf(shop.deployment))).toBe(`${here}:18:23`);
  expect(at(originOf(ApiObject.of(shop.deployment)))).toBe(`${here}:18:23`);
});

test('a root has an origin when it asks for one, and children without one have their parent’s', () => {
  const root = new App();
  expect(originOf(root)).toBeUndefined();
  recordOriginOf(root);
  expect(at(originOf(root))).toMatch(`${here}:44:`);
});

test('recording twice patches once', () => {
  const { Node } = require('constructs');
  const { addChild } = Node.prototype;
  recordOrigins();
  expect(Node.prototype.addChild).toBe(addChild);
});

test('an origin is a plain value to whoever copies it, and the same for the same line', () => {
  const origins = [1, 2].map(() => captureOrigin());
  expect(origins[0]).toBe(origins[1]);
  expect({ ...origins[0] }).toEqual({ file: __filename, line: 56, column: expect.any(Number) });
});

test('the stack trace hook and limit of others are as before', () => {
  const { stackTraceLimit, prepareStackTrace } = Error;
  captureOrigin();
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  expect(Error.prepareStackTrace).toBe(prepareStackTrace);
});

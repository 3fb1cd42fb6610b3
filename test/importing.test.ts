import { App, Chart } from 'cdk8s';
import { Construct, Node } from 'constructs';

/** What importing could change for others: what classes and globals hold, and who listens to the process. */
function surroundings() {
  const properties = [
    Node,
    Node.prototype,
    Construct.prototype,
    App.prototype,
    Chart.prototype,
    Error,
    Error.prototype,
  ].map((host) => Object.getOwnPropertyDescriptors(host));
  return {
    properties,
    symbols: Object.getOwnPropertySymbols(globalThis),
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    listeners: process.eventNames().map((name) => [name, process.listenerCount(name as string)]),
  };
}

test('importing the package and its testing kit changes nothing outside of them', () => {
  const before = surroundings();
  require('../src');
  require('../src/testing');
  expect(surroundings()).toEqual(before);
});

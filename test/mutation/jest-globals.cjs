/**
 * Gives mocha the globals of jest that the tests use, so that the same files run under both. mocha loads this file with
 * `require`, and sets `it` and `describe` afterwards, once for each file.
 */
const { expect } = require('expect');
const { bind } = require('jest-each');

const test = (title, body) => globalThis.it(title, body);
globalThis.expect = expect;
globalThis.test = Object.assign(test, { each: bind(test, false) });

let describe;
Object.defineProperty(globalThis, 'describe', {
  configurable: true,
  get: () => describe,
  set: (suite) => {
    describe = Object.assign(suite, { each: bind(suite, false) });
  },
});

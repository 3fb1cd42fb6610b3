import { createRequire } from 'node:module';
import { App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';
import * as kit from 'cdk8s-patterns/testing';

/** The same pod from an ES module and from CommonJS. */
const require = createRequire(import.meta.url);
const required = require('cdk8s-patterns');

export function charts() {
  return [
    { Pod, Qos },
    { Pod: required.Pod, Qos: required.Qos },
  ].map((patterns) => {
    const chart = new Chart(new App(), 'shop');
    new patterns.Pod(chart, 'web', { image: 'web:1.0', qos: patterns.Qos.bestEffort() });
    return chart;
  });
}

export { kit };

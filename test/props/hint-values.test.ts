import { App, Chart } from 'cdk8s';
import { CronJob, Qos, Worker } from '../../src';
import type { PropsError } from '../../src/props';

const image = 'ghcr.io/acme/shop:1.4.2';
const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });

function hintsOf(make: (chart: Chart) => unknown): readonly (string | undefined)[] {
  try {
    make(new Chart(new App(), 'c'));
    return [];
  } catch (error) {
    return (error as PropsError).issues.map(({ hint }) => hint);
  }
}

// A hint that is followed must not be rejected: the value has the type that its place takes.
test.each<[string, object, string]>([
  ['the text of a number in a factory', { replicas: '2' }, 'use scaling: Scaling.fixed(2)'],
  ['a number in a factory', { replicas: 2 }, 'use scaling: Scaling.fixed(2)'],
  ['text that is no number in a factory of numbers', { replicas: 'many' }, 'use scaling: Scaling.fixed(…)'],
  ['the text of a number of another prop', { copies: ' 3 ' }, 'use scaling: Scaling.fixed(3)'],
  ['in the options of a factory', { minReplicas: '3' }, 'use scaling: Scaling.onCpu({ min: 3, max: 8, percent: 80 })'],
  ['in an object', { uid: '1000' }, 'use security: { runAsUser: 1000 }'],
  ['the text of seconds', { terminationGracePeriodSeconds: '30' }, 'use terminationGracePeriod: Duration.seconds(30)'],
  ['a number for a Duration', { gracePeriod: 30 }, 'use terminationGracePeriod: Duration.seconds(30)'],
  ['a number or a percentage', { maxUnavailable: '1' }, 'use rollout: { maxUnavailable: 1 }'],
  ['a percentage', { maxSurge: '25%' }, 'use rollout: { maxSurge: "25%" }'],
  ['a number for text', { fullname: 5 }, 'use name: "5"'],
  ['the text of a number for a class', { scaling: '3' }, 'use Scaling.fixed(3)'],
  ['the text of seconds for a class', { terminationGracePeriod: '45' }, 'use Duration.seconds(45) of cdk8s'],
])('%s', (_, given, hint) => {
  expect(hintsOf((chart) => new Worker(chart, 'w', { image, qos, ...given } as never))).toEqual([hint]);
});

test('the text of a number for a prop that takes a number', () => {
  const given = { image, qos, schedule: '0 3 * * *', retries: '4' };
  expect(hintsOf((chart) => new CronJob(chart, 'j', given as never))).toEqual(['use backoffLimit: 4']);
});

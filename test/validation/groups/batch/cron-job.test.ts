import { validate } from '../../../../src/validation';

function hints(spec: object): (string | undefined)[] {
  const jobTemplate = {
    spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36' }] } } },
  };
  const cronJob = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'report' },
    spec: { jobTemplate, ...spec },
  };
  return validate([cronJob], { kubernetesVersion: '1.36' }).map(({ hint }) => hint);
}

/** What other crons accept, by the schedules in their manuals. */
test.each<[string, string | undefined]>([
  ['0 0 3 * * *', 'there is no field for seconds'],
  ['  0 0 3  *  * * ', 'there is no field for seconds'],
  ['0 3 * * 7', 'Sunday is 0'],
  [' 0  3 * * 5-7', 'Sunday is 0'],
  ['7 3 * 13 *', 'use month: 1-12 or JAN-DEC'],
  ['0 3 * 7', 'use five fields: minute, hour, day of month, month, day of week'],
  ['0 3 L * *', 'L, W and # are not known here'],
  ['0 3 15W * *', 'L, W and # are not known here'],
  ['0 3 * * 1#2', 'L, W and # are not known here'],
  ['0 3 * * x', 'use day of week: 0-6 or SUN-SAT'],
  ['0 3 * * WEDN', 'use day of week: 0-6 or SUN-SAT'],
  ['@every 5', 'use numbers with units: @every 5m, @every 1h30m'],
  ['@dayly', 'did you mean "@daily"?'],
])('the schedule %j gets the hint %j', (schedule, hint) => {
  expect(hints({ schedule })).toEqual([hint]);
});

test.each<[string, string | undefined]>([
  ['Europe/Berlim', 'did you mean "Europe/Berlin"?'],
  ['Nowhere/Near-to-it', undefined],
])('the time zone %j gets the hint %j', (timeZone, hint) => {
  expect(hints({ schedule: '0 3 * * *', timeZone })).toEqual([hint]);
});

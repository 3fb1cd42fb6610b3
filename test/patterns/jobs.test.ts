import { Duration } from 'cdk8s';
import { CronJob, type CronJobProps, Job, type JobProps } from '../../src/patterns';
import { Qos } from '../../src/pod';
import { manifestsOf, refusal, rendered, testChart } from './render';

const least = { image: 'perl:5.34.0', qos: Qos.guaranteed({ cpu: '1', memory: '64Mi' }) };
const job = (props: Partial<JobProps>) =>
  rendered((chart) => new Job(chart, 'pi', { ...least, ...props }))['Job/pi'].spec;
const cronJob = (props: Partial<CronJobProps>) =>
  rendered((chart) => new CronJob(chart, 'report', { ...least, schedule: '* * * * *', ...props }))['CronJob/report'];

describe('Job', () => {
  test('the least one is deleted a day after its end, and its pods are not restarted', () => {
    const { template, ...spec } = job({});
    expect(spec).toEqual({ ttlSecondsAfterFinished: 86400 });
    expect(template.spec.restartPolicy).toBe('Never');
    expect(template.metadata.labels).not.toHaveProperty('cdk8s.io/metadata.addr');
  });

  test('all figures', () => {
    const { template, ...spec } = job({
      completions: 6,
      parallelism: 2,
      indexed: true,
      backoffLimit: 4,
      activeDeadline: Duration.minutes(5),
      suspend: true,
      ttlAfterFinished: false,
      podFailurePolicy: [
        { action: 'FailJob', exitCodes: { operator: 'In', values: [42, 3], container: 'pi' } },
        { action: 'Ignore', conditions: [{ type: 'DisruptionTarget' }] },
      ],
    });
    expect(template.spec).not.toHaveProperty('activeDeadlineSeconds');
    expect(spec).toEqual({
      completions: 6,
      parallelism: 2,
      completionMode: 'Indexed',
      backoffLimit: 4,
      activeDeadlineSeconds: 300,
      suspend: true,
      podFailurePolicy: {
        rules: [
          { action: 'FailJob', onExitCodes: { operator: 'In', values: [3, 42], containerName: 'pi' } },
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        ],
      },
    });
  });

  test.each<[string, Partial<JobProps>, string]>([
    [
      'a restart policy that Jobs do not have',
      { restartPolicy: 'Always' as 'Never' },
      'restartPolicy: must be one of "Never", "OnFailure", got "Always"',
    ],
    ['an indexed Job without completions', { indexed: true }, 'completions: is required for an indexed Job'],
    ['negative parallelism', { parallelism: -1 }, 'parallelism: must be an integer, 0 or more, got -1'],
    [
      'a failure policy with restarts',
      { restartPolicy: 'OnFailure', podFailurePolicy: [{ action: 'Ignore', conditions: [{ type: 'X' }] }] },
      'podFailurePolicy: requires restartPolicy: "Never"',
    ],
    [
      'a rule without a case',
      { podFailurePolicy: [{ action: 'Ignore' }] },
      'podFailurePolicy[0]: exactly one of exitCodes and conditions is required',
    ],
    [
      'success as a failure',
      { podFailurePolicy: [{ action: 'FailJob', exitCodes: { operator: 'In', values: [0] } }] },
      'exitCodes.values[0]: must not be 0 (success',
    ],
    [
      'an unknown container',
      { podFailurePolicy: [{ action: 'FailJob', exitCodes: { operator: 'In', values: [1], container: 'p' } }] },
      'exitCodes.container: must be one of "pi", got "p" (did you mean "pi"?)',
    ],
    [
      'limits per index without indexes',
      { backoffLimitPerIndex: 1 },
      'backoffLimitPerIndex: is only supported for an indexed Job (set indexed: true)',
    ],
    [
      'no time at all',
      { activeDeadline: Duration.seconds(0) },
      'activeDeadline: must be an integer number of seconds, 1 or more',
    ],
  ])('refuses %s', (_, props, message) => {
    expect(refusal((scope) => new Job(scope, 'pi', { ...least, ...props })).join('\n')).toContain(message);
  });
});

describe('CronJob', () => {
  test('all figures, and the schedule in words', () => {
    const chart = testChart();
    const report = new CronJob(chart, 'report', {
      ...least,
      schedule: '0 3 * * 1-5',
      timeZone: 'Europe/Lisbon',
      concurrencyPolicy: 'Replace',
      startingDeadline: Duration.minutes(1),
      suspend: true,
      successfulJobsHistoryLimit: 2,
      failedJobsHistoryLimit: 5,
      backoffLimit: 1,
      ttlAfterFinished: Duration.hours(1),
      restartPolicy: 'OnFailure',
    });
    const { metadata, spec } = manifestsOf(chart)['CronJob/report'];
    const { jobTemplate, ...schedule } = spec;
    expect(report.scheduleDescription).toBe('At 03:00 AM, Monday through Friday (Europe/Lisbon)');
    expect(metadata.annotations).toEqual({ 'cdk8s-patterns/schedule': report.scheduleDescription });
    expect(schedule).toEqual({
      schedule: '0 3 * * 1-5',
      timeZone: 'Europe/Lisbon',
      concurrencyPolicy: 'Replace',
      startingDeadlineSeconds: 60,
      suspend: true,
      successfulJobsHistoryLimit: 2,
      failedJobsHistoryLimit: 5,
    });
    const { template, ...job } = jobTemplate.spec;
    expect(job).toEqual({ backoffLimit: 1, ttlSecondsAfterFinished: 3600 });
    expect(template.spec.restartPolicy).toBe('OnFailure');
    expect(template.metadata.labels).toEqual(metadata.labels);
  });

  test('the least one never runs beside itself', () => {
    const { jobTemplate: _, ...spec } = cronJob({}).spec;
    expect(spec).toEqual({ schedule: '* * * * *', concurrencyPolicy: 'Forbid' });
  });

  test('52 characters are enough', () => {
    const name = 'a'.repeat(52);
    expect(rendered((chart) => new CronJob(chart, name, { ...least, schedule: '@daily' }))).toHaveProperty([
      `CronJob/${name}`,
    ]);
  });

  test.each<[string, Partial<CronJobProps>, string]>([
    ['a name of 53 characters', { name: 'a'.repeat(53), containerName: 'a' }, 'must not be longer than 52 characters'],
    ['four fields', { schedule: '* * * *' }, 'schedule: "* * * *": expected exactly 5 fields, found 4'],
    ['minute 60', { schedule: '60 * * * *' }, 'schedule: "60 * * * *": end of range (60) above maximum (59): 60'],
    [
      'a zone in the schedule',
      { schedule: 'TZ=UTC * * * * *' },
      'schedule: must not contain a time zone (use timeZone)',
    ],
    [
      'a zone that is none',
      { timeZone: 'Europe/Lissabon' },
      'timeZone: must be an IANA time zone, for example "Europe/Lisbon", got "Europe/Lissabon" (did you mean "Europe/Lisbon"?)',
    ],
    ['the local zone', { timeZone: 'Local' }, 'timeZone: must be an IANA time zone'],
    [
      'a deadline that is never met',
      { startingDeadline: Duration.seconds(5) },
      'startingDeadline: must be an integer number of seconds, 10 or more, got 5 s',
    ],
    [
      'a misspelt policy',
      { concurrencyPolicy: 'forbid' as 'Forbid' },
      'concurrencyPolicy: must be one of "Allow", "Forbid", "Replace", got "forbid" (did you mean "Forbid"?)',
    ],
  ])('refuses %s', (_, props, message) => {
    const lines = refusal((scope) => new CronJob(scope, 'report', { ...least, schedule: '* * * * *', ...props }));
    expect(lines.join('\n')).toContain(message);
  });
});

test('a schedule that is not there is reported, without a crash', () => {
  const make = () =>
    rendered((chart) => new CronJob(chart, 'report', { image: 'report:1', qos: Qos.bestEffort() } as CronJobProps));
  expect(refusal(make)).toEqual(['chart/report: schedule: is required, for example "0 3 * * *"']);
});

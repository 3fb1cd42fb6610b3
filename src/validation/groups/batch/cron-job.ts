import { CONCURRENCY_POLICIES } from '../../../facts';
import { byteLength, cronSchedule, didYouMean, isTimeZone, scheduleHint, timeZones } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { cronJob } from './examples';

const LONGEST_NAME = 52;
const TIME_ZONE_PART = /^[A-Za-z.\-_0-9+]{1,14}$/;
const source = 'validateCronJobSpec (pkg/apis/batch/validation)';

const named = (name: string) => ({ ...cronJob(), metadata: { name } });

/** When a CronJob runs. */
export const cronJobRules = rules(
  'io.k8s.api.batch.v1.CronJobSpec',
  {
    'cron-job-schedule-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A CronJob without a schedule would never run. Write five fields (minute, hour, day of month, month, day of week) or a name such as @daily.',
      source,
      refused: cronJob({ schedule: '' }),
      accepted: cronJob({ schedule: '@daily' }),
    },
    'cron-job-schedule': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A schedule has five fields (minute 0-59, hour 0-23, day of month 1-31, month 1-12, day of week 0-6, Sunday is 0), or is @yearly, @monthly, @weekly, @daily, @hourly, or @every with a duration. There is no field for seconds, no 7 for Sunday, and no L, W or #.',
      source: 'validateScheduleFormat (pkg/apis/batch/validation), robfig/cron ParseStandard',
      refused: cronJob({ schedule: '0 3 * * 7' }),
      accepted: cronJob({ schedule: '0 3 * * 0' }),
    },
    'cron-job-schedule-time-zone': {
      reason: 'FieldValueInvalid',
      message: 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      why: 'A time zone in the schedule was never documented, and its handling depends on the version. Write it in spec.timeZone.',
      source: 'validateScheduleFormat (pkg/apis/batch/validation)',
      since: '1.29',
      refused: cronJob({ schedule: 'TZ=UTC 0 3 * * *' }),
      accepted: cronJob({ schedule: '0 3 * * *', timeZone: 'Etc/UTC' }),
    },
    'cron-job-two-time-zones': {
      reason: 'FieldValueInvalid',
      message: 'cannot use both timeZone field and TZ or CRON_TZ in schedule',
      why: 'Two time zones contradict each other. Keep the field timeZone.',
      source: 'validateScheduleFormat (pkg/apis/batch/validation)',
      until: '1.28',
      refused: cronJob({ schedule: 'TZ=UTC 0 3 * * *', timeZone: 'Etc/UTC' }),
      accepted: cronJob({ schedule: '0 3 * * *', timeZone: 'Etc/UTC' }),
    },
    'cron-job-schedule-time-zone-warning': {
      reason: 'Warning',
      severity: 'warning',
      message:
        'CRON_TZ or TZ used in spec.spec.schedule is not officially supported, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details',
      why: 'A time zone in the schedule was never documented and is refused from 1.29 on. Write it in spec.timeZone.',
      source: 'WarningsOnCreate (pkg/registry/batch/cronjob)',
      until: '1.28',
      refused: cronJob({ schedule: 'TZ=UTC 0 3 * * *' }),
      accepted: cronJob({ schedule: '0 3 * * *', timeZone: 'Etc/UTC' }),
    },
    'cron-job-time-zone': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'timeZone is a name of the IANA database, such as Europe/Berlin or Etc/UTC; case matters, abbreviations such as CEST and "Local" are none. Without it the time zone of the controller counts, mostly UTC.',
      source: 'validateTimeZone (pkg/apis/batch/validation)',
      refused: cronJob({ timeZone: 'Europe/berlin' }),
      accepted: cronJob({ timeZone: 'Europe/Berlin' }),
    },
    'cron-job-concurrency-policy': {
      reason: 'FieldValueNotSupported',
      supported: CONCURRENCY_POLICIES,
      why: 'When the last run has not ended yet, the new one is started beside it (Allow, the default), left out (Forbid), or takes its place (Replace).',
      source: 'validateConcurrencyPolicy (pkg/apis/batch/validation)',
      refused: cronJob({ concurrencyPolicy: 'Never' }),
      accepted: cronJob({ concurrencyPolicy: 'Forbid' }),
    },
    'cron-job-selector': {
      reason: 'FieldValueInvalid',
      message: '`selector` will be auto-generated',
      why: 'Every Job that the CronJob creates gets a selector of its own; a fixed one would mix up their pods. Remove it.',
      source: 'ValidateJobTemplateSpec (pkg/apis/batch/validation)',
      refused: cronJob({}, { selector: { matchLabels: { app: 'report' } } }),
      accepted: cronJob(),
    },
    'cron-job-manual-selector': {
      reason: 'FieldValueNotSupported',
      supported: ['nil', 'false'],
      why: 'Every Job that the CronJob creates gets a selector of its own; a fixed one would mix up their pods. Remove it.',
      source: 'ValidateJobTemplateSpec (pkg/apis/batch/validation)',
      refused: cronJob({}, { manualSelector: true }),
      accepted: cronJob({}, { manualSelector: false }),
    },
  },
  (node, report) => {
    const { required, oneOf } = fieldChecks(report);
    const { schedule = '', timeZone, concurrencyPolicy, jobTemplate } = node.value;
    required('cron-job-schedule-required', 'schedule', schedule);
    for (const detail of schedule === '' ? [] : cronSchedule(schedule)) {
      report('cron-job-schedule', 'schedule', { detail, hint: fieldHint(schedule) });
    }
    if (schedule.includes('TZ')) {
      report('cron-job-schedule-time-zone', 'schedule');
      report('cron-job-schedule-time-zone-warning', 'schedule');
      if (timeZone !== undefined) report('cron-job-two-time-zones', 'schedule');
    }
    if (timeZone !== undefined) {
      for (const detail of timeZoneProblems(timeZone)) {
        report('cron-job-time-zone', 'timeZone', { detail, hint: didYouMean(timeZone, timeZones()) });
      }
    }
    oneOf('cron-job-concurrency-policy', 'concurrencyPolicy', concurrencyPolicy, CONCURRENCY_POLICIES);
    if (jobTemplate?.spec?.selector !== undefined) {
      report('cron-job-selector', 'jobTemplate.spec.selector');
      node.skip('jobTemplate.spec.selector');
    }
    if (jobTemplate?.spec?.manualSelector === true) {
      report('cron-job-manual-selector', 'jobTemplate.spec.manualSelector');
    }
  },
);

/** What people bring along from other crons. */
function fieldHint(schedule: string): string {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length === 6) return 'there is no field for seconds';
  if (fields.length === 5 && fields[4]!.includes('7')) return 'Sunday is 0';
  const isOfOthers = /#|\b\d*[LW]{1,2}\b/.test(schedule);
  return isOfOthers ? 'L, W and # are not known here' : scheduleHint(schedule.replace(/^(?:CRON_)?TZ=\S*\s+/, ''));
}

function timeZoneProblems(name: string): string[] {
  if (name === '') return ['timeZone must be nil or non-empty string'];
  const isBad = (part: string) => part === '.' || part === '..' || part.startsWith('-') || !TIME_ZONE_PART.test(part);
  if (name.split('/').some(isBad)) return [`unknown time zone ${name}`];
  const problems: string[] = [];
  if (name.toLowerCase() === 'local') {
    problems.push('timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones');
  }
  if (!isTimeZone(name)) problems.push(`unknown time zone ${name}`);
  return problems;
}

/** Names of CronJobs leave room for the suffix of the names of their Jobs. */
export const cronJobNameRules = rules(
  'io.k8s.api.batch.v1.CronJob',
  {
    'cron-job-name-too-long': {
      reason: 'FieldValueInvalid',
      message: `must be no more than ${LONGEST_NAME} characters`,
      why: 'Jobs are named after their CronJob with 11 more characters, and the whole must stay a DNS label of 63.',
      source: 'ValidateCronJobCreate (pkg/apis/batch/validation)',
      refused: named('a'.repeat(LONGEST_NAME + 1)),
      accepted: named('a'.repeat(LONGEST_NAME)),
    },
  },
  (node, report) => {
    if (byteLength(node.value.metadata?.name ?? '') > LONGEST_NAME) report('cron-job-name-too-long', 'metadata.name');
  },
);

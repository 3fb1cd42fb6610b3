import { cronSchedule, SCHEDULE_DESCRIPTORS } from './cron-schedule';
import { didYouMean } from './suggest';

/** The fields of a schedule, and what each takes. */
const FIELDS = [
  'minute: 0-59',
  'hour: 0-23',
  'day of month: 1-31',
  'month: 1-12 or JAN-DEC',
  'day of week: 0-6 or SUN-SAT',
];

/** What the field of a schedule that is wrong takes, or which fields there are. */
export function scheduleHint(schedule: string): string {
  const text = schedule.trim();
  if (text.startsWith('@every')) return 'use numbers with units: @every 5m, @every 1h30m';
  if (text.startsWith('@'))
    return didYouMean(text, SCHEDULE_DESCRIPTORS) ?? `use one of ${SCHEDULE_DESCRIPTORS.join(', ')}`;
  const given = text.split(/\s+/);
  const wrong = FIELDS.findIndex((_, index) => {
    const others = FIELDS.map((__, at) => (at === index ? given[at] : '*'));
    return cronSchedule(others.join(' ')).length > 0;
  });
  if (given.length !== FIELDS.length || wrong < 0)
    return 'use five fields: minute, hour, day of month, month, day of week';
  return `use ${FIELDS[wrong]}`;
}

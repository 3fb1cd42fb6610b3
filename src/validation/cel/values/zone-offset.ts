import { isTimeZone } from '../../../values';
import { EvaluationError } from './errors';

/**
 * Seconds by which a time zone is ahead of UTC at a time. The rules of time zones come with Node.js, so this is the one place that
 * looks at them; neither the locale nor the time zone of the machine matters.
 *
 * @throws {@link EvaluationError} for a name that is not in the IANA database
 */
export function zoneOffset(zone: string, milliseconds: number): number {
  if (!isTimeZone(zone)) throw new EvaluationError(`unknown time zone ${zone}`);
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    milliseconds,
  );
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(text) ?? [];
  const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -offset : offset;
}

import { isTimeZone } from '../../src/values/time-zones';

test.each([
  'UTC',
  'Local',
  'Etc/UTC',
  'Europe/Berlin',
  'America/Argentina/Buenos_Aires',
  'Etc/GMT+5',
  'CET',
  'US/Pacific',
])('%s is in the database', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['', 'utc', 'Europe/berlin', 'Europe', 'CEST', 'Mars/Olympus', 'constructor'])('%p is not', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

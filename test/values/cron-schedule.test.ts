import { cronSchedule, neverRuns } from '../../src/values/cron-schedule';

test.each([
  '0 3 * * *',
  '*/15 * * * *',
  '0-59/2 0,12 1-31 jan-DEC sun,1,SAT',
  '5/10 ? * * ?',
  ' 0\t3 *  * * ',
  '59 23 31 12 6',
  '0, 3 * * *',
  '@daily',
  '@yearly',
  '@every 1h30m',
  '@every 1.5h',
  '@every -3s',
  '@every 0',
  'TZ=UTC 0 3 * * *',
  'CRON_TZ=UTC @hourly',
])('%p is a schedule', (schedule) => {
  expect(cronSchedule(schedule)).toEqual([]);
});

// Messages as kube-apiserver 1.36.3 gives them.
test.each([
  ['* * * *', 'expected exactly 5 fields, found 4: [* * * *]'],
  ['   ', 'expected exactly 5 fields, found 0: []'],
  ['0 0 3 * * *', 'expected exactly 5 fields, found 6: [0 0 3 * * *]'],
  ['60 * * * *', 'end of range (60) above maximum (59): 60'],
  ['* 24 * * *', 'end of range (24) above maximum (23): 24'],
  ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
  ['* * * 13 *', 'end of range (13) above maximum (12): 13'],
  ['* * * * 7', 'end of range (7) above maximum (6): 7'],
  ['* * * * L', 'failed to parse int from L: strconv.Atoi: parsing "L": invalid syntax'],
  ['5-1 * * * *', 'beginning of range (5) beyond end of range (1): 5-1'],
  ['*/0 * * * *', 'step of range should be a positive number: */0'],
  ['*/ * * * *', 'failed to parse int from : strconv.Atoi: parsing "": invalid syntax'],
  ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
  ['1/2/3 * * * *', 'too many slashes: 1/2/3'],
  ['-1 * * * *', 'failed to parse int from : strconv.Atoi: parsing "": invalid syntax'],
  ['TZ=Mars/Olympus * * * * *', 'provided bad location Mars/Olympus: unknown time zone Mars/Olympus'],
  ['TZ=../x @daily', 'provided bad location ../x: time: invalid location name'],
  ['@reboot', 'unrecognized descriptor: @reboot'],
  ['@every', 'unrecognized descriptor: @every'],
  ['@every x', 'failed to parse duration @every x: time: invalid duration "x"'],
  ['@every 5', 'failed to parse duration @every 5: time: missing unit in duration "5"'],
  ['@every 5d', 'failed to parse duration @every 5d: time: unknown unit "d" in duration "5d"'],
])('%p is none', (schedule, message) => {
  expect(cronSchedule(schedule)).toEqual([message]);
});

// By Next of github.com/robfig/cron/v3, which the controller uses: the zero time, or a time.
test.each([
  ['0 3 31 2 *', true],
  ['0 3 30 feb ?', true],
  ['0 3 31 4,6,9,11 *', true],
  ['TZ=UTC 0 3 31 2 *', true],
  ['0 3 30-31 2 */1', true],
  ['0 3 29 2 *', false],
  ['0 3 31 2-3 *', false],
  ['0 3 28-31 2 *', false],
  ['0 3 31 2 1', false],
  ['0 3 31 2 */2', false],
  ['0 3 31 2 0-6', false],
  ['0 3 * 2 *', false],
  ['0 3 */31 2 *', false],
  ['@daily', false],
  ['0 3 32 2 *', false],
])('that %p never runs is %p', (schedule, never) => {
  expect(neverRuns(schedule)).toBe(never);
});

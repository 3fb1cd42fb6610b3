import type { Finding } from '../../src/findings';
import { formatGithub, formatJson, formatJunit, formatSarif, formatText } from '../../src/report';

const HOSTILE = 'a\u001b[2Jb\u0007\u009b31m\u202e\u2066\rX\n::error::forged';
const finding: Finding = {
  rule: 'unknown-field',
  category: 'api',
  severity: 'note',
  reason: 'UnknownField',
  path: HOSTILE,
  message: HOSTILE,
  hint: HOSTILE,
  value: HOSTILE,
  params: { big: 1n, text: HOSTILE },
  apiVersion: 'v1',
  kind: HOSTILE,
  name: HOSTILE,
  constructPath: HOSTILE,
  file: HOSTILE,
  line: 1,
  column: 1,
  kubernetesVersions: ['1.36'],
};
const summary = { documents: 1, findings: [finding] };

test.each([
  ['text', formatText([finding])],
  ['JSON', formatJson(summary)],
  ['SARIF', formatSarif(summary)],
  ['JUnit', formatJunit(summary)],
  ['GitHub', formatGithub(summary)],
])('no control character reaches %s, and no line is a forged command', (format, output) => {
  expect(output).not.toMatch(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]/u);
  const commands = output.split('\n').filter((line) => /^\s*::/.test(line));
  expect(commands).toHaveLength(format === 'GitHub' ? 1 : 0);
});

test('JSON keeps the text, and a note is a notice on GitHub', () => {
  expect(JSON.parse(formatJson(summary)).findings[0]).toMatchObject({ message: HOSTILE, params: { big: '1' } });
  expect(formatGithub(summary)).toMatch(/^::notice /);
});

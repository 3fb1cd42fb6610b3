import type { Finding } from '../findings';
import { requireArguments } from '../values';
import { escapeControls, escapeLines } from './control-characters';
import { objectName, type Summary, sentenceOf } from './summary';

/** JUnit XML: a test case for each object with findings, and one that passes when there are none. */
export function formatJunit(summary: Summary): string {
  requireArguments('formatJunit', { summary: [summary, 'a summary with findings'] });
  const cases = new Map<string, Finding[]>();
  for (const finding of summary.findings) {
    const key = `${finding.file ?? ''}\0${finding.document ?? ''}\0${objectName(finding)}`;
    cases.set(key, [...(cases.get(key) ?? []), finding]);
  }
  const failures = [...cases.values()].filter((findings) =>
    findings.some(({ severity }) => severity === 'error'),
  ).length;
  const passed = Math.max(0, summary.documents - cases.size);
  const head = `tests="${cases.size + passed}" failures="${failures}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-patterns" ${head}>`,
    `  <testsuite name="manifests" ${head}>`,
    ...[...cases.values()].map(testCase),
    ...Array.from({ length: passed }, (_, index) => `    <testcase name="document without findings ${index + 1}"/>`),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(findings: readonly Finding[]): string {
  const [first] = findings;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity !== 'error');
  const body = [
    ...(errors.length === 0
      ? []
      : [`      <failure message="${attribute(sentenceOf(errors[0]))}">${xml(errors.map(line).join('\n'))}</failure>`]),
    ...(warnings.length === 0 ? [] : [`      <system-out>${xml(warnings.map(line).join('\n'))}</system-out>`]),
  ];
  const name = objectName(first) || `document ${first.document ?? 0}`;
  const classname = first.file ?? first.constructPath ?? 'manifest';
  return `    <testcase name="${attribute(name)}" classname="${attribute(classname)}">\n${body.join('\n')}\n    </testcase>`;
}

function line(finding: Finding): string {
  const location = finding.file === undefined ? '' : `${finding.file}:${finding.line ?? 1}:${finding.column ?? 1} `;
  const hint = finding.hint === undefined ? '' : ` (${finding.hint})`;
  return escapeLines(`${location}[${finding.rule}] ${sentenceOf(finding)}${hint}`);
}

/** XML 1.0 has no way to write most control characters at all; what else it lacks becomes the replacement character. */
function xml(text: string): string {
  return escapeControls(text)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A raw line break in an attribute would be read as a space. */
function attribute(text: string): string {
  return xml(text).replaceAll('\n', '&#10;');
}

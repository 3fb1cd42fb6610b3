import type { Finding } from '../../src/findings/finding';
import { formatGithub, formatJson, formatJunit, formatSarif } from '../../src/report';

const FINDING: Finding = {
  kubernetesVersions: ['1.36'],
  kind: 'Pod',
  apiVersion: 'v1',
  rule: 'container-name',
  category: 'api',
  severity: 'error',
  reason: 'FieldValueRequired',
  path: 'spec.containers[0].name',
  message: 'Required value: 100% <"quoted">\nsecond line',
  hint: 'name it',
  namespace: 'shop',
  name: 'web',
  file: 'k8s/my pod.yaml',
  line: 7,
  column: 5,
  document: 0,
};
const WARNING: Finding = {
  ...FINDING,
  severity: 'warning',
  rule: 'other',
  name: 'b\u0001',
  document: 1,
  file: undefined,
};

test('JSON has the keys in the documented order', () => {
  const [finding] = JSON.parse(formatJson({ documents: 3, findings: [FINDING] })).findings;
  expect(Object.keys(finding)).toEqual([
    'rule',
    'category',
    'severity',
    'reason',
    'path',
    'message',
    'hint',
    'apiVersion',
    'kind',
    'namespace',
    'name',
    'file',
    'line',
    'column',
    'document',
    'kubernetesVersions',
  ]);
  expect(JSON.parse(formatJson({ documents: 3, findings: [] }))).toEqual({ documents: 3, findings: [] });
});

test('what cannot be read has no object', () => {
  const unread = { rule: 'unreadable-input', severity: 'error', message: 'the path does not exist', hint: undefined };
  const nothing = { apiVersion: '', kind: '', namespace: undefined, name: undefined, path: '', line: undefined };
  const finding = { ...FINDING, ...nothing, ...unread, file: 'missing', column: undefined } as Finding;
  expect(formatGithub({ documents: 0, findings: [finding] })).toBe(
    '::error file=missing,title=unreadable-input::the path does not exist\n',
  );
  const [result] = JSON.parse(formatSarif({ documents: 0, findings: [finding] })).runs[0].results;
  expect(result.message).toEqual({ text: 'the path does not exist' });
  expect(result.locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'missing' } } }]);
});

test('GitHub commands escape what would end them', () => {
  expect(formatGithub({ documents: 1, findings: [FINDING] })).toBe(
    '::error file=k8s/my pod.yaml,line=7,col=5,title=container-name (Pod shop/web)::' +
      'spec.containers[0].name: Required value: 100%25 <"quoted">%0Asecond line (name it)\n',
  );
});

test('SARIF names rule, level and region', () => {
  const [run] = JSON.parse(formatSarif({ documents: 1, findings: [FINDING, WARNING] })).runs;
  expect(run.tool.driver.rules).toEqual([{ id: 'container-name' }, { id: 'other' }]);
  expect(run.results[0]).toMatchObject({
    ruleId: 'container-name',
    ruleIndex: 0,
    level: 'error',
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'k8s/my%20pod.yaml' }, region: { startLine: 7, startColumn: 5 } },
      },
    ],
  });
  expect(run.results[1].locations[0].physicalLocation).toBeUndefined();
});

test('JUnit counts documents, escapes text and keeps warnings out of the failures', () => {
  const xml = formatJunit({ documents: 3, findings: [FINDING, WARNING] });
  expect(xml).toContain('<testsuites name="cdk8s-patterns" tests="3" failures="1">');
  expect(xml).toContain('&lt;&quot;quoted&quot;&gt;');
  expect(xml.match(/<failure/g)).toHaveLength(1);
  expect(xml).not.toContain('\u0001');
});

test.each([
  ['github', formatGithub],
  ['junit', formatJunit],
  ['sarif', formatSarif],
] as const)('a message that begins with its field has it once, in %s', (_, format) => {
  const text = format({
    documents: 1,
    findings: [{ ...FINDING, path: 'metadata.name', message: 'metadata.name: a label' }],
  });
  expect(text).toContain('metadata.name: a label');
  expect(text).not.toContain('metadata.name: metadata.name');
});

test('a path in SARIF is a URI without a query or a fragment', () => {
  const finding: Finding = { ...FINDING, file: 'a b/c#1?.yaml' };
  const [result] = JSON.parse(formatSarif({ documents: 1, findings: [finding] })).runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/c%231%3F.yaml');
});

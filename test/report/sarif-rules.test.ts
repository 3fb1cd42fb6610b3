import type { Finding } from '../../src/findings';
import { formatJson, formatSarif } from '../../src/report';

const finding: Finding = {
  rule: 'deployment-strategy-type',
  category: 'api',
  severity: 'error',
  reason: 'FieldValueNotSupported',
  path: 'spec.strategy',
  message: 'Unsupported value: …',
  value: '{"type":"Rolling"}',
  params: { supported: ['Recreate', 'RollingUpdate'] },
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name: 'web',
  kubernetesVersions: ['1.36'],
};
const summary = { documents: 1, findings: [finding] };

test('SARIF describes each rule: page, short and full text, default level', () => {
  const [rule] = JSON.parse(formatSarif(summary)).runs[0].tool.driver.rules;
  expect(rule).toMatchObject({
    id: 'deployment-strategy-type',
    shortDescription: { text: expect.stringMatching(/^A Deployment replaces its pods/) },
    fullDescription: { text: expect.stringMatching(/Recreate/) },
    helpUri: expect.stringMatching(/^https:\/\/.+\/docs\/rules\/deployment-strategy-type\.md$/),
    defaultConfiguration: { level: 'error' },
  });
});

test('JSON carries the structured parameters and the value', () => {
  expect(JSON.parse(formatJson(summary)).findings[0]).toMatchObject({
    value: '{"type":"Rolling"}',
    params: { supported: ['Recreate', 'RollingUpdate'] },
  });
});

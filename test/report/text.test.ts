import type { Finding } from '../../src/findings/finding';
import { countFindings, formatText } from '../../src/report';

const FINDING: Finding = {
  rule: 'container-image',
  category: 'api',
  severity: 'error',
  reason: 'FieldValueRequired',
  path: 'spec.template.spec.containers[0].image',
  message: 'Required value',
  hint: 'name an image',
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'shop',
  constructPath: 'shop/web',
  file: 'src/shop.ts',
  line: 12,
  column: 5,
  document: 0,
  kubernetesVersions: ['1.28'],
};

test('a finding is a block that names rule, object, field, construct, source line, versions and hint', () => {
  expect(formatText([{ ...FINDING, kubernetesVersions: ['1.28', '1.36'] }])).toBe(
    [
      'error [container-image] Deployment/shop: spec.template.spec.containers[0].image: Required value',
      '  at shop/web (src/shop.ts:12:5), Kubernetes 1.28, 1.36',
      '  hint: name an image',
      '',
    ].join('\n'),
  );
});

test('what is not known is left out', () => {
  const syntax: Finding = {
    ...FINDING,
    path: '',
    kind: '',
    name: undefined,
    constructPath: undefined,
    hint: undefined,
  };
  expect(formatText([syntax])).toBe('error [container-image] Required value\n  at src/shop.ts:12:5, Kubernetes 1.28\n');
});

test('findings are counted by severity', () => {
  const warning: Finding = { ...FINDING, severity: 'warning' };
  expect(countFindings([FINDING, { ...FINDING, severity: 'note' }])).toBe('1 error, 1 note');
  expect(countFindings([warning, FINDING, { ...warning, path: 'x' }])).toBe('1 error, 2 warnings');
  expect(countFindings([])).toBe('0 errors');
});

test('color is optional', () => {
  expect(formatText([FINDING], { color: true })).toContain('\u001b[31;1merror\u001b[0m');
});

test('a field that the message of the server names is not named twice', () => {
  const message = 'metadata.name: this is used in Pod names and hostnames';
  const [head] = formatText([{ ...FINDING, path: 'metadata.name', message }]).split('\n');
  expect(head).toBe(`error [container-image] Deployment/shop: ${message}`);
});

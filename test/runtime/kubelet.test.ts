import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRuntime, RUNTIME_RULES } from '../../src/runtime';
import { KUBELET_CASES, NODE_CPUS, NOT_JUDGED } from './kubelet';

const { answers } = JSON.parse(readFileSync(join(__dirname, 'kubelet', 'answers.json'), 'utf8'));
const nodes = [{ cpu: NODE_CPUS }];

/** Errors in other words: of the scheduler or a program, or of a Go function that the text names instead of the port. */
const UNQUOTED = ['pod-larger-than-node', 'image-tag-missing-value', 'probe-port-undeclared', 'variable-unresolved'];

test('every rule is judged by a node, or has a reason why not', () => {
  const judged = KUBELET_CASES.map(({ rule }) => rule);
  expect([...judged, ...Object.keys(NOT_JUDGED)].sort()).toEqual(RUNTIME_RULES.map(({ id }) => id).sort());
  expect(answers.map(({ rule }: { rule: string }) => rule).sort()).toEqual(judged.sort());
});

describe.each(KUBELET_CASES.map((one) => [one.rule, one] as const))('%s', (rule, one) => {
  const findings = checkRuntime(one.refused, { nodes }).filter((finding) => finding.rule === rule);
  const recorded = answers.find((other: { rule: string }) => other.rule === rule);

  test('reports what the node did not run, and nothing else', () => {
    expect(findings.length).toBeGreaterThan(0);
    expect(checkRuntime(one.accepted, { nodes }).filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(recorded.answer).toContain(one.answer);
    expect(recorded.accepted).toMatch(/Ready|ended with 0/);
  });

  test('quotes the kubelet where it is an error, or says what the kubelet cannot do', () => {
    if (one.isQuoted) expect(findings[0]!.message).toContain(one.answer);
    const quotes = one.isQuoted || UNQUOTED.includes(rule);
    expect(findings.some(({ severity }) => severity === 'error') ? quotes : true).toBe(true);
  });
});

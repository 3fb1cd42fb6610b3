import { KUBERNETES_VERSIONS, NEWEST_VERSION } from '../../../src/facts/versions';
import { ALL_RULES } from '../../../src/validation/groups';
import { validate } from '../../../src/validation/validate';
import { compare } from '../../parity/compare';
import { answersByVersion, exampleHash, type RecordedAnswer, readRuleRecords, verdictOf } from '../rule-records';

const texts = ALL_RULES.flatMap((rules) =>
  Object.entries(rules.texts).map(([id, text]) => ({ id, text, definition: rules.definitions[0] })),
);
const byId = [...new Map(texts.map((entry) => [entry.id, entry])).values()];
const records = readRuleRecords();
const RECORDED_VERSIONS = KUBERNETES_VERSIONS.filter((version) => ['1.36'].includes(version));

/** Rules whose findings differ from the server's answer on purpose: what is on our side only, and on the server's only. */
const DIFFERENCES: Readonly<Record<string, { ours: readonly string[]; servers: readonly string[]; why: string }>> = {
  'admission-expression-undecided': ours(
    'Warning spec.validations[0].expression',
    'the server can judge the expression',
  ),
  'crd-expression-undecided': ours(
    'Warning spec.validation.openAPIV3Schema.properties[spec].x-kubernetes-validations[0].rule',
    'the server can judge the expression',
  ),
  'device-selector-undecided': ours(
    'Warning spec.devices.requests[0].exactly.selectors[0].cel.expression',
    'the server can judge the expression',
  ),
  'service-node-port-range': ours(
    'Warning spec.ports[0].nodePort',
    'the range is an option of the server, which looks at it only when it is to store the Service',
  ),
  'pod-claim-mirror': {
    ours: ['FieldValueForbidden spec.resourceClaims[0]'],
    servers: ['FieldValueForbidden []'],
    why: 'the server names the field by an empty path',
  },
};

function ours(finding: string, why: string) {
  return { ours: [finding], servers: [], why };
}

test('every rule id is kebab-case and stands for one text', () => {
  for (const { id, text } of texts) {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    const same = texts.filter((other) => other.id === id).every((other) => other.text === text);
    expect({ id, same }).toEqual({ id, same: true });
  }
});

test('every record belongs to a rule', () => {
  expect([...records.keys()].sort()).toEqual(byId.map(({ id }) => id).sort());
});

describe.each(byId)('$id ($definition)', ({ id, text }) => {
  const kubernetesVersion = text.until ?? NEWEST_VERSION;

  test('refuses its refused example with its own reason, and nothing else does', () => {
    const findings = validate([text.refused], { kubernetesVersion });
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([id, ...(text.alongside ?? [])].sort());
    const own = findings.find(({ rule }) => rule === id);
    expect(own).toMatchObject({ reason: text.reason, severity: text.severity ?? 'error' });
    for (const { message } of findings) expect(message).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  test('accepts its accepted example', () => {
    expect(validate([text.accepted], { kubernetesVersion })).toEqual([]);
  });

  test.each(['refused', 'accepted'] as const)('answers its %s example as real servers do', (side) => {
    const record = records.get(id)?.[side];
    // A new or changed example has to be sent to the servers: npm run parity:record -- --rules
    expect(record?.hash).toBe(exampleHash(text[side]));
    const answers = answersByVersion(record!);
    expect([...answers.keys()]).toEqual(expect.arrayContaining([...RECORDED_VERSIONS]));
    for (const [version, answer] of answers) {
      const known = DIFFERENCES[id];
      const allowed = side === 'refused' && known && !isNoMatch(answer) ? known : { ours: [], servers: [] };
      expect({ version, ...differences(text[side], version, answer) }).toEqual({
        version,
        ours: allowed.ours,
        servers: allowed.servers,
      });
    }
  });

  test('explains itself', () => {
    expect(text.why.length).toBeGreaterThan(40);
    expect(text.source).not.toBe('');
  });
});

function differences(example: object, kubernetesVersion: (typeof KUBERNETES_VERSIONS)[number], answer: RecordedAnswer) {
  const findings = validate([example], { kubernetesVersion });
  if (answer.code === 403) {
    // An admission plugin: the answer names no field, and the message of the rule is a part of its message.
    const named = findings.some(({ message }) => answer.message?.includes(message.replace(/^Forbidden: /, '')));
    return { ours: [], servers: named ? [] : [answer.message] };
  }
  const { outcome, missing, extra } = compare(verdictOf(answer), findings, true);
  const line = ({ reason, path }: (typeof missing)[number]) => `${reason} ${path}`;
  expect(outcome).toMatch(/agree|other complaints/);
  return { ours: extra.map(line), servers: missing.map(line) };
}

function isNoMatch({ reason }: RecordedAnswer): boolean {
  return reason === 'NoMatch';
}

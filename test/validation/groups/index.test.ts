import { type KubernetesVersion, NEWEST_VERSION } from '../../../src/facts/versions';
import { allRules } from '../../../src/validation/groups';
import { validate } from '../../../src/validation/validate';
import { compare } from '../../parity/compare';
import { compareMessages } from '../../parity/messages';
import { neededForObject, unansweredVersions } from '../needed-versions';
import { answersByVersion, exampleHash, type RecordedAnswer, readRuleRecords, verdictOf } from '../rule-records';

const texts = allRules().flatMap((rules) =>
  Object.entries(rules.texts).map(([id, text]) => ({ id, text, definition: rules.definitions[0] })),
);
const byId = [...new Map(texts.map((entry) => [entry.id, entry])).values()];
const records = readRuleRecords();

interface Difference {
  readonly since: KubernetesVersion;
  /** @default the newest */
  readonly until?: KubernetesVersion;
  /** What we report and the server does not. */
  readonly ours: readonly string[];
  /** What the server reports and we do not. */
  readonly servers: readonly string[];
  readonly why: string;
}

/** Rules whose findings differ from the server's answer on purpose. */
const DIFFERENCES: Readonly<Record<string, readonly Difference[]>> = {
  'admission-expression-undecided': [undecided('spec.validations[0].expression', '1.30')],
  'crd-expression-undecided': [
    undecided('spec.validation.openAPIV3Schema.properties[spec].x-kubernetes-validations[0].rule', '1.28'),
  ],
  'device-selector-undecided': [undecided('spec.devices.requests[0].exactly.selectors[0].cel.expression', '1.34')],
  'service-node-port-range': [
    {
      since: '1.28',
      ours: ['Warning spec.ports[0].nodePort'],
      servers: [],
      why: 'the range is an option of the server, which looks at it only when it is to store the Service',
    },
  ],
  'pod-claim-mirror': [
    {
      since: '1.34',
      ours: ['FieldValueForbidden spec.resourceClaims[0]'],
      servers: ['FieldValueForbidden []'],
      why: 'the server names the field by an empty path',
    },
  ],
};

function undecided(field: string, since: KubernetesVersion): Difference {
  return { since, ours: [`Warning ${field}`], servers: [], why: 'the server can judge the expression' };
}

/** Rules whose message differs from the server's, and why. Up to 1.33 it prints the addresses of pointers. */
const OTHER_WORDS: Readonly<
  Record<string, { readonly since?: KubernetesVersion; readonly until?: KubernetesVersion; readonly why: string }>
> = {
  'claim-two-data-sources': { until: '1.33', why: 'address of a pointer' },
  'flow-schema-mandatory': { since: '1.29', until: '1.33', why: 'address of a pointer' },
  'job-selector-not-generated': { why: 'random uid of the Job' },
  'job-template-label': { why: 'random uid of the Job' },
  'pod-disruption-budget-both': { until: '1.33', why: 'address of a pointer' },
  'priority-level-mandatory': { since: '1.29', until: '1.33', why: 'address of a pointer' },
  'secret-docker-config': { why: 'the first character of the secret that is not JSON' },
  'security-escalation': { until: '1.33', why: 'address of a pointer' },
  'security-profile-localhost': { until: '1.33', why: 'address of a pointer' },
};

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
    for (const { message } of findings) expect(message).not.toMatch(/(?<!")\{\w+\}|undefined|\[object/);
  });

  test('accepts its accepted example', () => {
    expect(validate([text.accepted], { kubernetesVersion })).toEqual([]);
  });

  test.each(['refused', 'accepted'] as const)('answers its %s example as real servers do', (side) => {
    const record = records.get(id)?.[side];
    // A new or changed example has to be sent to the servers: npm run parity:record -- --rules
    expect(record?.hash).toBe(exampleHash(text[side]));
    const answers = answersByVersion(record!);
    // Both sides of each boundary of the rule: npm run parity:record -- --rules --new
    expect(unansweredVersions(answers.keys(), () => neededForObject(text[side], text))).toEqual([]);
    for (const [version, answer] of answers) {
      const allowed = (side === 'refused' ? known(id, version) : undefined) ?? { ours: [], servers: [] };
      expect({ version, ...differences(text[side], version, answer) }).toEqual({
        version,
        ours: allowed.ours,
        servers: allowed.servers,
      });
    }
  });

  test("writes the server's messages to the letter", () => {
    for (const [version, answer] of answersByVersion(records.get(id)!.refused)) {
      const findings = validate([text.refused], { kubernetesVersion: version });
      const unequal = compareMessages(verdictOf(answer), findings).differences;
      const { since = '1.28', until = NEWEST_VERSION } = OTHER_WORDS[id] ?? { until: '' };
      const allowed = since <= version && version <= until;
      expect({ version, unequal: allowed ? [] : unequal }).toEqual({ version, unequal: [] });
      // An exception that is not needed any more has to go.
      if (allowed) expect({ version, differs: unequal.length > 0 }).toEqual({ version, differs: true });
    }
  });

  test('explains itself', () => {
    expect(text.why.length).toBeGreaterThan(40);
    expect(text.source).not.toBe('');
  });
});

function known(id: string, version: KubernetesVersion): Difference | undefined {
  return DIFFERENCES[id]?.find(({ since, until = NEWEST_VERSION }) => since <= version && version <= until);
}

function differences(example: object, kubernetesVersion: KubernetesVersion, answer: RecordedAnswer) {
  const findings = validate([example], { kubernetesVersion });
  if (answer.code === 403 || answer.code === 500) {
    // An admission plugin or an allocator: the answer names no field, and the message of the rule is a part of its message.
    const named = findings.some(({ message }) =>
      answer.message?.includes(message.replace(/^(Forbidden|Internal error): /, '')),
    );
    return { ours: [], servers: named ? [] : [answer.message] };
  }
  const { missing, extra } = compare(verdictOf(answer), findings, true);
  const line = ({ reason, path }: (typeof missing)[number]) => `${reason} ${path}`;
  return { ours: extra.map(line), servers: missing.map(line) };
}

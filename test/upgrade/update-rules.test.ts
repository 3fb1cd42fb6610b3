import { type KubernetesVersion, NEWEST_VERSION } from '../../src/facts/versions';
import { updateFindings } from '../../src/upgrade';
import { compare } from '../parity/compare';
import { compareMessages } from '../parity/messages';
import { unansweredVersions } from '../validation/needed-versions';
import { answersByVersion, exampleHash, verdictOf } from '../validation/rule-records';
import { existsIn, neededForUpdate, readUpdateRecords, UPDATE_TEXTS } from './update-records';

const records = readUpdateRecords();
/** Examples that the test servers cannot answer: they have no IPv6, and no driver that modifies volumes. */
const UNRECORDED = ['service-ip-family-immutable', 'service-secondary-release', 'claim-attributes-class-unset'];
/**
 * Versions on which our answer differs. While the gate VolumeAttributesClass was alpha, servers up to 1.30 stored the field of a
 * PersistentVolume all the same, and refused every change of it; ours clears it, as the newer ones do.
 */
const DIFFERENT: Readonly<Record<string, readonly string[]>> = {
  'volume-attributes-class-unset refused': ['1.29', '1.30'],
};

/** Messages that are the server's but for the difference of both objects, which it appends. */
const WITHOUT_DIFFERENCE = ['claim-immutable', 'pod-update', 'pod-update-qos', 'volume-source-immutable'];
/** Rules whose messages differ from the server's, up to a version, and why. */
const OTHER_WORDS: Readonly<Record<string, { readonly until?: KubernetesVersion; readonly why: string }>> = {
  'controller-revision-immutable': { until: '1.33', why: 'bytes of a runtime.Unknown' },
  'job-field-immutable': { until: '1.33', why: 'address of a pointer' },
  'job-template-immutable': { why: 'addresses of pointers, random uid of the Job' },
  'job-template-label-required': { why: 'addresses of pointers, random uid of the Job' },
  'metadata-deletion-timestamp-immutable': { until: '1.33', why: 'a time in words of Go' },
  'service-ip-family-immutable': { why: 'the test servers have no IPv6' },
  'volume-attachment-immutable': { until: '1.33', why: 'address of a pointer' },
  'volume-node-affinity-immutable': { until: '1.33', why: 'address of a pointer' },
};

test('every record belongs to a rule', () => {
  expect([...records.keys()].sort()).toEqual([...UPDATE_TEXTS.keys()].sort());
});

describe.each([...UPDATE_TEXTS])('%s', (id, text) => {
  const version = text.until ?? NEWEST_VERSION;
  const findings = (side: 'refused' | 'accepted', kubernetesVersion = version) =>
    updateFindings(text.before as any, text[side] as any, kubernetesVersion).filter(
      ({ severity }) => severity === 'error',
    );

  test('refuses its refused example with its own reason, and nothing else does', () => {
    const found = findings('refused');
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual([id, ...(text.alongside ?? [])].sort());
    expect(found.find(({ rule }) => rule === id)).toMatchObject({
      reason: text.reason,
      severity: 'error',
      hint: text.hint,
    });
  });

  test('accepts its accepted example', () => {
    expect(findings('accepted')).toEqual([]);
  });

  test.each(['refused', 'accepted'] as const)('answers its %s example as real servers do', (side) => {
    if (UNRECORDED.includes(id)) return;
    const record = records.get(id)![side];
    // A new or changed example has to be sent to the servers: npm run parity:record -- --updates
    expect(record.hash).toBe(exampleHash([text.before, text[side]]));
    const answers = answersByVersion(record);
    expect(unansweredVersions(answers.keys(), () => neededForUpdate(text, side))).toEqual([]);
    for (const [each, answer] of answers) {
      expect({ each, exists: existsIn(each, text.before) }).toEqual({ each, exists: true });
      const ours = findings(side, each).map((raw) => ({ category: 'api', ...raw }) as any);
      const { outcome, missing, extra } = compare(verdictOf(answer), ours);
      // A difference that is gone has to go from the list.
      if (DIFFERENT[`${id} ${side}`]?.includes(each)) expect({ each, outcome }).not.toEqual({ each, outcome: 'agree' });
      else expect({ each, outcome, missing, extra }).toEqual({ each, outcome: 'agree', missing: [], extra: [] });
    }
  });

  test("writes the server's messages to the letter", () => {
    if (UNRECORDED.includes(id)) return;
    for (const [each, answer] of answersByVersion(records.get(id)!.refused)) {
      const ours = findings('refused', each).map((raw) => ({ category: 'api', ...raw }) as any);
      const { differences } = compareMessages(verdictOf(answer), ours);
      const unequal = differences.filter(
        ({ rule, ours: own, theirs }) => !WITHOUT_DIFFERENCE.includes(rule) || !theirs.startsWith(`${own}\n`),
      );
      const { until = NEWEST_VERSION } = OTHER_WORDS[id] ?? { until: '' };
      const allowed = each <= until;
      expect({ each, unequal: allowed ? [] : unequal }).toEqual({ each, unequal: [] });
      // An exception that is not needed any more has to go.
      if (allowed) expect({ each, differs: unequal.length > 0 }).toEqual({ each, differs: true });
      // Admission plugins name no field.
      const messages = ours.map(({ message }) => message.replace(/^Forbidden: /, ''));
      if (answer.code === 403) expect(messages.some((message) => answer.message!.endsWith(message))).toBe(true);
    }
  });
});

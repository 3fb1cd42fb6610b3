import { KUBERNETES_VERSIONS, NEWEST_VERSION } from '../../src/facts/versions';
import { updateFindings } from '../../src/upgrade';
import { compare } from '../parity/compare';
import { answersByVersion, exampleHash, verdictOf } from '../validation/rule-records';
import { existsIn, readUpdateRecords, UPDATE_TEXTS } from './update-records';

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
    expect([...answers.keys()]).toEqual(KUBERNETES_VERSIONS.filter((each) => existsIn(each, text.before)));
    for (const [each, answer] of answers) {
      const ours = findings(side, each).map((raw) => ({ category: 'api', ...raw }) as any);
      const { outcome, missing, extra } = compare(verdictOf(answer), ours);
      // A difference that is gone has to go from the list.
      if (DIFFERENT[`${id} ${side}`]?.includes(each)) expect({ each, outcome }).not.toEqual({ each, outcome: 'agree' });
      else expect({ each, outcome, missing, extra }).toEqual({ each, outcome: 'agree', missing: [], extra: [] });
    }
  });
});

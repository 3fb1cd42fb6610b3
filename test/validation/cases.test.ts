import { validate } from '../../src/validation';
import { compare } from '../parity/compare';
import { compareMessages } from '../parity/messages';
import { recordedObjects } from './cases';
import { neededForObject, unansweredVersions } from './needed-versions';
import { answersByVersion, verdictOf } from './rule-records';

/** Objects at the bounds of the rules: each was chosen because a mutant of a rule answers it differently. */
describe.each(recordedObjects())('objects of $group', ({ cases }) => {
  test.each(cases.map((each, index) => [index, each] as const))('%i', (_, { object, answers, otherWords = false }) => {
    const byVersion = answersByVersion({ answers });
    expect(unansweredVersions(byVersion.keys(), () => neededForObject(object))).toEqual([]);
    for (const [version, answer] of byVersion) {
      const verdict = verdictOf(answer);
      const findings = validate([object], { kubernetesVersion: version });
      const { outcome, missing, extra } = compare(verdict, findings, true);
      const messages = otherWords ? [] : compareMessages(verdict, findings).differences;
      expect({ version, outcome, missing, extra, messages }).toEqual({
        version,
        outcome: 'agree',
        missing: [],
        extra: [],
        messages: [],
      });
    }
  });
});

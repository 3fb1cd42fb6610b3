import { validate } from '../../src/validation';
import { compare } from '../parity/compare';
import { recordedObjects } from './cases';
import { answersByVersion, verdictOf } from './rule-records';

/** Objects at the bounds of the rules: each was chosen because a mutant of a rule answers it differently. */
describe.each(recordedObjects())('objects of $group', ({ cases }) => {
  test.each(cases.map((each, index) => [index, each] as const))('%i', (_, { object, answers }) => {
    for (const [version, answer] of answersByVersion({ hash: '', answers })) {
      const { outcome, missing, extra } = compare(
        verdictOf(answer),
        validate([object], { kubernetesVersion: version }),
        true,
      );
      expect({ version, outcome, missing, extra }).toEqual({ version, outcome: 'agree', missing: [], extra: [] });
    }
  });
});

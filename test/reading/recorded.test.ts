import { differenceOf, sameWords } from './differential/compare';
import { bytesOf, type RecordedCase, recordedTopics } from './recorded';

const shown = (recorded: RecordedCase) => JSON.stringify(recorded.text ?? recorded.base64);

/** Texts that a reader other than kubectl's easily reads differently; the answers are those of kubectl's reader. */
describe.each(recordedTopics())('recorded texts: $topic', ({ file }) => {
  test('are read as kubectl reads them', () => {
    const differing = file.cases.flatMap((recorded) => {
      const difference = differenceOf(bytesOf(recorded), recorded.kubectl);
      return difference === undefined ? [] : [`${shown(recorded)}: ${difference}`];
    });
    expect(differing).toEqual([]);
  });

  test('are refused in the words of kubectl', () => {
    const reworded = file.cases.filter((recorded) => !sameWords(bytesOf(recorded), recorded.kubectl));
    expect(reworded.map(shown)).toEqual([]);
  });
});

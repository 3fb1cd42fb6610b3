import { complaintsOfServer } from '../parity/compare';
import { inParallel } from '../parity/judges';
import { recordedFiles } from '../parity/recorded';
import { Judge } from './server/ask';
import { PROVEN_VERSIONS } from './server/versions';
import { describeWithServer } from './with-server';

for (const version of PROVEN_VERSIONS) {
  describeWithServer(version, (server) => {
    let judge: Judge;
    beforeAll(async () => {
      judge = await Judge.at(server());
    });
    afterAll(() => judge?.close());

    test.each(recordedFiles())('still says what is recorded: $area', async ({ file }) => {
      const answers = await inParallel(file.cases, 8, async ({ object }) => {
        const verdict = await judge.ask(object);
        const complaints = verdict.accepted ? [] : complaintsOfServer(verdict);
        const texts = complaints.map(({ reason, path }) => (path ? `${reason} ${path}` : reason));
        return { object, accepted: verdict.accepted, complaints: [...new Set(texts)].sort() };
      });
      expect(answers).toEqual(file.cases.map(({ object, verdicts }) => ({ object, ...verdicts[version] })));
    });
  });
}

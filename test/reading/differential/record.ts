/** `npm run reading:record`: asks kubectl's reader again about the texts of test/reading/recorded, and writes its answers there. */
import { writeFileSync } from 'node:fs';
import { bytesOf, recordedTopics } from '../recorded';
import { startJudge } from './judge';

const judge = startJudge();
for (const { path, file } of recordedTopics()) {
  const answers = judge(file.cases.map(bytesOf));
  const cases = file.cases.map(({ text, base64 }, at) => ({ text, base64, kubectl: answers[at] }));
  writeFileSync(path, `${JSON.stringify({ judge: file.judge, cases }, null, 1)}\n`);
}

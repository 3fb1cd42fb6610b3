/** Prints a server's verdict on each document: `npx tsx test/e2e/ask.ts 1.36 FILE…|-` (YAML or JSON). */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { NEWEST_VERSION } from '../../src/facts';
import { Judge } from './server/ask';
import { borrowServer } from './server/shared';

async function main(): Promise<void> {
  const [version = NEWEST_VERSION as string, ...files] = process.argv.slice(2);
  const server = await borrowServer(version);
  const judge = await Judge.at(server.address);
  try {
    for (const file of files.length ? files : ['-']) {
      const documents = parseAllDocuments(readFileSync(file === '-' ? 0 : file, 'utf8'), {
        version: '1.1',
        merge: true,
      });
      if (!Array.isArray(documents)) continue;
      for (const document of documents) {
        const object = document.toJS();
        if (object === null) continue;
        const verdict = await judge.ask(object);
        const named = `${object.kind}/${object.metadata?.name ?? object.metadata?.generateName}`;
        process.stdout.write(`${JSON.stringify({ file, object: named, ...verdict }, null, 1)}\n`);
      }
    }
  } finally {
    judge.close();
    await server.release();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});

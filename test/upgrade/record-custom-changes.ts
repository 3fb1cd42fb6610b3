/**
 * Asks the servers of the oldest and the newest version about the changes of custom resources, and writes their answers beside them:
 * `npx tsx test/upgrade/record-custom-changes.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { borrowServer } from '../e2e/server/shared';
import { UpdateJudge } from '../e2e/server/update-judge';
import { PROVEN_VERSIONS } from '../e2e/server/versions';
import { complaintsOfServer } from '../parity/compare';
import { CHANGES, definition as definitionOf, queue } from './custom-changes';

async function main(): Promise<void> {
  const answers: Record<string, Record<string, readonly string[]>> = {};
  for (const version of PROVEN_VERSIONS) {
    const server = await borrowServer(version);
    const judge = await UpdateJudge.at(server.address);
    const definition = await judge.create(definitionOf('lenient', version), 'client');
    if ('accepted' in definition) throw new Error(`${version}: ${definition.message}`);
    await judge.refresh();
    for (const { title, before, after } of CHANGES) {
      const created = await judge.create(queue(before), 'client');
      if ('accepted' in created) throw new Error(`${version} ${title}: ${created.message}`);
      const strict = await judge.connection.get(definition.path);
      await judge.connection.put(
        definition.path,
        JSON.stringify({ ...strict.body, spec: definitionOf('strict', version).spec }),
      );
      await new Promise((resolve) => setTimeout(resolve, 700));
      const verdict = await judge.put(created, { ...created.live, spec: after });
      const complaints = verdict.accepted ? [] : complaintsOfServer(verdict);
      answers[title] = {
        ...answers[title],
        [version]: complaints.map(({ reason, path, message }) => `${reason} ${path}: ${message}`),
      };
      await judge.remove(created);
      const lenient = await judge.connection.get(definition.path);
      await judge.connection.put(
        definition.path,
        JSON.stringify({ ...lenient.body, spec: definitionOf('lenient', version).spec }),
      );
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    await judge.remove(definition);
    judge.close();
    await server.release();
  }
  const file = join(__dirname, 'recorded', 'custom-changes.json');
  writeFileSync(file, `${JSON.stringify(answers, undefined, 2)}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

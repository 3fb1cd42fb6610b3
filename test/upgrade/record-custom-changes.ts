/**
 * Asks the servers of these versions, or of all, about the changes of custom resources, and writes their answers:
 * `npx tsx test/upgrade/record-custom-changes.ts [1.36] [1.28]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts';
import { borrowServer } from '../e2e/server/shared';
import { UpdateJudge } from '../e2e/server/update-judge';
import { complaintsOfServer } from '../parity/compare';
import { CHANGES, definition as definitionOf, queue } from './custom-changes';

async function main(): Promise<void> {
  const file = join(__dirname, 'recorded', 'custom-changes.json');
  const known: Record<string, Record<string, readonly string[]>> = JSON.parse(readFileSync(file, 'utf8'));
  const versions = process.argv.slice(2) as KubernetesVersion[];
  for (const version of versions.length > 0 ? versions : KUBERNETES_VERSIONS) {
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
      known[title] = {
        ...known[title],
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
  const answers = CHANGES.map(({ title }) => [title, byVersion(known[title]!)] as const);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(answers), undefined, 2)}\n`);
}

function byVersion(answers: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  const asked = KUBERNETES_VERSIONS.filter((version) => answers[version] !== undefined);
  return Object.fromEntries(asked.map((version) => [version, answers[version]!]));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

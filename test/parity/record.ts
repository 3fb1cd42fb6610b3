/**
 * Asks the servers again about the examples of the rules and about the recorded cases: `npm run parity:record`.
 *
 * - `--rules`, `--cases`, `--objects` or `--updates`: only these.
 * - `--kubernetes-version 1.28,1.36`: ask only these versions about the rules, objects and updates.
 * - `--new`: ask a server only about examples of rules to which it has not answered, and which need its answer.
 * - `--objects FILE…` (the output of test/mutation/breed.ts): take new objects along on which servers and our check agree.
 * - `--add FILE…` (the `cases.json` of a parity report): take new cases along, those on which our check agrees by now and
 *   that are not there yet.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts/versions';
import { Judge } from '../e2e/server/ask';
import { borrowServer } from '../e2e/server/shared';
import { PROVEN_VERSIONS } from '../e2e/server/versions';
import { type Complaint, complaintsOfServer } from './compare';
import { bothJudges, inParallel, type Trial, type Try } from './judges';
import { recordObjects } from './record-objects';
import { recordRules } from './record-rules';
import { recordUpdates } from './record-updates';
import { RECORDED, type RecordedCase, type RecordedVerdict, recordedFiles } from './recorded';

const PER_AREA = 80;
const COMMAND = 'Verdicts of real API servers, recorded with `npm run parity:record`.';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      add: { type: 'boolean', default: false },
      rules: { type: 'boolean', default: false },
      new: { type: 'boolean', default: false },
      cases: { type: 'boolean', default: false },
      objects: { type: 'boolean', default: false },
      updates: { type: 'boolean', default: false },
      'kubernetes-version': { type: 'string', default: KUBERNETES_VERSIONS.join() },
    },
    allowPositionals: true,
  });
  const versions = values['kubernetes-version'].split(',') as KubernetesVersion[];
  const all = !values.rules && !values.cases && !values.objects && !values.updates;
  if (all || values.rules) await recordRules(versions, values.new);
  if (all || values.updates) await recordUpdates(versions, values.new);
  if (all || values.objects) {
    const added = values.objects ? positionals.flatMap((file) => JSON.parse(readFileSync(file, 'utf8'))) : [];
    await recordObjects(versions, added);
  }
  if (all || values.cases) await recordCases(values.add ? positionals : []);
}

async function recordCases(files: readonly string[]): Promise<void> {
  const servers = await Promise.all(PROVEN_VERSIONS.map(borrowServer));
  const judges = await Promise.all(servers.map(({ address }) => Judge.at(address)));
  try {
    const tries = judges.map((judge, index) => bothJudges(judge, PROVEN_VERSIONS[index]!));
    const releases = Object.fromEntries(
      servers.map(({ address }, index) => [PROVEN_VERSIONS[index]!, address.release]),
    );
    const known = new Map<string, { area: string; key: string; object: any; old: boolean }>();
    for (const { area, file } of recordedFiles()) {
      for (const { object } of file.cases) known.set(JSON.stringify(object), { area, key: '', object, old: true });
    }
    for (const file of files) {
      if (!existsSync(file)) continue;
      for (const { key, area, object } of JSON.parse(readFileSync(file, 'utf8'))) {
        const text = JSON.stringify(object);
        if (!known.has(text) && text.length < 800) known.set(text, { area, key, object, old: false });
      }
    }
    const cases = [...known.values()];
    const trials = await inParallel(cases, 8, ({ object }) => judgeAll(tries, object));
    const byArea = new Map<string, RecordedCase[]>();
    const taken = new Set<string>();
    cases.forEach(({ area, old, key, object }, index) => {
      const answers = trials[index]!;
      if (answers.some(({ known: difference, verdict }) => difference || ![201, 400, 409, 422].includes(verdict.code)))
        return;
      const agreed = answers.every(({ comparison }) => comparison.outcome === 'agree');
      if (!old && (!agreed || taken.has(key))) return;
      taken.add(key);
      const list = byArea.get(area) ?? [];
      if (!old && list.length >= PER_AREA) return;
      const verdicts = Object.fromEntries(answers.map(({ verdict }, at) => [PROVEN_VERSIONS[at]!, recordOf(verdict)]));
      byArea.set(area, [...list, { object, verdicts: verdicts as Record<KubernetesVersion, RecordedVerdict> }]);
    });
    mkdirSync(RECORDED, { recursive: true });
    for (const [area, list] of byArea) {
      const lines = list.map((each) => `    ${JSON.stringify(each)}`).join(',\n');
      const head = `{\n  "//": ${JSON.stringify(COMMAND)},\n  "servers": ${JSON.stringify(releases)},\n  "cases": [\n`;
      writeFileSync(join(RECORDED, `${area}.json`), `${head}${lines}\n  ]\n}\n`);
      process.stdout.write(`${area}: ${list.length} cases\n`);
    }
  } finally {
    for (const judge of judges) judge.close();
    await Promise.all(servers.map((server) => server.release()));
  }
}

function judgeAll(tries: readonly Try[], object: any): Promise<Trial[]> {
  return Promise.all(tries.map((attempt) => attempt(object)));
}

function recordOf(verdict: Trial['verdict']): RecordedVerdict {
  const complaints = verdict.accepted ? [] : complaintsOfServer(verdict);
  return { accepted: verdict.accepted, complaints: [...new Set(complaints.map(textOf))].sort() };
}

function textOf({ reason, path }: Complaint): string {
  return path ? `${reason} ${path}` : reason;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});

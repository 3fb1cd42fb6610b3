import { minorOf as minorNumberOf } from '../../src/facts';
import type { Finding } from '../../src/findings';
import { appliedObject, updateFindings } from '../../src/upgrade';
import { compare } from '../parity/compare';
import { inParallel } from '../parity/judges';
import { subjectNames } from '../upgrade/props/constructs';
import { changesOf, type ObjectChange, objectChanges } from '../upgrade/props/pairs';
import { bundledDefinitions } from './custom-resource-definitions';
import { mergePatch } from './server/merge-patch';
import { UpdateJudge } from './server/update-judge';
import { minorOf } from './server/versions';
import { describeWithServer } from './with-server';

const JOBS = 8;

/** Names and ports that two objects cannot have at the same time. */
const ONE_AT_A_TIME =
  /^(?:Service|ClusterRole|ClusterRoleBinding|PersistentVolume|StorageClass|PriorityClass|APIService)$/;

for (const release of ['1.36.3', '1.28.15']) {
  describeWithServer(release, (server) => {
    const version = minorOf(release);
    let judge: UpdateJudge;
    beforeAll(async () => {
      judge = await UpdateJudge.at(server(), JOBS);
      for (const definition of bundledDefinitions()) {
        const created = await judge.create(definition, 'client');
        if ('accepted' in created) throw new Error(created.message);
      }
      await judge.refresh();
    }, 120_000);
    afterAll(() => judge?.close());

    /** Constructs share props: the same change of a kind is asked about once. */
    const asked = new Set<string>();
    const isNew = ({ before, after }: ObjectChange) => {
      const change = [before.kind, mergePatch(before, after), mergePatch(after, before)];
      const { size } = asked;
      return asked.add(JSON.stringify(change)).size > size;
    };

    test.each(subjectNames())(
      '%s: the server and we say the same of every change of a prop',
      async (name) => {
        const changes = objectChanges(changesOf(name).flatMap((one) => one.changes)).filter(isNew);
        const differences: string[] = [];
        const attempt = async (change: ObjectChange) => {
          const difference = await differenceOf(judge, change, version);
          if (difference !== undefined) differences.push(difference);
        };
        const alone = changes.filter(({ before }) => ONE_AT_A_TIME.test(before.kind));
        await inParallel(alone, 1, attempt);
        await inParallel(
          changes.filter((change) => !alone.includes(change)),
          JOBS,
          attempt,
        );
        expect([...new Set(differences)]).toEqual([]);
      },
      600_000,
    );
  });
}

/** Where the server and our check disagree about one change; undefined where they do not. */
async function differenceOf(
  judge: UpdateJudge,
  { prop, before, after }: ObjectChange,
  version: ReturnType<typeof minorOf>,
): Promise<string | undefined> {
  const number = namespaces++;
  const [previous, next] = [before, after].map((object) => placed(object, number)) as [any, any];
  if ([previous, next].some((object) => needsOtherCluster(object, version))) return undefined;
  const created = await judge.create(previous, 'client');
  if ('accepted' in created) return `${prop}: ${before.kind} cannot be created: ${created.message}`;
  const { managedFields: _, ...metadata } = created.live.metadata;
  const live = { ...created.live, metadata };
  const verdict = await judge.put(created, appliedObject({ previous, live, next }, 'client', version));
  await judge.remove(created);
  // Growing a claim is a matter of its class, which admission looks up.
  if (/only dynamically provisioned pvc can be resized/.test(verdict.message ?? '')) return undefined;
  const findings = updateFindings(previous, next, version).map((one) => ({ ...one, category: 'api' }) as Finding);
  const { outcome, missing, extra } = compare(verdict, findings);
  if (outcome === 'agree') return undefined;
  const texts = [
    ...missing.map(({ path }) => `server: ${path}`),
    ...extra.map(({ path, rule }) => `ours: ${path} ${rule}`),
  ];
  return `${prop}: ${before.kind} ${outcome}: ${texts.join(', ')} ${verdict.message ?? ''}`;
}

let namespaces = 0;

/** Each object is created in a namespace of its own, and no controller ends the deletion of one. */
function placed(object: any, number: number): any {
  const { namespace: _, ...metadata } = object.metadata;
  if (object.kind === 'Namespace') metadata.name = `${metadata.name}-${number}`;
  return { ...object, metadata };
}

/** Fields of 1.29, which the charts have, as they are for the newest version: a server that is older cannot create them. */
const SINCE_1_29 =
  /"backoffLimitPerIndex"|"(?:preStop|postStart)":\{"sleep"|"initContainers":\[.*"restartPolicy":"Always"/;

/** What came after the version, and what needs two IP families. */
function needsOtherCluster(object: any, version: ReturnType<typeof minorOf>): boolean {
  const isNewer = minorNumberOf(version) < 29 && SINCE_1_29.test(JSON.stringify(object));
  return isNewer || object.spec?.ipFamilyPolicy === 'RequireDualStack';
}

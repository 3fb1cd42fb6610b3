/**
 * Compares `Permissions` with the answers of a server to SubjectAccessReviews about generated roles and bindings:
 * `npx tsx test/access/parity.ts VERSION QUESTIONS SEED`, for example `1.36 5000 7`.
 */
import { type AccessQuestion, Permissions } from '../../src/access';
import { NEWEST_VERSION } from '../../src/facts';
import { Connection } from '../e2e/server/connection';
import { startServer } from '../e2e/server/start';
import { inParallel } from '../parity/judges';
import { Random } from '../parity/random';
import { controllersOf } from '../parity/rehearsal/controller-names';
import { question, world } from './questions';

const PER_WORLD = 250;
/** So often in turn nothing has changed when the controller has nothing left to do. */
const CALM = 8;
/** Requests at a time. */
const JOBS = 16;
const API = '/apis/rbac.authorization.k8s.io/v1';
const PLURALS: Readonly<Record<string, string>> = {
  Role: 'roles',
  ClusterRole: 'clusterroles',
  RoleBinding: 'rolebindings',
  ClusterRoleBinding: 'clusterrolebindings',
};

function review({ account, verb, resource = '', group, namespace, name, path }: AccessQuestion): object {
  const [plural, subresource] = resource.split('/');
  const user = `system:serviceaccount:${account.namespace}:${account.name}`;
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${account.namespace}`, 'system:authenticated'];
  const attributes =
    path === undefined
      ? { resourceAttributes: { verb, group, resource: plural, subresource, namespace, name } }
      : { nonResourceAttributes: { verb, path } };
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user, groups, ...attributes },
  };
}

function addressOf({ kind, metadata }: any): string {
  return `${API}/${metadata.namespace === undefined ? '' : `namespaces/${metadata.namespace}/`}${PLURALS[kind]}`;
}

async function create(object: any, connection: Connection): Promise<void> {
  const { code, body } = await connection.post(addressOf(object), JSON.stringify(object));
  if (code >= 300) throw new Error(`${code} ${JSON.stringify(body)}`);
}

async function ask(question: AccessQuestion, connection: Connection): Promise<any> {
  const { body } = await connection.post(
    '/apis/authorization.k8s.io/v1/subjectaccessreviews',
    JSON.stringify(review(question)),
  );
  return body.status;
}

const WATCHER = { name: 'watcher', namespace: 'c' };

/** One object of each kind, which let an account of their own do something with a number. */
function sentinels(number: number): any[] {
  const name = `seen-${number}`;
  const subjects = [{ kind: 'ServiceAccount', ...WATCHER }];
  const apiGroup = 'rbac.authorization.k8s.io';
  const rules = [{ apiGroups: ['example.com'], resources: [name], verbs: ['get'] }];
  const paths = [{ nonResourceURLs: [`/${name}`], verbs: ['get'] }];
  return [
    { kind: 'Role', metadata: { name, namespace: 'c' }, rules },
    { kind: 'ClusterRole', metadata: { name }, rules: paths },
    { kind: 'RoleBinding', metadata: { name, namespace: 'c' }, roleRef: { apiGroup, kind: 'Role', name }, subjects },
    { kind: 'ClusterRoleBinding', metadata: { name }, roleRef: { apiGroup, kind: 'ClusterRole', name }, subjects },
  ].map((object) => ({ apiVersion: `${apiGroup}/v1`, ...object }));
}

/** Whether the authorizer has seen all of them, and with them what was created and deleted before. */
async function allSeen(number: number, connection: Connection): Promise<boolean> {
  const name = `seen-${number}`;
  const answers = await Promise.all([
    ask({ account: WATCHER, verb: 'get', group: 'example.com', resource: name, namespace: 'c' }, connection),
    ask({ account: WATCHER, verb: 'get', path: `/${name}` }, connection),
  ]);
  return answers.every(({ allowed }) => allowed === true);
}

/** Waits until the controller has written the rules of all roles that aggregate others. */
async function aggregated(connection: Connection): Promise<void> {
  const state = async () => {
    const { body }: any = await connection.get(`${API}/clusterroles`);
    return body.items.map(({ metadata }: any) => `${metadata.name} ${metadata.resourceVersion}`).join();
  };
  for (let [before, same] = ['', 0]; same < CALM; ) {
    const now = await state();
    same = now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function main(): Promise<void> {
  const [version = NEWEST_VERSION as string, count = '5000', seed = '7'] = process.argv.slice(2);
  const server = await startServer(version, { controllers: controllersOf(version, ['clusterrole-aggregation']) });
  const connection = new Connection(server, JOBS);
  const random = new Random(Number(seed));
  let [asked, allowed, different] = [0, 0, 0];
  try {
    for (const name of ['a', 'b', 'c'])
      await connection.post('/api/v1/namespaces', JSON.stringify({ metadata: { name } }));
    while (asked < Number(count)) {
      const objects = world(random);
      const marks = sentinels(asked);
      await inParallel(objects, JOBS, (object) => create(object, connection));
      await aggregated(connection);
      // The authorizer reads from a cache of each kind, which has these last.
      await inParallel(marks, JOBS, (object) => create(object, connection));
      while (!(await allSeen(asked, connection))) await new Promise((resolve) => setTimeout(resolve, 20));
      const permissions = new Permissions(objects);
      const questions = Array.from({ length: PER_WORLD }, () => question(random));
      await inParallel(questions, JOBS, async (one) => {
        const status = await ask(one, connection);
        const expected = status.allowed === true;
        asked++;
        if (expected) allowed++;
        if (permissions.allows(one) === expected) return;
        different++;
        if (different <= 5)
          process.stdout.write(`${JSON.stringify({ expected, reason: status.reason, one, objects })}\n`);
      });
      const remove = (object: any) => connection.delete(`${addressOf(object)}/${object.metadata.name}`);
      const isAggregating = (object: any) => object.aggregationRule !== undefined;
      const others = objects.filter((object) => !isAggregating(object));
      await inParallel([...others, ...marks], JOBS, remove);
      // The controller creates anew what is deleted while it writes the rules.
      for (const role of objects.filter(isAggregating)) {
        await aggregated(connection);
        await remove(role);
      }
    }
    process.stdout.write(`${version}: ${asked} questions, ${allowed} allowed, ${different} answered differently\n`);
  } finally {
    connection.close();
    await server.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});

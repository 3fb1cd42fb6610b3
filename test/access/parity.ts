/**
 * Compares `Permissions` with the answers of a server to SubjectAccessReviews about generated roles and bindings:
 * `npx tsx test/access/parity.ts VERSION QUESTIONS SEED`, for example `1.36 5000 7`.
 */
import { type AccessQuestion, Permissions } from '../../src/access';
import { Connection } from '../e2e/server/connection';
import { borrowServer } from '../e2e/server/shared';
import { inParallel } from '../parity/judges';
import { Random } from '../parity/random';
import { question, world } from './questions';

const PER_WORLD = 250;
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

async function main(): Promise<void> {
  const [version = '1.36', count = '5000', seed = '7'] = process.argv.slice(2);
  const server = await borrowServer(version);
  const connection = new Connection(server.address, 8);
  const random = new Random(Number(seed));
  let [asked, allowed, different] = [0, 0, 0];
  try {
    for (const name of ['a', 'b', 'c'])
      await connection.post('/api/v1/namespaces', JSON.stringify({ metadata: { name } }));
    while (asked < Number(count)) {
      const objects = world(random);
      const at = ({ kind, metadata }: any) =>
        `${API}/${metadata.namespace === undefined ? '' : `namespaces/${metadata.namespace}/`}${PLURALS[kind]}`;
      for (const object of objects) {
        const { code, body } = await connection.post(at(object), JSON.stringify(object));
        if (code >= 300) throw new Error(`${code} ${JSON.stringify(body)}`);
      }
      // The authorizer reads from caches that follow the objects.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const permissions = new Permissions(objects);
      const questions = Array.from({ length: PER_WORLD }, () => question(random));
      await inParallel(questions, 8, async (one) => {
        const { body } = await connection.post(
          '/apis/authorization.k8s.io/v1/subjectaccessreviews',
          JSON.stringify(review(one)),
        );
        const expected = body.status.allowed === true;
        asked++;
        if (expected) allowed++;
        if (permissions.allows(one) === expected) return;
        different++;
        if (different <= 5)
          process.stdout.write(`${JSON.stringify({ expected, reason: body.status.reason, one, objects })}\n`);
      });
      for (const object of objects) await connection.delete(`${at(object)}/${object.metadata.name}`);
    }
    process.stdout.write(`${version}: ${asked} questions, ${allowed} allowed, ${different} answered differently\n`);
  } finally {
    connection.close();
    await server.release();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});

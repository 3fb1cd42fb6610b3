import { type Address, Connection } from '../../e2e/server/connection';
import { type Resource, Resources } from '../../e2e/server/resources';
import type { Stack } from './stacks';

/** What the server answered to an object. */
export interface ServerAnswer {
  readonly accepted: boolean;
  readonly message: string;
  /** The answer to the same request with `dryRun=All` on the cluster as it was before the stack. */
  readonly dryRun?: string;
}

const PATIENCE = 60_000;
/** Within this time a server usually knows a new policy, LimitRange or class. */
const SETTLE = 1_500;
const SLOW = [
  'LimitRange',
  'ResourceQuota',
  'ValidatingAdmissionPolicyBinding',
  'MutatingAdmissionPolicyBinding',
  'PriorityClass',
  'RuntimeClass',
  'ServiceAccount',
];

const connections = new WeakMap<Address, Promise<{ connection: Connection; resources: Resources }>>();

/** How a stack is applied. */
export interface ApplyOptions {
  /** Milliseconds to wait until an object is in force, which cannot be asked. @default 1500 */
  readonly settle?: number;
  /** Whether to remove the objects afterwards. @default true */
  readonly remove?: boolean;
}

/**
 * Creates the objects of a stack one after the other, each when what was created before is in force, and removes them.
 *
 */
export async function applyStack(
  address: Address,
  { namespace, objects }: Stack,
  { settle = SETTLE, remove = true }: ApplyOptions = {},
): Promise<ServerAnswer[]> {
  const { connection, resources } = await connected(address);
  const defined = new Map<string, Resource>();
  const pathOf = (object: any): string | undefined => {
    const resource =
      resources.find(object.apiVersion, object.kind) ?? defined.get(`${object.apiVersion} ${object.kind}`);
    if (resource === undefined) return undefined;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${resource.base}${scope}/${resource.plural}`;
  };
  const post = async (object: any, query = ''): Promise<ServerAnswer> => {
    const path = pathOf(object);
    if (path === undefined) return { accepted: false, message: noMatches(object) };
    const { code, body } = await connection.post(`${path}?fieldValidation=Strict${query}`, JSON.stringify(object));
    return { accepted: code < 300, message: code < 300 ? '' : String(body?.message ?? body) };
  };
  const dryRuns = await Promise.all(objects.map((object) => post(object, '&dryRun=All')));
  const answers: ServerAnswer[] = [];
  for (const [index, object] of objects.entries()) {
    const answer = await post(object);
    answers.push({ ...answer, dryRun: dryRuns[index]!.accepted ? '' : dryRuns[index]!.message });
    if (!answer.accepted) continue;
    const path = `${pathOf(object)}/${object.metadata.name}`;
    if (object.kind === 'Namespace') {
      await found(connection, `/api/v1/namespaces/${namespace}/serviceaccounts/default`);
      await found(connection, `/api/v1/namespaces/${namespace}/configmaps/kube-root-ca.crt`);
    }
    if (object.kind === 'ResourceQuota') {
      await until(async () => (await connection.get(path)).body?.status?.used !== undefined);
    }
    if (object.kind === 'CustomResourceDefinition') {
      for (const [key, resource] of resourcesOf(object)) defined.set(key, resource);
      const [{ base, plural }] = [...defined.values()] as [Resource];
      await found(connection, `${base}/${plural}`);
    }
    if (SLOW.includes(object.kind)) await new Promise((resolve) => setTimeout(resolve, settle));
  }
  if (!remove) return answers;
  // Without its kind, the quota controller waits half a minute and counts nothing meanwhile.
  const kept = ['Namespace', 'CustomResourceDefinition'];
  const ofCluster = objects.filter(
    ({ metadata, kind }, index) => answers[index]!.accepted && metadata.namespace === undefined && !kept.includes(kind),
  );
  for (const object of ofCluster) await connection.delete(`${pathOf(object)}/${object.metadata.name}`);
  await connection.delete(`/api/v1/namespaces/${namespace}`);
  return answers;
}

/** What kubectl says to a kind that the server does not have. */
function noMatches({ kind, apiVersion }: any): string {
  return `no matches for kind "${kind}" in version "${apiVersion}"`;
}

async function connected(address: Address): Promise<{ connection: Connection; resources: Resources }> {
  let known = connections.get(address);
  if (known === undefined) {
    const connection = new Connection(address, 32);
    known = Resources.discover(connection).then((resources) => ({ connection, resources }));
    connections.set(address, known);
  }
  return known;
}

function resourcesOf({ spec: { group, names, scope, versions } }: any): [string, Resource][] {
  return versions.map(({ name }: { name: string }) => [
    `${group}/${name} ${names.kind}`,
    { base: `/apis/${group}/${name}`, plural: names.plural, namespaced: scope === 'Namespaced' },
  ]);
}

function found(connection: Connection, path: string): Promise<void> {
  return until(async () => (await connection.get(path)).code === 200);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the controllers did not answer in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

import { type Address, Connection } from '../../e2e/server/connection';
import { Resources } from '../../e2e/server/resources';
import type { Stack } from './stacks';

/** What the server answered to an object. */
export interface ServerAnswer {
  readonly accepted: boolean;
  readonly message: string;
}

const PATIENCE = 30_000;
/** Within this time the server knows a new policy, LimitRange or class. */
const SETTLE = 1_500;
const SLOW = [
  'LimitRange',
  'ResourceQuota',
  'ValidatingAdmissionPolicyBinding',
  'PriorityClass',
  'RuntimeClass',
  'ServiceAccount',
];

const connections = new WeakMap<Address, Promise<{ connection: Connection; resources: Resources }>>();

/** Creates the objects of a stack one after the other, each when what was created before is in force. */
export async function applyStack(address: Address, { namespace, objects }: Stack): Promise<ServerAnswer[]> {
  let known = connections.get(address);
  if (known === undefined) {
    const connection = new Connection(address, 16);
    known = Resources.discover(connection).then((resources) => ({ connection, resources }));
    connections.set(address, known);
  }
  const { connection, resources } = await known;
  const answers: ServerAnswer[] = [];
  for (const object of objects) {
    const resource = resources.find(object.apiVersion, object.kind)!;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    const { code, body } = await connection.post(
      `${resource.base}${scope}/${resource.plural}?fieldValidation=Strict`,
      JSON.stringify(object),
    );
    const accepted = code < 300;
    answers.push({ accepted, message: accepted ? '' : String(body?.message ?? body) });
    if (accepted && object.kind === 'Namespace') {
      await found(connection, `/api/v1/namespaces/${namespace}/serviceaccounts/default`);
      await found(connection, `/api/v1/namespaces/${namespace}/configmaps/kube-root-ca.crt`);
    }
    if (accepted && object.kind === 'ResourceQuota') {
      const path = `/api/v1/namespaces/${namespace}/resourcequotas/${object.metadata.name}`;
      await until(async () => (await connection.get(path)).body?.status?.used !== undefined);
    }
    if (accepted && SLOW.includes(object.kind)) await new Promise((resolve) => setTimeout(resolve, SETTLE));
  }
  await connection.delete(`/api/v1/namespaces/${namespace}`);
  return answers;
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

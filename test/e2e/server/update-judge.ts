import { type Verdict, verdictOf } from './ask';
import { type Address, type Answer, Connection } from './connection';
import { mergePatch } from './merge-patch';
import { Resources } from './resources';

/** An object that was created for a while, so that updates of it can be tried. */
export interface CreatedObject {
  /** The object as the server returns it. */
  readonly live: any;
  readonly path: string;
}

const DRY_RUN = 'dryRun=All&fieldValidation=Strict';
const MANAGER = 'fieldManager=kubectl';

/** Asks one server for its verdict on updates. Objects are created, updates of them are tried without storing them. */
export class UpdateJudge {
  private namespaces = 0;

  private constructor(
    readonly connection: Connection,
    private resources: Resources,
  ) {}

  static async at(address: Address, connections = 8): Promise<UpdateJudge> {
    const connection = new Connection(address, connections);
    return new UpdateJudge(connection, await Resources.discover(connection));
  }

  /** Learns the kinds again, after a CustomResourceDefinition was added. */
  async refresh(): Promise<void> {
    this.resources = await Resources.discover(this.connection);
  }

  /**
   * Creates an object, in its namespace or in one of its own; returns the answer of a server that does not accept it. Objects
   * must be removed before others of the same name are created.
   */
  async create(object: any, style: 'client' | 'server'): Promise<CreatedObject | Verdict> {
    const resource = this.resources.find(object.apiVersion, object.kind);
    if (resource === undefined) throw new Error(`no resource ${object.apiVersion} ${object.kind}`);
    let collection = `${resource.base}/${resource.plural}`;
    if (resource.namespaced) {
      const name = object.metadata?.namespace ?? `updates-${process.pid}-${this.namespaces++}`;
      await this.connection.post('/api/v1/namespaces', JSON.stringify({ metadata: { name } }));
      collection = `${resource.base}/namespaces/${name}/${resource.plural}`;
    }
    const body = JSON.stringify({ ...object, metadata: newMetadata(object.metadata) });
    const name = object.metadata?.name;
    const answer =
      style === 'client'
        ? await this.connection.post(
            `${collection}?fieldManager=kubectl-client-side-apply&fieldValidation=Strict`,
            body,
          )
        : await this.connection.patch(
            `${collection}/${encodeURIComponent(name)}?${MANAGER}&fieldValidation=Strict`,
            body,
            'application/apply-patch+yaml',
          );
    if (answer.code >= 300) return verdictOf(answer);
    const path = `${collection}/${encodeURIComponent(answer.body.metadata.name)}`;
    return { path, live: await this.settled(path, answer.body) };
  }

  /** The verdict on a PUT of a whole object. */
  async put({ path, live }: CreatedObject, object: any): Promise<Verdict> {
    const body = inNamespaceOf(live, object);
    const send = () => this.retried(() => this.connection.put(`${path}?${DRY_RUN}`, JSON.stringify(body)));
    const answer = await send();
    if (answer.code !== 409 || body.metadata.resourceVersion !== live.metadata.resourceVersion)
      return verdictOf(answer);
    // A controller in the server wrote the status.
    body.metadata.resourceVersion = (await this.connection.get(path)).body.metadata.resourceVersion;
    return verdictOf(await send());
  }

  /** The verdict on a patch that makes the object what it should be, as kubectl apply sends one. */
  async patch({ path, live }: CreatedObject, object: any): Promise<Verdict> {
    const body = JSON.stringify(mergePatch(live, inNamespaceOf(live, object)) ?? {});
    const target = `${path}?${DRY_RUN}&fieldManager=kubectl-client-side-apply`;
    return verdictOf(await this.retried(() => this.connection.patch(target, body, 'application/merge-patch+json')));
  }

  /** The verdict on a server-side apply by the manager that created the object. */
  async apply({ path, live }: CreatedObject, object: any): Promise<Verdict> {
    const body = JSON.stringify(inNamespaceOf(live, object));
    const target = `${path}?${DRY_RUN}&${MANAGER}&force=true`;
    return verdictOf(await this.retried(() => this.connection.patch(target, body, 'application/apply-patch+yaml')));
  }

  /** Deletes an object that has finalizers, so that it stays and is being deleted. */
  async beginDeletion({ path }: CreatedObject): Promise<CreatedObject> {
    await this.connection.delete(path);
    return { path, live: (await this.connection.get(path)).body };
  }

  async remove({ path, live }: CreatedObject): Promise<void> {
    await this.connection.delete(`${path}?gracePeriodSeconds=0`);
    // No controller takes the finalizers away; what is left would keep the name.
    await this.connection.patch(path, '{"metadata":{"finalizers":null}}', 'application/merge-patch+json');
    if (live.kind === 'Namespace') await this.finalize(path);
    for (let wait = 0; wait < 50 && (await this.connection.get(path)).code !== 404; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** A namespace is kept by a finalizer of its own, which the namespace controller takes away where one runs. */
  private async finalize(path: string): Promise<void> {
    const { body } = await this.connection.get(path);
    await this.connection.put(`${path}/finalize`, JSON.stringify({ ...body, spec: { finalizers: [] } }));
  }

  close(): void {
    this.connection.close();
  }

  /** No controllers run here: a claim is bound by hand, as updates of one that is not are another matter. */
  private async settled(path: string, live: any): Promise<any> {
    if (live.kind === 'CustomResourceDefinition') return this.established(path, live);
    if (live.kind !== 'PersistentVolumeClaim') return live;
    const status = { phase: 'Bound', capacity: { storage: live.spec.resources.requests.storage } };
    const answer = await this.connection.put(`${path}/status`, JSON.stringify({ ...live, status }));
    return answer.code < 300 ? answer.body : live;
  }

  /** Names of a definition can change until its kind is served. */
  private async established(path: string, created: any): Promise<any> {
    let live = created;
    for (let wait = 0; wait < 100; wait++) {
      live = (await this.connection.get(path)).body;
      const conditions: readonly any[] = live.status?.conditions ?? [];
      if (conditions.some(({ type, status }) => type === 'Established' && status === 'True')) break;
      if (conditions.some(({ type, status }) => type === 'NamesAccepted' && status === 'False')) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return live;
  }

  private async retried(send: () => Promise<Answer>): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await send();
        if (answer.code !== 429 || attempt > 20) return answer;
      } catch (error) {
        if (attempt > 3) return { code: 500, body: { reason: 'HangUp', message: String(error) }, warnings: [] };
      }
      await new Promise((resolve) => setTimeout(resolve, 50 * (attempt + 1)));
    }
  }
}

/** Metadata without what only the server gives to an object. */
function newMetadata(metadata: any): object {
  const { uid: _, resourceVersion: __, namespace: ___, ...rest } = metadata;
  return rest;
}

function inNamespaceOf(live: any, object: any): any {
  return { ...object, metadata: { ...object.metadata, namespace: live.metadata.namespace } };
}

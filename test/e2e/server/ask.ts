import { type Address, type Answer, Connection } from './connection';
import { Resources } from './resources';

export interface Cause {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
}

/** What a server says to an object. */
export interface Verdict {
  /** True too when an object of that name is already there (409): that one was valid. */
  readonly accepted: boolean;
  readonly code: number;
  /** `Invalid`, `BadRequest`, `Forbidden`, … or `NoMatch` for a kind that the server does not have. */
  readonly reason?: string;
  readonly message?: string;
  readonly causes: readonly Cause[];
  readonly warnings: readonly string[];
  /** The object as the server would store it, when it is accepted. */
  readonly stored?: any;
}

/** Asks one server for its verdict on many objects, without storing them. */
export class Judge {
  private readonly namespaces = new Map<string, Promise<unknown>>();

  private constructor(
    readonly connection: Connection,
    private resources: Resources,
  ) {}

  static async at(address: Address, connections = 8): Promise<Judge> {
    const connection = new Connection(address, connections);
    return new Judge(connection, await Resources.discover(connection));
  }

  /** The kinds that can be created, as `apiVersion kind`. */
  get kinds(): string[] {
    return this.resources.list();
  }

  /** The verdict on `POST ?dryRun=All&fieldValidation=Strict`, sent to where kubectl would send the object. */
  async ask(object: any): Promise<Verdict> {
    const resource = this.resources.find(object?.apiVersion, object?.kind);
    if (!resource) return noMatch(object);
    let path = `${resource.base}/${resource.plural}`;
    if (resource.namespaced) {
      const namespace = namespaceOf(object);
      await this.ensureNamespace(namespace);
      path = `${resource.base}/namespaces/${encodeURIComponent(namespace)}/${resource.plural}`;
    }
    return verdictOf(await this.post(path, object));
  }

  /** Learns the kinds again, after a CustomResourceDefinition was added. */
  async refresh(): Promise<void> {
    this.resources = await Resources.discover(this.connection);
  }

  close(): void {
    this.connection.close();
  }

  private async post(path: string, object: unknown): Promise<Answer> {
    const target = `${path}?dryRun=All&fieldValidation=Strict`;
    const body = JSON.stringify(object);
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await this.connection.post(target, body);
        if (answer.code !== 429 || attempt > 20) return answer;
      } catch (error) {
        // A kept-alive connection may close just as the request is written; nothing was stored, so ask again. When it
        // always closes, the object makes the server panic.
        if (attempt > 3) return { code: 500, body: { reason: 'HangUp', message: String(error) }, warnings: [] };
      }
      await new Promise((resolve) => setTimeout(resolve, 50 * (attempt + 1)));
    }
  }

  private ensureNamespace(name: string): Promise<unknown> {
    let made = this.namespaces.get(name);
    if (!made) {
      made = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)
        ? this.connection.post('/api/v1/namespaces', JSON.stringify({ metadata: { name } }))
        : Promise.resolve();
      this.namespaces.set(name, made);
    }
    return made;
  }
}

function namespaceOf(object: any): string {
  const namespace = object.metadata?.namespace;
  return typeof namespace === 'string' && namespace !== '' ? namespace : 'default';
}

export function verdictOf({ code, body, warnings }: Answer): Verdict {
  if (code < 300) return { accepted: true, code, causes: [], warnings, stored: body };
  const causes = (body?.details?.causes ?? []).map((cause: any) => ({
    reason: cause.reason ?? '',
    field: cause.field ?? '',
    message: cause.message ?? '',
  }));
  const accepted = code === 409 && body?.reason === 'AlreadyExists';
  return { accepted, code, reason: body?.reason, message: body?.message ?? String(body), causes, warnings };
}

function noMatch(object: any): Verdict {
  const message = `no matches for kind ${JSON.stringify(object?.kind)} in version ${JSON.stringify(object?.apiVersion)}`;
  return { accepted: false, code: 404, reason: 'NoMatch', message, causes: [], warnings: [] };
}

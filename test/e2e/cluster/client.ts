import { apply, exec, get, until } from './kubectl';
import { createNamespace, deleteNamespace } from './namespaces';
import { podsIn } from './pods';

/** What a request was answered. */
export interface Answer {
  readonly isOk: boolean;
  readonly body: string;
}

/** A pod that makes requests from inside the cluster. */
export class Client {
  private constructor(
    public readonly namespace: string,
    private readonly ownsNamespace: boolean,
  ) {}

  /** Starts it, in a namespace of its own or in another, which is created and removed again if there is none. */
  public static async start(name: string, options: { namespace?: string; labels?: object } = {}): Promise<Client> {
    const { namespace = `e2e-client-${name}`, labels = {} } = options;
    const isNew = !isActive(namespace);
    if (isNew) await createNamespace(namespace, 'restricted');
    const securityContext = {
      ...{ runAsNonRoot: true, runAsUser: 65534, allowPrivilegeEscalation: false },
      ...{ capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } },
    };
    const resources = { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '50m', memory: '32Mi' } };
    const command = ['sleep', '3600'];
    const container = { name: 'client', image: 'busybox:1.36.1', command, resources, securityContext };
    const spec = { containers: [container], terminationGracePeriodSeconds: 0 };
    apply([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'e2e-client', labels }, spec }], namespace);
    const isReady = () => (podsIn(namespace).find((pod) => pod.name === 'e2e-client')?.isReady ? true : undefined);
    await until('the client is Ready', 120, isReady);
    return new Client(namespace, isNew);
  }

  /** Requests a URL. */
  public get(url: string): Answer {
    const { exitCode, stdout, stderr } = this.run(['wget', '-q', '-O', '-', '-T', '5', url]);
    return { isOk: exitCode === 0, body: exitCode === 0 ? stdout : stderr };
  }

  /** Whether a TCP connection opens. */
  public connects(host: string, port: number): boolean {
    return this.run(['nc', '-z', '-w', '5', host, String(port)]).exitCode === 0;
  }

  /** Runs a command of BusyBox. */
  public run(command: readonly string[]) {
    return exec(this.namespace, 'e2e-client', command);
  }

  /** Removes it. */
  public remove(): void {
    if (this.ownsNamespace) deleteNamespace(this.namespace);
  }
}

/** Whether there is such a namespace that is not being deleted. */
function isActive(namespace: string): boolean {
  const found = get('namespace', namespace);
  return found !== undefined && found.metadata.deletionTimestamp === undefined;
}

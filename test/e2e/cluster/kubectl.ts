import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** What kubectl answered. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An object as the API server returns it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
  };
  // The fields depend on the kind.
  readonly [field: string]: any;
}

/** Runs kubectl, or the program that KUBECTL names, on the cluster of KUBECONFIG. */
export function kubectl(args: readonly string[], input?: string): Outcome {
  if (!process.env.KUBECONFIG) throw new Error('KUBECONFIG is required: it names the cluster to test on');
  const done = spawnSync(process.env.KUBECTL ?? 'kubectl', args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
    ...(input === undefined ? {} : { input }),
  });
  if (done.error) throw done.error;
  return { exitCode: done.status, stdout: done.stdout, stderr: done.stderr };
}

/** Standard output of a kubectl call. @throws if it fails. */
export function succeed(args: readonly string[], input?: string): string {
  const { exitCode, stdout, stderr } = kubectl(args, input);
  if (exitCode !== 0) throw new Error(`kubectl ${args.join(' ')}: exit code ${exitCode}\n${stderr}${stdout}`);
  return stdout;
}

/** An object; undefined if there is none. */
export function get(kind: string, name: string, namespace?: string): KubernetesObject | undefined {
  const stdout = succeed(['get', kind, name, ...inNamespace(namespace), '--ignore-not-found', '-o', 'json']);
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}

/** The objects of a kind in a namespace. @param selector labels, as `-l` takes them. */
export function list(kind: string, namespace?: string, selector?: string): KubernetesObject[] {
  const labels = selector === undefined ? [] : ['-l', selector];
  return JSON.parse(succeed(['get', kind, ...inNamespace(namespace), ...labels, '-o', 'json'])).items;
}

/** The objects of a kind in all namespaces. */
export function listAll(kind: string): KubernetesObject[] {
  return JSON.parse(succeed(['get', kind, '-A', '-o', 'json'])).items;
}

/** Applies objects on the side of the server, which stores no copy of them in an annotation. */
export function apply(objects: readonly object[], namespace?: string): void {
  const items = { apiVersion: 'v1', kind: 'List', items: objects };
  succeed(['apply', '--server-side', '--force-conflicts', ...inNamespace(namespace), '-f', '-'], JSON.stringify(items));
}

/** Runs a command in a container. */
export function exec(namespace: string, pod: string, command: readonly string[], container?: string): Outcome {
  const which = container === undefined ? [] : ['-c', container];
  return kubectl(['exec', pod, ...inNamespace(namespace), ...which, '--', ...command]);
}

/** The log of a container. */
export function logs(namespace: string, pod: string, container?: string): string {
  return succeed(['logs', pod, ...inNamespace(namespace), ...(container === undefined ? [] : ['-c', container])]);
}

/**
 * Asks every two seconds until the answer is not undefined.
 *
 * @throws after `seconds`, with what was expected and what `describe` finds then.
 */
export async function until<T>(
  expected: string,
  seconds: number,
  ask: () => T | undefined,
  describe: () => unknown = () => '',
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) {
      throw new Error(`${expected}: not within ${seconds} s\n${JSON.stringify(describe(), undefined, 2)}`);
    }
    await sleep(2000);
  }
}

function inNamespace(namespace: string | undefined): string[] {
  return namespace === undefined ? [] : ['-n', namespace];
}

import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assets, findAssets, findControllerManager } from './assets';
import { type Address, Connection } from './connection';
import { releaseOf } from './versions';

export interface RunningServer extends Address {
  readonly assets: Assets;
  /** Resolves when one of the processes ends. */
  readonly ended: Promise<string>;
  /** Ends the processes and removes their folder. */
  stop(): Promise<void>;
}

/** A machine that does other work too takes its time. */
const READY_WITHIN = 600_000;

export interface ServerOptions {
  /**
   * Controllers of kube-controller-manager to run, such as `resourcequota`. With them the ServiceAccount admission is on,
   * which asks for accounts that a controller makes.
   *
   * @default none
   */
  readonly controllers?: readonly string[];
}

/**
 * Starts etcd and kube-apiserver on free loopback ports. No scheduler, no nodes and, unless asked for, no controllers: objects
 * are validated, defaulted and stored, and nothing else happens to them.
 */
export async function startServer(version: string, { controllers = [] }: ServerOptions = {}): Promise<RunningServer> {
  const release = releaseOf(version);
  const assets = findAssets(release);
  const folder = mkdtempSync(join(tmpdir(), `kube-apiserver-${release}-`));
  const children: ChildProcess[] = [];
  const killNow = () => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const forget = beforeTheEnd(killNow);
  const stop = async () => {
    forget();
    await Promise.all([...children].reverse().map(end));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [client, peer, secure] = await freePorts(3);
    children.push(launch(assets.etcd, etcdFlags(folder, client!, peer!), join(folder, 'etcd.log')));
    const token = randomBytes(16).toString('hex');
    writeCredentials(folder, token);
    const log = join(folder, 'kube-apiserver.log');
    children.push(launch(assets.kubeApiserver, apiserverFlags(folder, client!, secure!, controllers.length > 0), log));
    const ended = Promise.race(children.map(endOf));
    const url = `https://127.0.0.1:${secure}`;
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, kubeconfigOf(url, token), { mode: 0o600 });
    const address = { url, token, kubeconfig, release, certificate: join(folder, 'certificates', 'apiserver.crt') };
    const trouble = await Promise.race([ready(address), ended]);
    if (trouble) throw new Error(`kube-apiserver ${release} did not start: ${trouble}\n${tail(log)}`);
    if (controllers.length > 0) {
      const manager = findControllerManager(release);
      children.push(launch(manager, controllerFlags(folder, controllers), join(folder, 'kube-controller-manager.log')));
    }
    return { ...address, assets, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const works = new Set<() => void>();

/** Runs the work when this process ends, by itself or by a signal that nobody else handles. */
function beforeTheEnd(work: () => void): () => void {
  if (works.size === 0) {
    process.on('exit', workAll);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  works.add(work);
  return () => {
    works.delete(work);
    if (works.size === 0) forgetAll();
  };
}

function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  workAll();
  forgetAll();
  process.kill(process.pid, signal);
}

function workAll(): void {
  for (const work of works) work();
  works.clear();
}

function forgetAll(): void {
  process.off('exit', workAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function etcdFlags(folder: string, client: number, peer: number): string[] {
  const clients = `http://127.0.0.1:${client}`;
  const peers = `http://127.0.0.1:${peer}`;
  return [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${clients}`,
    `--advertise-client-urls=${clients}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=default=${peers}`,
    '--unsafe-no-fsync',
    '--log-level=error',
  ];
}

function apiserverFlags(folder: string, etcd: number, secure: number, hasControllers: boolean): string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${etcd}`,
    `--cert-dir=${join(folder, 'certificates')}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${secure}`,
    `--service-account-key-file=${join(folder, 'service-account.pem')}`,
    `--service-account-signing-key-file=${join(folder, 'service-account.pem')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-cluster-ip-range=10.0.0.0/16',
    `--token-auth-file=${join(folder, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--allow-privileged=true',
    // No controller makes the default ServiceAccounts that this plugin asks for.
    ...(hasControllers ? [] : ['--disable-admission-plugins=ServiceAccount']),
    '--profiling=false',
  ];
}

function controllerFlags(folder: string, controllers: readonly string[]): string[] {
  return [
    `--kubeconfig=${join(folder, 'kubeconfig')}`,
    `--controllers=${controllers.join(',')}`,
    `--service-account-private-key-file=${join(folder, 'service-account.pem')}`,
    `--root-ca-file=${join(folder, 'certificates', 'apiserver.crt')}`,
    '--leader-elect=false',
    '--secure-port=0',
    '--use-service-account-credentials=false',
  ];
}

function writeCredentials(folder: string, token: string): void {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' });
  writeFileSync(join(folder, 'service-account.pem'), pem, { mode: 0o600 });
  writeFileSync(join(folder, 'tokens.csv'), `${token},admin,admin,system:masters\n`, { mode: 0o600 });
}

function kubeconfigOf(server: string, token: string): string {
  const named = (key: string, value: object) => [{ name: 'local', [key]: value }];
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: named('cluster', { server, 'insecure-skip-tls-verify': true }),
    users: named('user', { token }),
    contexts: named('context', { cluster: 'local', user: 'local' }),
    'current-context': 'local',
  });
}

function launch(command: string, flags: readonly string[], log: string): ChildProcess {
  const output = openSync(log, 'a');
  const child = spawn(command, flags, { stdio: ['ignore', output, output] });
  closeSync(output);
  return child;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`${child.spawnfile} ended (${signal ?? code})`));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = endOf(child);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

/** Resolves to nothing once the server is ready and has made its own namespaces, else to what it still lacks. */
async function ready(address: Address): Promise<string | undefined> {
  const connection = new Connection(address, 1);
  const deadline = Date.now() + READY_WITHIN;
  let lacks = 'no answer';
  try {
    while (Date.now() < deadline) {
      for (const path of ['/readyz', '/api/v1/namespaces/default']) {
        lacks = await connection.get(path).then(
          (answer) => (answer.code === 200 ? '' : `${path} answers ${answer.code}`),
          (error: Error) => error.message,
        );
        if (lacks) break;
      }
      if (!lacks) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return lacks;
  } finally {
    connection.close();
  }
}

async function freePorts(count: number): Promise<number[]> {
  const listeners = await Promise.all(
    Array.from({ length: count }, async () => {
      const listener = createServer();
      await new Promise<void>((resolve, reject) => {
        listener.once('error', reject);
        listener.listen(0, '127.0.0.1', resolve);
      });
      return listener;
    }),
  );
  const ports = listeners.map((listener) => (listener.address() as { port: number }).port);
  await Promise.all(listeners.map((listener) => new Promise((resolve) => listener.close(resolve))));
  return ports;
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
}

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A MariaDB server of this machine, laid out as in the container: all that it writes is in three folders. */
export interface LocalServer {
  readonly port: number;
  readonly socket: string;
  /** Folder in which clients and scripts may write, as the emptyDir at /tmp. */
  readonly tmp: string;
  readonly folder: string;
  /** Runs a script as the container would, and returns what it printed. @throws Error with what it printed when it fails. */
  run(command: readonly string[], env?: Readonly<Record<string, string>>): string;
  /** SQL as the database's root, over the socket. */
  sql(text: string): string;
  stop(): void;
}

const SERVER = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd', '/usr/local/sbin/mariadbd'].find(existsSync);

/** Whether the machine has a server. CI installs one; elsewhere the tests say that they were left out. */
export const hasServer = SERVER !== undefined;

/** CI installs what the tests need where there is an apt-get; then a test that is left out is a failure. */
export const isExpected = process.env.CI === 'true' && existsSync('/usr/bin/apt-get');

/** Of nobody on any machine. */
const USER_ID = 10001;

export const ROOT_PASSWORD = 'root-pass';

/**
 * Starts a server on a new data folder, as the image's entrypoint does: first without network to set it up (`initialise`), then
 * for good.
 */
export async function startLocalServer(
  configuration: string,
  initialise: (temporary: Pick<LocalServer, 'sql' | 'run' | 'socket' | 'tmp'>) => void,
): Promise<LocalServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const [data, run, tmp] = ['data', 'run', 'tmp'].map((name) => join(folder, name));
  for (const path of [data, run, tmp]) mkdirSync(path!);
  // The server refuses to run as root; as in the container it may be anybody else, even somebody without a name.
  const identity = process.getuid?.() === 0 ? { uid: USER_ID, gid: USER_ID } : {};
  for (const path of [folder, data!, run!, tmp!]) {
    if (identity.uid !== undefined) chownSync(path, USER_ID, USER_ID);
  }
  chmodSync(folder, 0o755);
  chmodSync(tmp!, 0o777);
  const cnf = join(folder, 'my.cnf');
  const port = await freePort();
  writeFileSync(cnf, configuration.replace(/^port = .*$/m, `port = ${port}`), { mode: 0o644 });
  const socket = join(run!, 'mysqld.sock');
  execFileSync(
    'mariadb-install-db',
    [`--defaults-file=${cnf}`, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    identity,
  );
  const start = (...options: string[]) =>
    spawn(
      SERVER!,
      [
        `--defaults-file=${cnf}`,
        `--datadir=${data}`,
        `--socket=${socket}`,
        `--pid-file=${join(run!, 'mysqld.pid')}`,
        `--tmpdir=${tmp}`,
        `--log-error=${join(tmp!, 'server.log')}`,
        ...options,
      ],
      { stdio: 'ignore', ...identity },
    );
  const runScript = (command: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const [file, ...args] = command;
    const { status, stdout, stderr } = spawnSync(file!, args, {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: tmp, TMPDIR: tmp, ...env },
      ...identity,
    });
    if (status !== 0) throw new Error(`${command.join(' ').slice(0, 80)}: exit code ${status}\n${stdout}${stderr}`);
    return stdout + stderr;
  };
  let password = '';
  const sql = (text: string) =>
    execFileSync(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-uroot', '--default-character-set=utf8mb4', '-N', '-e', text],
      {
        encoding: 'utf8',
        env: { ...process.env, MYSQL_PWD: password },
      },
    );
  const first = start('--skip-networking');
  await untilReady(socket);
  initialise({ sql, run: runScript, socket, tmp: tmp! });
  sql(`ALTER USER root@localhost IDENTIFIED BY '${ROOT_PASSWORD}'`);
  password = ROOT_PASSWORD;
  await ended(first);
  const server = start();
  await untilReady(socket);
  return {
    ...{ port, socket, tmp: tmp!, folder, run: runScript, sql },
    stop: () => {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exit;
}

async function untilReady(socket: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { status } = spawnSync('mariadb-admin', ['--no-defaults', `--socket=${socket}`, 'ping']);
    if (status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server does not answer');
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

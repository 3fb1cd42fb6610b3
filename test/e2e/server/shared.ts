import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './assets';
import { type Address, Connection } from './connection';
import { startServer } from './start';
import { releaseOf } from './versions';

/** A server in use, and how to let it go: one that others share goes on, one of our own stops. */
export interface BorrowedServer {
  readonly address: Address;
  release(): Promise<void>;
}

/** Lets others find the server that `serve` keeps running, unless they have one already. Gives the way to undo it. */
export async function announce(address: Address): Promise<() => void> {
  if (await runningServer(address.release)) return () => {};
  const file = fileOf(address.release);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(address), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The server that `serve` keeps running for that version, else a new one. */
export async function borrowServer(version: string): Promise<BorrowedServer> {
  const running = await runningServer(version);
  if (running) return { address: running, release: async () => {} };
  const own = await startServer(version);
  return { address: own, release: () => own.stop() };
}

export async function runningServer(version: string): Promise<Address | undefined> {
  const file = fileOf(releaseOf(version));
  if (!existsSync(file)) return undefined;
  const address: Address = JSON.parse(readFileSync(file, 'utf8'));
  const connection = new Connection(address, 1);
  try {
    return (await connection.get('/readyz')).code === 200 ? address : undefined;
  } catch {
    return undefined;
  } finally {
    connection.close();
  }
}

function fileOf(release: string): string {
  return join(cacheFolder(), 'running', `v${release}.json`);
}

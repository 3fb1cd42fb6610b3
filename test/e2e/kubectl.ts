import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from './server/start';

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Kubectl = (args: readonly string[], input?: string) => Outcome;

/** Homes of kubectl, where it keeps what a server serves: asking for it anew takes longer than most commands. */
const homes = new WeakMap<RunningServer, string>();

/** kubectl of the server's own version, with a home for that server, in a namespace for the objects that name none. */
export function kubectlFor(server: RunningServer, namespace = 'default'): Kubectl {
  const home = homes.get(server) ?? mkdtempSync(join(tmpdir(), 'kubectl-home-'));
  homes.set(server, home);
  const config = JSON.parse(readFileSync(server.kubeconfig, 'utf8'));
  config.contexts[0].context.namespace = namespace;
  const kubeconfig = join(home, `${namespace}.config`);
  writeFileSync(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return (args, input) => {
    const done = spawnSync(server.assets.kubectl, args, {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: home, KUBECONFIG: kubeconfig },
      maxBuffer: 1 << 28,
      ...(input === undefined ? {} : { input }),
    });
    if (done.error) throw done.error;
    return { exitCode: done.status, stdout: done.stdout, stderr: done.stderr };
  };
}

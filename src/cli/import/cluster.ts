import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CommandError } from '../command-error';

const run = promisify(execFile);

/** Answer of the current kubeconfig's cluster at an address, asked through `kubectl get --raw`. */
export async function askCluster(address: string): Promise<Buffer> {
  return kubectlGet(['--raw', address], `asked for ${address}`);
}

/**
 * What `kubectl get` prints.
 *
 * @param what what the message says of the cluster when it fails: `the cluster cannot be …`
 * @throws CommandError with the last line that kubectl printed.
 */
export async function kubectlGet(args: readonly string[], what: string): Promise<Buffer> {
  try {
    const { stdout } = await run('kubectl', ['get', ...args, '--request-timeout=60s'], {
      encoding: 'buffer',
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === 'ENOENT') throw new CommandError('kubectl is not on the PATH; reading a cluster needs it');
    throw new CommandError(`the cluster cannot be ${what}: ${lastLine(stderr)}`);
  }
}

/** kubectl logs each attempt; what it gave up with comes last. */
function lastLine(stderr: Buffer | undefined): string {
  const lines = (stderr ?? '').toString().split('\n');
  return (
    lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .at(-1) ?? 'kubectl failed'
  );
}

/** Keeps a kube-apiserver running until interrupted: `npx tsx test/e2e/serve.ts 1.36`. */
import { NEWEST_VERSION } from '../../src/facts';
import { announce } from './server/shared';
import { startServer } from './server/start';

async function main(): Promise<void> {
  const server = await startServer(process.argv[2] ?? NEWEST_VERSION);
  const forget = await announce(server);
  process.once('exit', forget);
  process.stdout.write(
    `kube-apiserver ${server.release}: ${server.url}\nexport KUBECONFIG=${server.kubeconfig}\nkubectl: ${server.assets.kubectl}\n`,
  );
  const signal = new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve(name));
  });
  const why = await Promise.race([signal, server.ended]);
  await server.stop();
  process.stderr.write(`${why}\n`);
  process.exit(why.startsWith('SIG') ? 0 : 1);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

import { type App, Chart } from 'cdk8s';
import { Env, EnvFrom, external, Pod, Qos, TenantNamespace } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.secret('mysec1', { keys: ['username', 'password'] }), external.secret('mysec2')];

/**
 * Secrets as environment variables, key by key and as a whole.
 *
 * Needs: Kubernetes 1.28 or later, and in namespace secret-env the Secrets `mysec1` (keys username and password) and
 * `mysec2`.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'secret-env', { namespace: 'secret-env' });
  new TenantNamespace(chart, 'secret-env', { network: 'open' });
  new Pod(chart, 'pod-test', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'echo Connecting as $DB_USER; exec sleep 3600'],
    qos: Qos.bestEffort(),
    env: { DB_USER: Env.secret('mysec1', 'username'), DB_PASSWORD: Env.secret('mysec1', 'password') },
    security: { runAsUser: 65534 },
    envFrom: [EnvFrom.secret('mysec2', { prefix: 'APP_' })],
  });
}

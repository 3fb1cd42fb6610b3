import { type App, Chart } from 'cdk8s';
import { Env, EnvFrom, PlainPod, Qos } from 'cdk8s-patterns';

/** A Secret as environment variables, key by key and as a whole. */
export default function (app: App): void {
  const chart = new Chart(app, 'secret-env', { namespace: 'secret-env' });
  new PlainPod(chart, 'pod-test', {
    image: 'registry.example.com/pod-test:v0.1',
    qos: Qos.bestEffort(),
    env: { DB_USER: Env.secret('mysec1', 'username'), DB_PASSWORD: Env.secret('mysec1', 'password') },
    envFrom: [EnvFrom.secret('mysec2', { prefix: 'APP_' })],
  });
}

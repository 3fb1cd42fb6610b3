import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A container command whose arguments reference environment variables. */
export default function (app: App): void {
  const chart = new Chart(app, 'command-and-args');
  new PlainPod(chart, 'pod-with-cmd-and-args', {
    image: 'registry.example.com/pod-test:v0.1',
    command: ['/bin/sh', '-c'],
    args: ['python3 /usr/local/bin/demo.py -p $(PORT)'],
    env: { PORT: 8080 },
    port: 8080,
    qos: Qos.bestEffort(),
  });
}

import { type App, Chart, Duration } from 'cdk8s';
import { PlainPod, type ProbeProps, type ProbeTiming, Qos } from 'cdk8s-patterns';

/** Startup, liveness and readiness probes with all four handlers and all five timings. */
export default function (app: App): void {
  const chart = new Chart(app, 'probes');
  const timing: ProbeTiming = {
    initialDelay: Duration.seconds(60),
    timeout: Duration.seconds(1),
    period: Duration.seconds(5),
    successThreshold: 1,
    failureThreshold: 1,
  };
  const questions: Record<string, ProbeProps> = {
    exec: { exec: ['/bin/sh', '-c', 'test "$(curl -s 127.0.0.1/livez)" = OK'], ...timing },
    'http-get': {
      http: { path: '/livez', port: 'http', scheme: 'HTTP', headers: { 'X-Probe': 'kubelet' } },
      ...timing,
    },
    'tcp-socket': { tcp: { port: 'http' }, ...timing },
    grpc: { grpc: { port: 'grpc', service: 'pod-test' }, ...timing },
  };
  for (const [way, probe] of Object.entries(questions)) {
    new PlainPod(chart, `pod-${way}`, {
      image: 'registry.example.com/pod-test:v0.1',
      qos: Qos.bestEffort(),
      ports: [
        { name: 'http', port: 8080 },
        { name: 'grpc', port: 9000 },
      ],
      probes: { startup: probe, liveness: probe, readiness: { ...probe, successThreshold: 2 } },
    });
  }
}

import * as kplus from 'cdk8s-plus-28';
import { HealthChecks } from '../../src/mixins';
import { Probes } from '../../src/pod';
import { complaints, containerIn, plainChart, workload } from './pods';

test('a cdk8s-plus container gets a gRPC probe, its others stay', () => {
  const chart = plainChart();
  const container = { image: 'a:1', portNumber: 9000, readiness: kplus.Probe.fromCommand(['true']) };
  const deployment = new kplus.Deployment(chart, 'a', { containers: [container] });
  deployment.with(new HealthChecks({ liveness: { grpc: { port: 9000 } } }));
  const { livenessProbe, readinessProbe } = containerIn(chart, 'main');
  expect(livenessProbe).toEqual({ grpc: { port: 9000 } });
  expect(readinessProbe).toMatchObject({ exec: { command: ['true'] } });
});

test('a port by its name, in the container that is meant', () => {
  const chart = plainChart();
  const containers = [
    { name: 'app', image: 'a:1' },
    { name: 'web', image: 'b:1', ports: [{ name: 'http', containerPort: 80 }] },
  ];
  workload(chart, { containers });
  chart.with(new HealthChecks(Probes.http('/healthz', { port: 'http' }), 'web'));
  expect(containerIn(chart, 'web').startupProbe?.httpGet).toEqual({ path: '/healthz', port: 'http' });
  expect(containerIn(chart, 'app')).not.toHaveProperty('startupProbe');
});

test('a port or a container that is not there is reported at synthesis, wrong timing at once', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(
    new HealthChecks({ readiness: { tcp: { port: 'http' } } }),
    new HealthChecks(Probes.exec(['true']), 'web'),
  );
  expect(complaints(chart)).toEqual([
    'HealthChecks: probes.readiness.tcp.port: the container has no port "http"; the container has no named ports',
    'HealthChecks: container: the pod does not have a container "web" (it has "app")',
  ]);
  expect(() => new HealthChecks({ liveness: { exec: ['true'], tcp: {}, successThreshold: 2 } })).toThrow(
    /probes\.liveness: .*exactly one of.*\n.*probes\.liveness\.successThreshold: must be 1/,
  );
});

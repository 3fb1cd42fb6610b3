import { Duration } from 'cdk8s';
import { Probes, type ProbesProps } from '../../src/pod';
import { probesManifest } from '../../src/pod/probes';
import { issuesOf, made } from './issues';

const ports = [
  { name: 'http', containerPort: 8080 },
  { name: 'grpc', containerPort: 9000 },
];
const manifestOf = (probes: Probes | ProbesProps) => made((reportIssue) => probesManifest(probes, ports, reportIssue));

test('the short form asks one question at start, for liveness and for readiness', () => {
  expect(manifestOf(Probes.http('/healthz'))).toEqual({
    startupProbe: {
      httpGet: { path: '/healthz', port: 'http' },
      periodSeconds: 5,
      timeoutSeconds: 2,
      failureThreshold: 30,
    },
    livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, timeoutSeconds: 2 },
    readinessProbe: { httpGet: { path: '/healthz', port: 'http' }, timeoutSeconds: 2 },
  });
});

test('a longer start gets more tries', () => {
  const probes = Probes.tcp({ port: 'grpc', startWithin: Duration.minutes(10) });
  expect(manifestOf(probes).startupProbe).toMatchObject({ tcpSocket: { port: 'grpc' }, failureThreshold: 120 });
});

test('grpc has the number of a named port, as the API has no names there', () => {
  expect(manifestOf(Probes.grpc({ port: 'grpc', service: 'shop' })).livenessProbe?.grpc).toEqual({
    port: 9000,
    service: 'shop',
  });
});

test('every field of the full form', () => {
  const probes: ProbesProps = {
    startup: { exec: ['cat', '/tmp/healthy'], initialDelay: Duration.seconds(5), failureThreshold: 7 },
    liveness: {
      http: { path: '/live', port: 8081, scheme: 'HTTPS', host: '10.0.0.1', headers: { 'X-Probe': 'yes' } },
      period: Duration.seconds(4),
      timeout: Duration.seconds(3),
      successThreshold: 1,
      terminationGracePeriod: Duration.minutes(1),
    },
    readiness: { tcp: {}, successThreshold: 2 },
  };
  expect(manifestOf(probes)).toEqual({
    startupProbe: { exec: { command: ['cat', '/tmp/healthy'] }, initialDelaySeconds: 5, failureThreshold: 7 },
    livenessProbe: {
      httpGet: {
        path: '/live',
        port: 8081,
        scheme: 'HTTPS',
        host: '10.0.0.1',
        httpHeaders: [{ name: 'X-Probe', value: 'yes' }],
      },
      periodSeconds: 4,
      timeoutSeconds: 3,
      successThreshold: 1,
      terminationGracePeriodSeconds: 60,
    },
    readinessProbe: { tcpSocket: { port: 'http' }, successThreshold: 2 },
  });
});

test('no probes', () => {
  expect(manifestOf(Probes.none())).toEqual({});
});

test.each<[string, ProbesProps, string]>([
  ['no handler', { liveness: {} }, 'probes.liveness: exactly one of exec, http, tcp and grpc is required, got none'],
  [
    'two handlers',
    { startup: { exec: ['x'], tcp: {} } },
    'probes.startup: exactly one of exec, http, tcp and grpc is required, got exec and tcp',
  ],
  [
    'an unknown port',
    { liveness: { http: { port: 'htp' } } },
    'probes.liveness.http.port: the container has no port "htp"; it has "http", "grpc" (did you mean "http"?)',
  ],
  [
    'a port over the top',
    { liveness: { tcp: { port: 70000 } } },
    'probes.liveness.tcp.port: must be an integer, between 1 and 65535, got 70000',
  ],
  [
    'a relative path',
    { readiness: { http: { path: 'ready' } } },
    'probes.readiness.http.path: must begin with "/", got "ready" (try "/ready")',
  ],
  [
    'two successes for liveness',
    { liveness: { tcp: {}, successThreshold: 2 } },
    'probes.liveness.successThreshold: must be 1 for a liveness probe, got 2',
  ],
  [
    'a grace period for readiness',
    { readiness: { tcp: {}, terminationGracePeriod: Duration.seconds(5) } },
    'probes.readiness.terminationGracePeriod: must not be set for readiness probes, which do not restart the container',
  ],
  [
    'no time at all',
    { liveness: { tcp: {}, period: Duration.seconds(0) } },
    'probes.liveness.period: must be an integer number of seconds, 1 or more, got 0 s',
  ],
  [
    'half a second',
    { liveness: { tcp: {}, timeout: Duration.millis(500) } },
    'probes.liveness.timeout: must be an integer number of seconds, 1 or more, got 0.5 s',
  ],
])('refuses %s', (_, probes, message) => {
  expect(issuesOf((reportIssue) => probesManifest(probes, ports, reportIssue))).toEqual([message]);
});

test('a probe without port needs a container with one', () => {
  expect(issuesOf((reportIssue) => probesManifest({ liveness: { tcp: {} } }, [], reportIssue))).toEqual([
    'probes.liveness.tcp.port: is required, because the container has no ports',
  ]);
});

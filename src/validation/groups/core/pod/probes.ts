import { gatesOf, hasChange } from '../../../../facts';
import { httpHeaderName, portName, portNumber } from '../../../../values';
import { type FieldNode, fieldChecks, type Report, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { podSpecOf } from './pod-ancestors';

const handler = podTexts('validateHandler');
const probe = podTexts('validateProbe');
const PROBE = 'spec.containers[0].livenessProbe';
const web = { with: { [PROBE]: { httpGet: { port: 80 } } } };
const preStop = { with: { 'spec.containers[0].lifecycle.preStop': { sleep: { seconds: 5 } } } };

/** Rules of what a probe or a hook does, in the server's order. */
const HANDLER_TEXTS = {
  'handler-required': handler.required(
    'must specify a handler type',
    'A probe or hook does one thing: run a command (exec), ask over HTTP (httpGet), open a connection (tcpSocket), ask over gRPC (grpc, probes only) or wait (sleep, hooks only).',
    { [`${PROBE}.httpGet`]: undefined },
    web,
  ),
  'handler-several': handler.forbidden(
    'may not specify more than 1 handler type',
    'A probe or hook does one thing. Keep one of the handlers.',
    { [`${PROBE}.tcpSocket`]: { port: 80 } },
    web,
  ),
  'handler-command-required': podTexts('validateExecAction').required(
    '',
    'exec runs a command in the container, so it needs the command and its arguments as a list.',
    { [`${PROBE}.exec`]: {} },
    { accepts: { [`${PROBE}.exec`]: { command: ['true'] } } },
  ),
  'handler-port': podTexts('ValidatePortNumOrName').invalid(
    '{detail}',
    'The port is a number from 1 to 65535 or the name of a port: at most 15 lowercase letters, digits and dashes.',
    { [`${PROBE}.httpGet.port`]: 0 },
    web,
  ),
  'handler-scheme': podTexts('validateHTTPGetAction').notSupported(
    'supported values: {supported}',
    'The scheme is HTTP or HTTPS, in capital letters.',
    { [`${PROBE}.httpGet.scheme`]: 'https' },
    web,
  ),
  'handler-header': podTexts('validateHTTPGetAction').invalid(
    '{detail}',
    'The name of an HTTP header is letters, digits and dashes.',
    { [`${PROBE}.httpGet.httpHeaders`]: [{ name: 'X Header', value: '1' }] },
    web,
  ),
  'handler-sleep': podTexts('validateSleepAction').invalid(
    '{detail}',
    'The time that a hook sleeps is part of the time that the pod has to end, so it cannot be longer than terminationGracePeriodSeconds. Zero is allowed from Kubernetes 1.33 on.',
    { 'spec.containers[0].lifecycle.preStop.sleep.seconds': 60 },
    { ...preStop, since: '1.30' },
  ),
} as const;

/** Probes, their timing, and the handlers of probes and lifecycle hooks. */
export const probeRules = rules(
  'io.k8s.api.core.v1.Probe',
  {
    ...HANDLER_TEXTS,
    'probe-timing': probe.invalid(
      'must be greater than or equal to 0',
      'Delays, periods, timeouts and thresholds of a probe are not negative; zero means the default.',
      { [`${PROBE}.periodSeconds`]: -1 },
      web,
    ),
    'probe-success-threshold': podTexts('validateLivenessProbe').invalid(
      'must be 1',
      'One success is enough for a liveness or startup probe: the container is restarted or started by failures, not by successes.',
      { [`${PROBE}.successThreshold`]: 2 },
      web,
    ),
    'probe-grace-period': probe.invalid(
      '{detail}',
      'The grace period of a probe is the time that a failing container gets to end. It is at least a second, and a readiness probe, which ends nothing, has none.',
      { [`${PROBE}.terminationGracePeriodSeconds`]: 0 },
      web,
    ),
  },
  (node, report) => {
    const { atLeast } = fieldChecks(report);
    const { value, field } = node;
    checkHandler(value, node, ['exec', 'httpGet', 'tcpSocket', 'grpc'], report);
    for (const name of [
      'initialDelaySeconds',
      'timeoutSeconds',
      'periodSeconds',
      'successThreshold',
      'failureThreshold',
    ] as const) {
      atLeast('probe-timing', name, value[name], 0);
    }
    if (field !== 'readinessProbe' && value.successThreshold !== 1) {
      report('probe-success-threshold', 'successThreshold', { value: value.successThreshold });
    }
    const grace = value.terminationGracePeriodSeconds;
    if (grace === undefined) return;
    const wrong = (detail: string) =>
      report('probe-grace-period', 'terminationGracePeriodSeconds', { value: grace, detail });
    if (grace <= 0) wrong('must be greater than 0');
    if (field === 'readinessProbe') wrong('must not be set for readinessProbes');
  },
);

export const lifecycleHandlerRules = rules('io.k8s.api.core.v1.LifecycleHandler', HANDLER_TEXTS, (node, report) => {
  checkHandler(node.value, node, ['exec', 'httpGet', 'tcpSocket', 'sleep'], report);
});

type ReportRule = Report<keyof typeof HANDLER_TEXTS>;

function checkHandler(value: any, node: FieldNode, kinds: readonly string[], report: ReportRule): void {
  const { required } = fieldChecks(report);
  const given = kinds.filter((kind) => value[kind] !== undefined);
  required('handler-required', '', given);
  for (const kind of given.slice(1)) report('handler-several', kind);
  const handled = value[given[0] ?? ''];
  switch (given[0]) {
    case 'exec':
      required('handler-command-required', 'exec.command', handled.command ?? []);
      return;
    case 'httpGet':
      checkHttpGet(handled, report);
      return;
    case 'tcpSocket':
      checkPort(handled.port ?? 0, 'tcpSocket.port', report);
      return;
    case 'grpc':
      checkPort(handled.port ?? 0, 'grpc.port', report);
      return;
    case 'sleep':
      checkSleep(handled.seconds ?? 0, podSpecOf(node).terminationGracePeriodSeconds, node.minor, report);
      return;
  }
}

function checkHttpGet({ port = 0, scheme, httpHeaders = [] }: any, report: ReportRule): void {
  const { format } = fieldChecks(report);
  checkPort(port, 'httpGet.port', report);
  if (scheme !== 'HTTP' && scheme !== 'HTTPS') {
    report('handler-scheme', 'httpGet.scheme', { value: scheme, supported: sortedValues(['HTTP', 'HTTPS']) });
  }
  for (const { name = '' } of httpHeaders) {
    format('handler-header', 'httpGet.httpHeaders', name, httpHeaderName);
  }
}

function checkPort(port: number | string, field: string, report: ReportRule): void {
  const messages = typeof port === 'string' ? portName(port) : portNumber(port);
  for (const detail of messages) report('handler-port', field, { value: port, detail });
}

function checkSleep(seconds: number, grace: number | undefined, minor: number, report: ReportRule): void {
  const least = gatesOf(minor).has('PodLifecycleSleepActionAllowZero') ? 0 : 1;
  if (grace === undefined || (seconds >= least && seconds <= grace)) return;
  const bound = least === 0 ? 'non-negative' : 'greater than 0';
  const gate =
    least === 1 && hasChange(minor, 'ZeroSleepGate')
      ? '. Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.'
      : '';
  report('handler-sleep', 'sleep', {
    value: seconds,
    detail: `must be ${bound} and less than terminationGracePeriodSeconds (${grace})${gate}`,
  });
}

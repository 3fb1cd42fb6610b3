import { containersOf } from '../../facts';
import type { Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const probed = (timeoutSeconds: number) =>
  deployment({}, { livenessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 10, timeoutSeconds } });
/** Seconds when none are set, as the server does. */
const TIMEOUT = 1;
const PERIOD = 10;

export const probeTimeout: ReferenceRule = {
  id: 'probe-timeout-too-long',
  isConflict: true,
  severity: 'warning',
  message: 'a probe may take 30 seconds and is due every 10 seconds',
  why: 'A container has one probe of a type at a time. With a timeout of more than two periods, probes that time out are further apart than the period says, and a container that does not respond is found later.',
  hint: 'set timeoutSeconds to periodSeconds at most',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes',
  refused: [probed(30)],
  accepted: [probed(15)],
  on: 'pod',
  check: (subject) => {
    const { pod } = subject as Workload;
    return containersOf(pod.spec).flatMap(({ container, field }) =>
      ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((type): Dangling[] => {
        const { timeoutSeconds = TIMEOUT, periodSeconds = PERIOD } = container[type] ?? {};
        // A period of 0 is the default too.
        const period = periodSeconds === 0 ? PERIOD : periodSeconds;
        // Many charts let a probe miss its next turn.
        if (!(timeoutSeconds > 2 * period)) return [];
        const message = `a probe may take ${timeoutSeconds} seconds and is due every ${period} seconds`;
        return [{ field: `${pod.specPath}.${field}.${type}.timeoutSeconds`, message, certainty: 'likely' }];
      }),
    );
  },
};

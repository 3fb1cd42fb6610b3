import type { Chart } from 'cdk8s';
import { call, container, issuesOf, library, made, stateful, web } from './unseen/ask';

const { Scaling } = library;
const job = { ...container, restartPolicy: 'Never' };

/** What is passed, and the value that means the same: a hint must never turn on what was turned off. */
const OPPOSITES: readonly (readonly [make: (chart: Chart) => unknown, hint: string])[] = [
  [made('WebApp', { ...web, security: { readOnlyRootFilesystem: false } }), 'use writableRootFilesystem: true'],
  [made('WebApp', { ...web, security: { readOnlyRootFilesystem: 'false' } }), 'use writableRootFilesystem: true'],
  [made('WebApp', { ...web, security: { readOnlyRootFilesystem: true } }), 'use writableRootFilesystem: false'],
  [made('WebApp', { ...web, security: { runAsNonRoot: false } }), 'use runAsRoot: true'],
  [made('WebApp', { ...web, readOnlyRootFs: false }), 'use security: { writableRootFilesystem: true }'],
  [made('WebApp', { ...web, network_mode: 'bridge' }), 'use hostNetwork: false'],
  [made('WebApp', { ...web, network_mode: 'host' }), 'use hostNetwork: true'],
  [made('StatefulApp', { ...stateful, podManagementPolicy: 'OrderedReady' }), 'use parallel: false'],
  [made('Job', { ...job, completionMode: 'NonIndexed' }), 'use indexed: false'],
  [made('NodeAgent', { ...container, runOnMasters: false }), 'use onControlPlane: false'],
];

test.each(OPPOSITES.map(([make, hint]) => [hint, make] as const))('%s', (hint, make) => {
  expect(issuesOf(make).join()).toContain(`(${hint})`);
});

/** A kind of Service, or another choice, that is passed as a switch. */
test.each([
  [made('WebApp', { ...web, loadBalancer: true }), 'use service: { type: "LoadBalancer" }'],
  [made('WebApp', { ...web, nodePort: true }), 'use service: { type: "NodePort" }'],
  [made('WebApp', { ...web, service: { headless: true } }), 'use type: "Headless"'],
])('a choice as a switch: %#', (make, hint) => {
  expect(issuesOf(make).join()).toContain(`(${hint})`);
});

/** Bounds in a hint have to be bounds. */
test.each([
  [{ minReplicas: 10 }, 'min: 10, max: 20'],
  [{ maxReplicas: 1 }, 'min: 1, max: 1'],
  [{ minInstances: 3 }, 'min: 3, max: 8'],
  [{ maxPods: 5 }, 'min: 2, max: 5'],
  [{ maximumTaskCount: 5 }, 'min: 2, max: 5'],
])('%j: Scaling.onCpu({ %s, percent: 80 })', (props, bounds) => {
  expect(issuesOf(made('WebApp', { ...web, ...props })).join()).toContain(`Scaling.onCpu({ ${bounds}, percent: 80 })`);
});

test('bounds within Scaling are its own props', () => {
  const issues = issuesOf(call((any) => Scaling.onCpu(any({ minPods: 1, max: 3, percent: 80 }))));
  expect(issues.join()).toContain('use min: 1');
});

import { describeExample } from './describe-example';
import { exec, get, until } from './kubectl';
import { RunningExample } from './running-example';

/** The example of metrics-server, where the cluster has none. */
const metricsServer = new RunningExample('metrics-server');
const API = ['apiservice', 'v1beta1.metrics.k8s.io'] as const;
let installed = false;

beforeAll(async () => {
  if (get(...API) !== undefined) return;
  installed = true;
  await metricsServer.start();
  const isAvailable = () =>
    get(...API)?.status?.conditions?.some(({ type, status }: any) => type === 'Available' && status === 'True')
      ? true
      : undefined;
  await until('metrics-server is available', 180, isAvailable, () => get(...API)?.status);
}, 300_000);

afterAll(() => {
  if (installed) metricsServer.remove();
}, 120_000);

describeExample('autoscaling', (check) => {
  check('load adds pods', async (example) => {
    const autoscaler = () => example.object('HorizontalPodAutoscaler', 'scaled-web').status;
    const measured = () =>
      autoscaler().currentMetrics?.[0]?.resource?.current?.averageUtilization === undefined ? undefined : true;
    await until('a measurement of the CPU', 180, measured, autoscaler);
    expect(autoscaler().currentReplicas).toBe(1);
    const { name } = example.pod('scaled-web');
    exec(example.namespace, name, ['sh', '-c', '(timeout 150 sh -c "while :; do :; done" > /dev/null 2>&1 &)']);
    const scaled = () => (autoscaler().desiredReplicas > 1 ? true : undefined);
    await until('more than one pod', 150, scaled, autoscaler);
  });
});

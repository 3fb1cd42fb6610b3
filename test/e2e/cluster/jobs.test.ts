import { describeExample } from './describe-example';
import { get, logs, succeed } from './kubectl';

/** The first fifty digits of pi. */
const PI = '3.14159265358979323846264338327950288419716939937510';

describeExample('job', (check) => {
  check('four pods have computed pi', (example) => {
    const pods = example.pods();
    expect(pods.map(({ phase }) => phase)).toEqual(['Succeeded', 'Succeeded', 'Succeeded', 'Succeeded']);
    for (const { name } of pods) expect(logs(example.namespace, name)).toMatch(PI);
  });
});

describeExample('cron-job', (check) => {
  check('a run of the CronJob completes', (example) => {
    succeed(['create', 'job', 'now', '--from=cronjob/hello', '-n', example.namespace]);
    succeed(['wait', '--for=condition=Complete', 'job/now', '-n', example.namespace, '--timeout=90s']);
    const log = succeed(['logs', 'job/now', '-n', example.namespace]);
    expect(log).toContain('Hello from the Kubernetes cluster');
    expect(get('job', 'now', example.namespace)!.status.succeeded).toBe(1);
  });
});

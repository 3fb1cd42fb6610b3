import { describeExample } from './describe-example';
import { list, logs, until } from './kubectl';

describeExample('probes', (check) => {
  check('the kubelet asked over HTTP and HTTPS, with the header', (example) => {
    for (const pod of ['pod-http-get', 'pod-https-get']) {
      expect(logs(example.namespace, pod)).toMatch(/GET \/livez HTTP.* 200 .*kube-probe/);
    }
  });

  check('startup probes have passed', (example) => {
    const statuses = list('pods', example.namespace).flatMap(({ status }) => status.containerStatuses);
    expect(statuses.map(({ started }) => started)).toEqual([true, true, true, true, true]);
  });
});

describeExample('exec-liveness', (check) => {
  check('the container is restarted once the file is gone', async (example) => {
    const restarted = () => (example.pod('test-liveness-exec').containers[0]!.restarts > 0 ? true : undefined);
    await until('a restart', 150, restarted, () => example.pods());
    const events = list('events', example.namespace).filter(({ reason }) => reason === 'Unhealthy');
    expect(events.map(({ message }) => message).join('\n')).toMatch(/^Liveness probe failed: cat: .*\/tmp\/healthy/m);
  });
});

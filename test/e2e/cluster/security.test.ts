import { describeExample } from './describe-example';
import { exec, logs, until } from './kubectl';

describeExample('run-as-user', (check) => {
  check('the process has the user and the groups', (example) => {
    const id = logs(example.namespace, 'run-as-user');
    expect(id).toMatch(/uid=1001\S* gid=1001/);
    for (const group of [1001, 1002, 1003, 2001]) expect(id).toMatch(new RegExp(`groups=.*\\b${group}\\b`));
  });
});

describeExample('capabilities', (check) => {
  check('the container may configure its network, and may not change owners of files', (example) => {
    const pod = 'pod-securitycontext-capabilities';
    expect(logs(example.namespace, pod)).toContain('192.0.2.1/32');
    const chown = exec(example.namespace, pod, ['sh', '-c', 'touch /tmp/file && chown 1000 /tmp/file']);
    expect(chown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Operation not permitted') });
  });
});

describeExample('kernel-parameters', (check) => {
  check('the safe parameter is set', (example) => {
    const value = exec(example.namespace, 'pod-sysctls', ['cat', '/proc/sys/net/ipv4/tcp_syncookies']);
    expect(value.stdout).toBe('1\n');
  });
});

describeExample('service-account', (check) => {
  check('the program lists the pods of its namespace, and nothing else', async (example) => {
    const { name } = example.pod('in-cluster-client');
    const answer = () => (logs(example.namespace, name).includes('"kind": "PodList"') ? true : undefined);
    await until('a list of pods', 30, answer, () => logs(example.namespace, name));
    const token = '$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)';
    const url = 'https://kubernetes.default.svc/api/v1/secrets';
    const request = `curl -sk -o /dev/null -w '%{http_code}' -H "Authorization: Bearer ${token}" ${url}`;
    expect(exec(example.namespace, name, ['sh', '-c', request]).stdout).toBe('403');
  });
});

describeExample('qos-classes', (check) => {
  check('the pods have their classes', (example) => {
    const classes = example.pods().map(({ name, qosClass }) => [name, qosClass]);
    expect(Object.fromEntries(classes)).toEqual({
      guaranteed: 'Guaranteed',
      burstable: 'Burstable',
      'best-effort': 'BestEffort',
      gpu: 'Guaranteed',
    });
  });
});

describeExample('stress-pod', (check) => {
  check('it is Burstable', (example) => {
    expect(example.pod('pod-stress').qosClass).toBe('Burstable');
  });
});

import { Client } from './client';
import { describeExample } from './describe-example';
import { exec, succeed } from './kubectl';

describeExample('lifecycle-hooks', (check) => {
  check('both commands write to the node', (example) => {
    const mark = () => exec(example.namespace, 'pod-prestop', ['cat', '/tmp/poststart.log', '/tmp/prestop.log']).stdout;
    expect(mark()).toMatch(/lifecycle poststart at /);
    const before = mark().match(/lifecycle prestop at /g)?.length ?? 0;
    succeed(['delete', 'pod', 'pod-prestop', '-n', example.namespace, '--grace-period=5']);
    succeed(['apply', '-n', example.namespace, '-f', example.file.path]);
    succeed(['wait', '--for=condition=Ready', 'pod/pod-prestop', '-n', example.namespace, '--timeout=60s']);
    expect(mark().match(/lifecycle prestop at /g)).toHaveLength(before + 1);
  });
});

describeExample('command-and-args', (check) => {
  let client: Client;
  afterAll(() => client?.remove());

  check('the server listens on the port of the variable', async (example) => {
    client = await Client.start('args');
    const { ip } = example.pod('pod-with-cmd-and-args');
    expect(client.get(`http://${ip}:8080/`)).toEqual({ isOk: true, body: 'Hello\n' });
  });
});

describeExample('restart-policies', (check) => {
  check('only OnFailure restarts a container that fails', (example) => {
    const restarts = (name: string) => example.pod(name).containers.map((container) => container.restarts);
    expect([restarts('pod-onfailure'), restarts('job-onfailure')]).toEqual([[1], [1]]);
    expect([restarts('pod-always'), restarts('pod-never'), restarts('job-never')]).toEqual([[0], [0], [0]]);
  });
});

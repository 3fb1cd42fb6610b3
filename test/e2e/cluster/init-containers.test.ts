import { Client } from './client';
import { describeExample } from './describe-example';
import { exec, until } from './kubectl';
import type { PodState } from './pods';
import { note } from './report';

/** Whether every init container had succeeded before the first container was started. */
function expectInOrder({ initContainers, containers }: PodState): void {
  expect(initContainers.map(({ exitCode }) => exitCode)).toEqual(initContainers.map(() => 0));
  const started = [...initContainers, ...containers].map(({ startedAt }) => startedAt!);
  expect(started).toEqual([...started].sort());
}

describeExample('init-container', (check) => {
  let client: Client;
  afterAll(() => client?.remove());

  check('the rule is set before the app starts: port 8000 leads to port 8080', async (example) => {
    const pod = example.pod('pod-init-container');
    if (!pod.isReady) return note(example.name, 'not tested: the rule');
    expectInOrder(pod);
    client = await Client.start('init');
    expect(client.get(`http://${pod.ip}:8000/`)).toMatchObject({ isOk: true });
  });
});

describeExample('war-tomcat', (check) => {
  let client: Client;
  afterAll(() => client?.remove());

  check('Tomcat serves the application of the image', async (example) => {
    const pod = example.pod('javaweb-2');
    expectInOrder(pod);
    client = await Client.start('war');
    const answered = () => (client.get(`http://${pod.ip}:8080/sample/`).isOk ? true : undefined);
    await until('the page of the WAR file', 90, answered, () => client.get(`http://${pod.ip}:8080/sample/`));
  });
});

describeExample('full-pod', (check) => {
  check('the app finds the file that the init container wrote, and the Secret', (example) => {
    expectInOrder(example.pod('full-pod'));
    const read = (file: string) => exec(example.namespace, 'full-pod', ['cat', file], 'app').stdout;
    expect(read('/var/cache/nginx/warm')).toMatch(/UTC \d{4}/);
    expect(read('/etc/auth/auth/password')).toBe('pw-of-full-pod');
    expect(read('/etc/app/app.conf')).toBe('a = 1\n');
  });
});

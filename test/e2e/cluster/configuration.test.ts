import { ConfigMap, Content, EnvFrom, Qos, Worker } from '../../../src';
import { Client } from './client';
import { describeExample } from './describe-example';
import { exec, get, logs, until } from './kubectl';
import { createNamespace, deleteNamespace } from './namespaces';
import { podsIn } from './pods';
import { run } from './program';
import type { RunningExample } from './running-example';

const readFile = ({ namespace }: RunningExample, pod: string, file: string) =>
  exec(namespace, pod, ['cat', file]).stdout;

describeExample('downward-api', (check) => {
  check('the variables have the values that the API server shows', (example) => {
    const { metadata, spec, status } = get('pod', 'test-downwardapi', example.namespace)!;
    const log = logs(example.namespace, 'test-downwardapi');
    const variables = Object.fromEntries(log.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2)));
    expect(variables).toMatchObject({
      POD_NAME: metadata.name,
      POD_NAMESPACE: metadata.namespace,
      POD_UID: metadata.uid,
      POD_LABEL: 'us-est-coast',
      POD_ANNOTATION: '7',
      NODE_NAME: spec.nodeName,
      SERVICE_ACCOUNT: spec.serviceAccountName,
      HOST_IP: status.hostIP,
      POD_IP: status.podIP,
      CPU_LIMIT: '100',
      CPU_REQUEST: '100',
      MEMORY_LIMIT: '64',
      MEMORY_REQUEST: String(64 * 2 ** 20),
      DISK_LIMIT: String(2 ** 30),
      DISK_REQUEST: String(2 ** 30),
    });
    expect(readFile(example, 'test-downwardapi', '/etc/podinfo/labels')).toContain('zone="us-est-coast"');
  });
});

describeExample('secret-env', (check) => {
  check('the variables have the values of both Secrets', (example) => {
    const variables = exec(example.namespace, 'pod-test', ['env']).stdout.split('\n');
    expect(variables).toEqual(expect.arrayContaining(['DB_USER=tom', 'DB_PASSWORD=pw-of-secret-env', 'APP_REGION=eu']));
  });
});

describeExample('secret-files', (check) => {
  check('the user of the image reads the files, which have their modes', (example) => {
    expect(readFile(example, 'pod-test', '/etc/mysec/auth/user')).toBe('tom');
    expect(readFile(example, 'pod-test', '/etc/mysec/auth/password')).toBe('pw-of-secret-files');
    const modes = ['stat', '-L', '-c', '%a %g', '/etc/mysec/auth/user', '/etc/mysec/auth/password'];
    expect(exec(example.namespace, 'pod-test', modes).stdout).toBe('444 101\n440 101\n');
  });
});

describeExample('projected-volume', (check) => {
  check('the keys of both Secrets are files of one directory', (example) => {
    expect(readFile(example, 'test-projected-volume', '/projected-volume/user')).toBe('tom');
    expect(readFile(example, 'test-projected-volume', '/projected-volume/pass')).toBe('pw-of-projected-volume');
  });
});

describeExample('pod-defaults', (check) => {
  check('only pods with the label have the variable and the volume', (example) => {
    expect(exec(example.namespace, 'website', ['sh', '-c', 'echo $DB_PORT; touch /cache/file']).stdout).toBe('6379\n');
    expect(exec(example.namespace, 'worker', ['sh', '-c', 'echo "$DB_PORT"; ls -d /cache']).exitCode).not.toBe(0);
  });
});

describeExample('web-page', (check) => {
  let client: Client;
  afterAll(() => client?.remove());

  check('nginx serves the page of the ConfigMap', async (example) => {
    client = await Client.start('page');
    expect(client.get(`http://web-page.${example.namespace}/`)).toEqual({ isOk: true, body: '<h1>Hello</h1>\n' });
    expect(readFile(example, example.pod('web-page').name, '/usr/share/nginx/robots/robots.txt')).toMatch(
      /^User-agent/,
    );
  });
});

describeExample('immutable-config', (check) => {
  check('the pods have the values', (example) => {
    expect(logs(example.namespace, example.pod('painter').name)).toBe('Painting in purple, dark\n');
  });
});

describe('a change of the configuration', () => {
  const namespace = 'e2e-rollout';
  beforeAll(() => createNamespace(namespace, 'restricted'));
  afterAll(() => deleteNamespace(namespace));

  const painter = (color: string) =>
    run(namespace, (chart) => {
      const config = new ConfigMap(chart, 'config', { from: [Content.literals({ COLOR: color })] });
      new Worker(chart, 'painter', {
        image: 'busybox:1.36.1',
        command: ['sh', '-c', 'echo $COLOR; exec sleep 3600'],
        qos: Qos.guaranteed({ cpu: '50m', memory: '32Mi' }),
        envFrom: [EnvFrom.configMap(config)],
        security: { runAsUser: 65534 },
        terminationGracePeriod: undefined,
      });
    });

  test('replaces the pods, and the new ones have the new value', async () => {
    await painter('purple');
    const [before] = podsIn(namespace);
    await painter('green');
    const replaced = () => podsIn(namespace).find(({ name, isReady }) => name !== before!.name && isReady);
    const after = await until('a new pod', 60, replaced);
    expect(logs(namespace, after.name)).toBe('green\n');
  }, 180_000);
});

import { checkRuntime } from '../../src/runtime';

const pod = (container: object, ...others: object[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'web', image: 'example.com/web:1', ...container }, ...others] },
});
const found = (...objects: object[]) =>
  checkRuntime(objects).map(({ severity, message, hint }) => `${severity} ${message}: ${hint}`);

describe('a reference in a value of env', () => {
  const HOST = { name: 'HOST', value: 'db' };
  const URL = { name: 'URL', value: 'http://$(HOST)/' };
  const LATER =
    'error URL refers to $(HOST), which is declared later (container: web): declare HOST before URL, or write $$(HOST) for the text itself';

  test('to a variable that is declared later never has its value', () => {
    expect(found(pod({ env: [URL, HOST] }))).toEqual([LATER]);
    expect(
      found(pod({ env: [URL, { name: 'HOST', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] })),
    ).toEqual([LATER]);
    expect(found(pod({ env: [{ ...URL, value: 'echo $(HOST)' }, HOST] }))).toEqual([LATER]);
    expect(found(pod({ env: [HOST, URL, HOST] }))).toEqual([]);
    expect(found(pod({ env: [{ ...URL, value: '$$(HOST)' }, HOST] }))).toEqual([]);
  });

  test('to the variable itself has none either', () => {
    expect(found(pod({ env: [{ name: 'PATH', value: '/app:$(PATH)' }] }))).toEqual([
      'error PATH refers to $(PATH), which is the variable itself (container: web): write the whole value: variables of the image do not count',
    ]);
  });

  test('may have one of a source', () => {
    const settings = (data: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data });
    const object = pod({ env: [URL, HOST], envFrom: [{ configMapRef: { name: 'settings' } }] });
    expect(found(object)).toEqual([]);
    expect(found(object, settings({ HOST: 'other' }))).toEqual([]);
    expect(found(object, settings({ PORT: '80' }))).toEqual([LATER]);
  });

  test('that is not declared is a warning', () => {
    expect(found(pod({ env: [URL, { name: 'PORT', value: '80' }] }))).toEqual([
      'warning URL refers to $(HOST), which is not declared (container: web): declare the variable before the one that refers to it, or write $$(NAME) for the text itself',
    ]);
  });

  test('of a script is not that of a value', () => {
    expect(found(pod({ command: ['sh', '-c', 'echo $(HOST)'], env: [HOST] }))).toEqual([]);
  });
});

describe('a probe of a port that the container does not name', () => {
  const ports = [{ name: 'http-api', containerPort: 8080 }, { containerPort: 9090 }];
  const asks = (port: string, fields: object) => pod({ livenessProbe: { httpGet: { path: '/', port } }, ...fields });
  const NONE = 'error no port of the container is named "web" (container: web)';

  test('names those that it declares', () => {
    expect(found(asks('web', { ports }))).toEqual([`${NONE}: the container declares http-api 8080, 9090`]);
    expect(found(asks('web', {}))).toEqual([`${NONE}: name the port in the ports of the container, or use its number`]);
    expect(found(asks('http-apy', { ports }))).toEqual([
      'error no port of the container is named "http-apy" (container: web): did you mean "http-api"?',
    ]);
  });

  test('or the container that has it', () => {
    const other = { name: 'other', image: 'example.com/a:1', ports: [{ name: 'web', containerPort: 81 }] };
    expect(found(pod({ ports, lifecycle: { preStop: { httpGet: { port: 'web' } } } }, other))).toEqual([
      `${NONE}: it is a port of container "other"; use its number`,
    ]);
  });
});

test('the root of a volume is not empty on some file systems', () => {
  const claim = { name: 'data', persistentVolumeClaim: { claimName: 'data' } };
  const object = pod({
    image: 'postgres:17.2',
    env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/password' }],
    volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data' }],
  });
  expect(found({ ...object, spec: { ...object.spec, volumes: [claim] } })).toEqual([
    'warning postgres needs an empty directory for its first start, and the root of a block volume with a new ext4 file system has lost+found (container: web): set subPath of the mount, such as data',
  ]);
});

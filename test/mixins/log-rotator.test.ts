import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { Sidecars } from '../../src/mixins';
import { Qos, Volumes } from '../../src/pod';
import { complaints, containerIn, plainChart, workload } from './pods';

const qos = Qos.guaranteed({ cpu: '10m', memory: '16Mi' });
const rotator = (props: object = {}, path = '/var/log/shop') => {
  const chart = plainChart();
  const volume = Volumes.emptyDir('logs', { sizeLimit: '100Mi' });
  workload(chart, { securityContext: { runAsUser: 1000 } });
  chart.with(
    Sidecars.logShipper('shipper', { qos, reads: volume.at(path) }),
    Sidecars.logRotator('rotator', { qos, writes: volume.at(path), ...props }),
  );
  expect(complaints(chart)).toEqual([]);
  return containerIn(chart, 'rotator');
};

test('it writes to the log volume, without root and with the user of the pod', () => {
  expect(rotator()).toMatchObject({
    image: 'busybox:1.37.0',
    env: [
      { name: 'MAX_BYTES', value: '10485760' },
      { name: 'KEEP', value: '1' },
      { name: 'INTERVAL', value: '60' },
    ],
    volumeMounts: [{ name: 'logs', mountPath: '/var/log/shop' }],
    securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true },
  });
  expect(rotator().volumeMounts?.[0]?.readOnly).not.toBe(true);
  expect(rotator().securityContext).not.toHaveProperty('runAsUser');
});

test('its props are checked together', () => {
  expect(() => rotator({ pattern: '$(rm)', maxSize: 'big', keep: 0, interval: Duration.millis(1) })).toThrow(
    /pattern: must be a file name pattern, got "\$\(rm\)"\n.*maxSize: .*\n.*keep: must be an integer, 1 or more.*\n.*interval: /,
  );
});

test('its script rotates large files only, keeps the newest, and ends at SIGTERM', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'logs-'));
  const file = (name: string) => join(directory, name);
  writeFileSync(file('large.log'), 'first\n');
  writeFileSync(file('small.log'), 'x\n');
  writeFileSync(file('large.txt'), 'another pattern\n');
  const { command = [], env = [] } = rotator({ maxSize: '5', keep: 2, interval: Duration.seconds(1) }, directory);
  const variables = Object.fromEntries(env.map(({ name, value }) => [name, value]));
  const [program, ...args] = command;
  const shell = spawn(program!, args, { env: { ...process.env, ...variables }, stdio: 'inherit' });
  const ended = new Promise((resolve) => shell.on('exit', resolve));
  const rotated = async (name: string, text: string) => {
    for (let tries = 0; tries < 100; tries++) {
      if (existsSync(file(name)) && readFileSync(file(name), 'utf8') === text) return;
      await setTimeout(100);
    }
    throw new Error(`${name} does not become ${JSON.stringify(text)}`);
  };
  await rotated('large.log.1', 'first\n');
  await rotated('large.log', '');
  appendFileSync(file('large.log'), 'second\n');
  await rotated('large.log.1', 'second\n');
  await rotated('large.log.2', 'first\n');
  appendFileSync(file('large.log'), 'third line\n');
  await rotated('large.log.1', 'third line\n');
  await rotated('large.log.2', 'second\n');
  expect(existsSync(file('large.log.3'))).toBe(false);
  expect(existsSync(file('small.log.1'))).toBe(false);
  expect(readFileSync(file('large.txt'), 'utf8')).toBe('another pattern\n');
  shell.kill('SIGTERM');
  expect(await ended).toBe(0);
  rmSync(directory, { recursive: true });
}, 60_000);

test('without a user of the pod it runs as the user of the app, which must be known', () => {
  const volume = Volumes.emptyDir('logs', { sizeLimit: '100Mi' });
  const rotated = (container: object, security?: object) => {
    const chart = plainChart();
    workload(chart, { containers: [{ name: 'app', image: 'ghcr.io/acme/shop:1.4.2', ...container }] });
    chart.with(Sidecars.logRotator('rotator', { qos, writes: volume.at('/logs'), ...(security && { security }) }));
    return chart;
  };
  const userIn = (chart: ReturnType<typeof plainChart>) => containerIn(chart, 'rotator').securityContext?.runAsUser;
  expect(userIn(rotated({ securityContext: { runAsUser: 1000 } }))).toBe(1000);
  expect(userIn(rotated({ image: 'nginxinc/nginx-unprivileged:1.29.3' }))).toBe(101);
  expect(userIn(rotated({}, { runAsUser: 1000 }))).toBe(1000);
  expect(complaints(rotated({}))).toEqual([
    expect.stringContaining('security.runAsUser: is required: only the user of the app can write its log files'),
  ]);
});

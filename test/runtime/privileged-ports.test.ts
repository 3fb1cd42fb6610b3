import type { ImageFacts } from '../../src/images';
import { checkRuntime } from '../../src/runtime';
import { pod } from './faults/fault';

/** Ports from 1024 on need no privileges, see ip(7); the sysctl belongs to the network of the pod, not to that of the node. */
const SYSCTL = 'net.ipv4.ip_unprivileged_port_start';
const serving = (port: number): ImageFacts => ({ repositories: ['example.com/shop'], user: 1000, ports: [port] });
const found = (port: number, spec: object = {}) =>
  checkRuntime([pod({ image: 'example.com/shop:1.4.2' }, spec)], { images: [serving(port)], kubernetesVersion: '1.35' })
    .filter(({ rule }) => rule === 'privileged-port')
    .map(({ severity, message }) => `${severity}: ${message}`);
const allowedFrom = (value: string) => ({ securityContext: { sysctls: [{ name: SYSCTL, value }] } });
const message = (port: number, where: string) =>
  `warning: example.com/shop listens on port ${port} as user 1000, which ${where} not allow (container: site)`;

test.each([1023, 1024, 1025])('port %i of another user than root', (port) => {
  expect(found(port)).toEqual(port < 1024 ? [message(port, 'containerd 1.x and CRI-O do')] : []);
});

test.each([
  ['0', true],
  ['80', true],
  ['81', false],
])('port 80 with the sysctl %s', (value, isAllowed) => {
  expect(found(80, allowedFrom(value))).toEqual(isAllowed ? [] : [message(80, 'containerd 1.x and CRI-O do')]);
});

test('the sysctl of the pod does nothing in the network of the node', () => {
  expect(found(80, { hostNetwork: true, ...allowedFrom('0') })).toEqual([message(80, 'the network of the node does')]);
  expect(found(1024, { hostNetwork: true })).toEqual([]);
});

import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Adapter,
  Ambassador,
  InitContainer,
  InitContainers,
  logVolume,
  Restricted,
  Sidecar,
  Sidecars,
} from '../../src/mixins';
import { Qos, Volumes } from '../../src/pod';
import { checkPolicy } from '../../src/policy';
import { complaints, plainChart, podIn, workload } from './pods';

const qos = Qos.guaranteed({ cpu: '50m', memory: '64Mi' });

function podSecurityFindings(chart: Parameters<typeof podIn>[0]) {
  return checkPolicy(Testing.synth(chart), { podSecurity: 'restricted' }).filter(({ rule }) =>
    rule.startsWith('pod-security'),
  );
}

test('without it a cdk8s-plus pod is not restricted, with it it is', () => {
  const chart = plainChart();
  const deployment = new kplus.Deployment(chart, 'a', { containers: [{ image: 'a:1' }] });
  expect(podSecurityFindings(chart)).not.toEqual([]);
  deployment.with(new Restricted());
  expect(podSecurityFindings(chart)).toEqual([]);
});

test('so is a bare pod with all that mixins bring', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(
    new Restricted({ runAsUser: 10001, fsGroup: 10001 }),
    new InitContainer('init', { image: 'a:1' }),
    InitContainers.waitForTcp('wait', { host: 'db', port: 1 }),
    InitContainers.copyFiles('copy', { image: 'a:1', from: '/a', into: Volumes.emptyDir('a').at('/a') }),
    new Sidecar('side', { image: 'a:1', qos }),
    new Ambassador('redis', { image: 'envoyproxy/envoy:v1.33.0', qos, port: 6379, upstream: 'redis:6379' }),
    new Adapter('metrics', { image: 'a:1', qos, port: 9113 }),
    Sidecars.logShipper('ship', { qos, reads: logVolume.at('/logs') }),
  );
  expect(podSecurityFindings(chart)).toEqual([]);
  expect(complaints(chart)).toEqual([]);
  expect(podIn(chart).spec.securityContext).toEqual({
    runAsUser: 10001,
    fsGroup: 10001,
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('what a container asked for beyond that is reported', () => {
  const chart = plainChart();
  const securityContext = { privileged: true, runAsUser: 0, capabilities: { add: ['NET_ADMIN', 'NET_BIND_SERVICE'] } };
  workload(chart, { containers: [{ name: 'app', image: 'a:1', securityContext }] });
  chart.with(new Restricted());
  expect(complaints(chart)).toEqual([
    'Restricted: container "app": is privileged',
    'Restricted: container "app": runs as root',
    'Restricted: container "app": adds the capabilities NET_ADMIN',
  ]);
  expect(() => new Restricted({ runAsUser: 0 })).toThrow('Restricted: runAsUser: must be an integer');
});

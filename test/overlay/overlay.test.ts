import { ApiObject, App, Chart, Lazy, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { amend, OVERLAY_TARGET, Overlay, type OverlayTarget, overlay, untyped } from '../../src/overlay';

const chart = () => new Chart(new App(), 'shop');

function l1Deployment(scope: Construct): k8s.KubeDeployment {
  return new k8s.KubeDeployment(scope, 'web', {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    },
  });
}

const container = (fields: object) => ({ spec: { template: { spec: { containers: [{ name: 'web', ...fields }] } } } });
const volume = (fields: object) => ({ spec: { template: { spec: { volumes: [{ name: 'v', ...fields }] } } } });

/** Each is a plain value that the generated toJson of an L1 class turns into nothing when a JSON patch brings it. */
const lost: readonly { field: string; partial: any }[] = [
  { field: 'maxSurge', partial: { spec: { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } } } } },
  { field: 'httpGet.port', partial: container({ livenessProbe: { httpGet: { path: '/', port: 8080 } } }) },
  { field: 'tcpSocket.port', partial: container({ readinessProbe: { tcpSocket: { port: 'http' } } }) },
  {
    field: 'limits.cpu',
    partial: container({ resources: { limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: 1 } } }),
  },
  { field: 'emptyDir.sizeLimit', partial: volume({ emptyDir: { sizeLimit: '1Gi' } }) },
  {
    field: 'downwardAPI',
    partial: volume({ downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } }),
  },
  {
    field: 'resourceFieldRef.divisor',
    partial: container({
      env: [{ name: 'M', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } }],
    }),
  },
  { field: 'a field newer than the class', partial: container({ lifecycle: { stopSignal: 'SIGUSR1' } }) },
];

test.each(lost)('$field survives on an L1 construct', ({ partial }) => {
  const scope = chart();
  const deployment = l1Deployment(scope);
  overlay(deployment, { kind: 'Deployment', ...partial });
  expect(Testing.synth(scope)[0]).toMatchObject(partial);
});

test.each(lost)('$field survives on a cdk8s-plus construct', ({ partial }) => {
  const scope = chart();
  const deployment = new kplus.Deployment(scope, 'web', {
    containers: [{ name: 'web', image: 'web:1', resources: {} }],
  });
  overlay(deployment, partial);
  expect(Testing.synth(scope)[0]).toMatchObject(partial);
});

test.each(lost)('$field survives on a raw ApiObject', ({ partial }) => {
  const scope = chart();
  const deployment = new ApiObject(scope, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { template: { spec: { containers: [{ name: 'web', image: 'web:1' }] } } },
  });
  overlay(deployment, { kind: 'Deployment', ...partial });
  expect(Testing.synth(scope)[0]).toMatchObject(partial);
});

test('clusterIP, node ports and targetPort of a Service survive', () => {
  const scope = chart();
  const service = new kplus.Service(scope, 'web', { ports: [{ port: 80 }] });
  overlay(service, { spec: { clusterIP: 'None', ports: [{ port: 80, targetPort: 'http', appProtocol: 'http' }] } });
  expect(Testing.synth(scope)[0].spec).toEqual({
    clusterIP: 'None',
    externalIPs: [],
    ports: [{ port: 80, targetPort: 'http', appProtocol: 'http' }],
    selector: {},
    type: 'ClusterIP',
  });
});

test('several overlays and amendments compose in order; the later wins', () => {
  const scope = chart();
  const deployment = l1Deployment(scope);
  overlay(deployment, { kind: 'Deployment', spec: { replicas: 3, paused: true } });
  amend(deployment, (manifest) => {
    manifest.spec.replicas += 1;
  });
  amend(deployment, (manifest) => ({ ...manifest, metadata: { name: 'other' } }));
  overlay(deployment, { kind: 'Deployment', spec: { paused: null }, metadata: { labels: { a: 'b' } } });
  const manifest = Testing.synth(scope)[0];
  expect(manifest.spec.replicas).toBe(4);
  expect(manifest.spec).not.toHaveProperty('paused');
  expect(manifest.metadata).toEqual({ name: 'other', labels: { a: 'b' } });
  expect(Testing.synth(scope)[0]).toEqual(manifest);
});

test('the pattern says which of its objects is meant', () => {
  class Pair extends Construct implements OverlayTarget<'Service'> {
    public readonly service = new kplus.Service(this, 'service', { ports: [{ port: 80 }] });
    public readonly config = new kplus.ConfigMap(this, 'config');
    public get [OVERLAY_TARGET]() {
      return { kind: 'Service', construct: this.service } as const;
    }
  }
  const scope = chart();
  overlay(new Pair(scope, 'pair'), { spec: { internalTrafficPolicy: 'Local' } });
  const [service, config] = Testing.synth(scope);
  expect(service.spec.internalTrafficPolicy).toBe('Local');
  expect(config).not.toHaveProperty('spec');
});

test('as a mixin it reaches every object of its kind once, and no other', () => {
  const scope = chart();
  new kplus.Deployment(scope, 'a', { containers: [{ image: 'a:1' }] });
  l1Deployment(scope);
  new kplus.DaemonSet(scope, 'c', { containers: [{ image: 'c:1' }] });
  let calls = 0;
  const surge = Lazy.any({ produce: () => ++calls });
  scope.with(new Overlay({ kind: 'Deployment', spec: { revisionHistoryLimit: surge } }));
  const limits = Testing.synth(scope).map((manifest) => manifest.spec.revisionHistoryLimit);
  expect(limits).toEqual([1, 2, undefined]);
});

test('custom resources go through untyped', () => {
  const scope = chart();
  const pool = new ApiObject(scope, 'pool', {
    apiVersion: 'metallb.io/v1beta1',
    kind: 'IPAddressPool',
    spec: { addresses: ['a'] },
  });
  overlay(pool, untyped({ spec: { avoidBuggyIPs: true } }));
  scope.with(new Overlay(untyped({ kind: 'IPAddressPool', spec: { autoAssign: false } })));
  expect(Testing.synth(scope)[0].spec).toEqual({ addresses: ['a'], avoidBuggyIPs: true, autoAssign: false });
});

test('what cannot be merged is refused at once, all together', () => {
  const scope = chart();
  const deployment = l1Deployment(scope);
  const wrong: any = { kind: 'Service', apiVersion: 'v1' };
  expect(() => overlay(deployment, wrong)).toThrow(
    'shop/web:\n  kind: must be "Deployment" like the target object, got "Service"\n  apiVersion: must be "apps/v1" like the target object, got "v1"',
  );
  const keyless: any = {
    spec: { template: { spec: { containers: [{ image: 'x' }], volumes: [{ $patch: 'remove' }] } } },
  };
  expect(() => overlay(deployment, keyless)).toThrow(
    'spec.template.spec.containers[0]: must have "name", which identifies the entry\n  spec.template.spec.volumes[0]: must have "name", which identifies the entry\n  spec.template.spec.volumes[0].$patch: must be "delete" or "replace", got "remove"',
  );
  expect(() => overlay(scope, { kind: 'Deployment' })).toThrow('shop: construct: has no ApiObject');
  expect(() => amend(scope, () => undefined)).toThrow('shop: cannot amend');
  expect(() => new Overlay({} as any)).toThrow('Overlay: kind: is required');
  expect(() => new Overlay(undefined as any)).toThrow('Overlay: kind: is required');
  const partial = { kind: 'Deployment', spec: { replicas: 3 } };
  for (const target of [partial, undefined, 'web', []]) {
    expect(() => overlay(target as any, partial as any)).toThrow(
      'overlay: construct: expected a construct (use overlay(',
    );
  }
  const target = new ApiObject(chart(), 'web', { apiVersion: 'apps/v1', kind: 'Deployment' });
  for (const wrong of [undefined, null, 'x', [partial]]) {
    expect(() => overlay(target, wrong as any)).toThrow('shop/web: overlay: partial: expected a partial manifest');
  }
});

import { ApiObject, App, Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { recordTargetVersions } from '../../src/app/target-versions';
import type { coreV1, metaV1 } from '../../src/kubernetes';

export interface PodTemplate {
  readonly metadata: metaV1.ObjectMeta;
  readonly spec: coreV1.PodSpec;
}

export function plainChart(namespace?: string): Chart {
  return new Chart(new App(), 'shop', { namespace });
}

/** Of an app made for these versions of Kubernetes. */
export function chartFor(versions: Parameters<typeof recordTargetVersions>[1]): Chart {
  const app = new App();
  recordTargetVersions(app, versions);
  return new Chart(app, 'shop');
}

/** A workload with the container `app`. */
export function workload(scope: Construct, pod: Partial<coreV1.PodSpec> = {}, kind = 'Deployment'): ApiObject {
  const labels = { app: 'shop' };
  const spec = { containers: [{ name: 'app', image: 'shop:1' }], ...pod };
  return new ApiObject(scope, 'app', {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name: 'shop' },
    spec: {
      ...(kind === 'Job' ? {} : { selector: { matchLabels: labels } }),
      template: { metadata: { labels }, spec },
    },
  });
}

/** The pod of the first object that has one. */
export function podIn(chart: Chart): PodTemplate {
  return Testing.synth(chart).find((manifest) => manifest.spec?.template !== undefined).spec.template;
}

/** The container of that name, wherever it is. */
export function containerIn(chart: Chart, name: string): coreV1.Container {
  const { initContainers = [], containers } = podIn(chart).spec;
  return [...initContainers, ...containers].find((container) => container.name === name)!;
}

/** The messages of all constructs, without their paths and lines. */
export function complaints(chart: Chart): string[] {
  return chart.node.root.node
    .findAll()
    .flatMap((construct) => construct.node.validate())
    .map((message) => message.replace(/ at \S+:\d+:\d+/, ''));
}

/** What a container that a mixin adds has unless it is loosened. */
export const RESTRICTED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

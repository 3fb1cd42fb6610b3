// Never run: the type check of the project is the test. Each expected error is one that a user must get from the compiler.
import type { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Overlay, type OverlayTarget, overlay, untyped } from '../../src/overlay';

declare const deployment: kplus.Deployment;
declare const service: kplus.Service;
declare const job: kplus.Job;
declare const autoscaler: kplus.HorizontalPodAutoscaler;
declare const policy: kplus.NetworkPolicy;
declare const namespace: kplus.Namespace;
declare const secret: kplus.Secret;
declare const claim: kplus.PersistentVolumeClaim;
declare const kubeDeployment: k8s.KubeDeployment;
declare const apiObject: ApiObject;
declare const pattern: Construct & OverlayTarget<'StatefulSet'>;

export function accepted(): void {
  overlay(deployment, { spec: { strategy: { rollingUpdate: { maxSurge: 1 } }, paused: null } });
  overlay(deployment, {
    spec: {
      template: {
        spec: {
          containers: [{ name: 'shop', lifecycle: { preStop: { sleep: { seconds: 5 } } }, ports: null }],
          initContainers: [{ name: 'old', $patch: 'delete' }],
          volumes: [{ name: 'v', emptyDir: { sizeLimit: '1Gi' } }],
        },
      },
    },
  });
  overlay(service, { spec: { clusterIP: 'None', ports: [{ port: 80, targetPort: 'http' }] } });
  overlay(job, { spec: { podFailurePolicy: { rules: [{ action: 'Ignore' }] } } });
  overlay(autoscaler, { spec: { maxReplicas: 3 } });
  overlay(policy, { spec: { policyTypes: ['Egress'] } });
  overlay(namespace, { metadata: { labels: { team: 'a', old: null } } });
  overlay(secret, { immutable: true });
  overlay(claim, { spec: { volumeMode: 'Block' } });
  overlay(kubeDeployment, { kind: 'Deployment', spec: { replicas: 2 } });
  overlay(apiObject, { kind: 'Service', spec: { internalTrafficPolicy: 'Local' } });
  overlay(apiObject, { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', spec: { maxReplicas: 2 } });
  overlay(apiObject, untyped({ spec: { anything: true } }));
  overlay(pattern, { spec: { podManagementPolicy: 'Parallel' } });
  new Overlay({ kind: 'CronJob', spec: { timeZone: 'Etc/UTC' } });
  new Overlay(untyped({ kind: 'IPAddressPool', spec: {} }));
}

export function refused(): void {
  // @ts-expect-error a misspelt field
  overlay(deployment, { spec: { replicaz: 3 } });
  // @ts-expect-error a misspelt field, deep
  overlay(deployment, { spec: { template: { spec: { containers: [{ name: 'a', imagePullPolice: 'Always' }] } } } });
  // @ts-expect-error a field of another kind
  overlay(service, { spec: { replicas: 3 } });
  // @ts-expect-error a wrong type
  overlay(deployment, { spec: { replicas: 'three' } });
  // @ts-expect-error a list where an object belongs
  overlay(deployment, { spec: { template: { spec: { securityContext: [] } } } });
  // @ts-expect-error a directive that is not one
  overlay(deployment, { spec: { template: { spec: { containers: [{ name: 'a', $patch: 'remove' }] } } } });
  // @ts-expect-error another kind than the class
  overlay(deployment, { kind: 'Service' });
  // @ts-expect-error an L1 class does not tell its kind to the compiler, so the partial must
  overlay(kubeDeployment, { spec: { replicas: 2 } });
  // @ts-expect-error a misspelt field, of a partial that tells its kind
  overlay(apiObject, { kind: 'Deployment', spec: { replicaz: 3 } });
  // @ts-expect-error an unknown kind needs untyped()
  overlay(apiObject, { kind: 'IPAddressPool', spec: {} });
  // @ts-expect-error a field of another kind, on a pattern
  overlay(pattern, { spec: { strategy: { type: 'Recreate' } } });
  // @ts-expect-error a field of a newer version of the kind
  overlay(apiObject, { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', spec: { metrics: [] } });
  // @ts-expect-error a mixin without a kind
  new Overlay({ spec: { replicas: 2 } });
  // @ts-expect-error a misspelt field in a mixin
  new Overlay({ kind: 'CronJob', spec: { timezone: 'Etc/UTC' } });
}

import type { coreV1, DeepPartial, DeploymentAppsV1, Manifest, ManifestByKind, ManifestOf } from '../../src/kubernetes';

// What this file proves, it proves when it compiles: an unused @ts-expect-error is an error.
const deployment: ManifestByKind['Deployment'] = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'shop' } },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
    template: {
      spec: {
        containers: [{ name: 'shop', resources: { limits: { cpu: 1, memory: '1Gi' } }, imagePullPolicy: 'Always' }],
      },
    },
  },
};

const horizontal: ManifestByKind['HorizontalPodAutoscaler']['apiVersion'] = 'autoscaling/v2';
const older: ManifestOf<'autoscaling/v1', 'HorizontalPodAutoscaler'>['apiVersion'] = 'autoscaling/v1';

// @ts-expect-error a container needs a name
const nameless: coreV1.Container = { image: 'shop:1' };

// @ts-expect-error not one of the policies
const policy: coreV1.Container['imagePullPolicy'] = 'always';

const part: DeepPartial<DeploymentAppsV1> = {
  spec: { replicas: null, template: { spec: { containers: [{ name: 'shop', lifecycle: null }] } } },
};

const misspelt: DeepPartial<DeploymentAppsV1> = {
  spec: {
    template: {
      spec: {
        containers: [
          {
            name: 'shop',
            // @ts-expect-error livenessProbe
            livenesProbe: null,
          },
        ],
      },
    },
  },
};

function replicasOf(manifest: Manifest): number | undefined {
  return manifest.kind === 'Deployment' ? manifest.spec?.replicas : undefined;
}

test('manifests are reported apart by kind', () => {
  expect(replicasOf(deployment)).toBeUndefined();
  expect(replicasOf({ ...deployment, spec: { ...deployment.spec!, replicas: 3 } })).toBe(3);
  expect([horizontal, older, nameless, policy, part, misspelt]).toHaveLength(6);
});

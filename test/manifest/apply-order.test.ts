import { applyOrder } from '../../src/manifest';

const object = (apiVersion: string, kind: string, name = 'x') => ({ apiVersion, kind, metadata: { name } });

describe('applyOrder', () => {
  test('puts what others need first', () => {
    const safe = [
      object('v1', 'Namespace'),
      object('v1', 'ResourceQuota'),
      object('scheduling.k8s.io/v1', 'PriorityClass'),
      object('apiextensions.k8s.io/v1', 'CustomResourceDefinition'),
      object('v1', 'ServiceAccount'),
      object('rbac.authorization.k8s.io/v1', 'Role'),
      object('rbac.authorization.k8s.io/v1', 'RoleBinding'),
      object('v1', 'ConfigMap'),
      object('storage.k8s.io/v1', 'StorageClass'),
      object('v1', 'PersistentVolume'),
      object('v1', 'PersistentVolumeClaim'),
      object('policy/v1', 'PodDisruptionBudget'),
      object('v1', 'Service'),
      object('cert-manager.io/v1', 'Certificate'),
      object('apps/v1', 'Deployment'),
      object('batch/v1', 'Job'),
      object('autoscaling/v2', 'HorizontalPodAutoscaler'),
      object('networking.k8s.io/v1', 'Ingress'),
      object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'),
    ];
    expect(applyOrder([...safe].reverse())).toEqual(safe);
  });

  test('keeps the order within a rank, and does not change its argument', () => {
    const input = [object('apps/v1', 'Deployment', 'b'), object('v1', 'Secret', 'z'), object('v1', 'ConfigMap', 'a')];
    const copy = [...input];
    expect(applyOrder(input).map(({ metadata }) => metadata.name)).toEqual(['z', 'a', 'b']);
    expect(input).toEqual(copy);
  });

  test("takes another group's kind of the same name for a custom resource", () => {
    const kinds = [object('batch/v1', 'Job'), object('acme.io/v1', 'Job', 'ours'), object('v1', 'Service')];
    expect(applyOrder(kinds).map(({ apiVersion }) => apiVersion)).toEqual(['v1', 'acme.io/v1', 'batch/v1']);
  });
});

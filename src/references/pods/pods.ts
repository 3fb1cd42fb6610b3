import { edgeRule } from '../rule/edge-rules';
import { deployment } from '../rule/examples';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop-config' }, data: { LEVEL: 'info' } };
const levelFrom = (name: string, key: string) =>
  deployment({}, { env: [{ name: 'LEVEL', valueFrom: { configMapKeyRef: { name, key } } }] });

export const configurationReference = edgeRule({
  id: 'configuration-unknown',
  message: 'a ConfigMap, Secret or key that the pod references does not exist',
  why: 'The container does not start: the pod stays in CreateContainerConfigError or ContainerCreating.',
  hint: 'reference an object in the same namespace and one of its keys, make the reference optional, or declare an object that is created elsewhere as external',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  refused: [levelFrom('shop-config', 'LEVLE'), configMap],
  accepted: [levelFrom('shop-config', 'LEVEL'), configMap],
});

export const podReference = edgeRule({
  id: 'pod-reference-unknown',
  message: 'a claim, service account, pull secret or class that a pod, or what pods use, references does not exist',
  why: 'Without it the pod is not created, is not scheduled, or cannot pull its image. So do pods that use what references it: a ServiceAccount with pull secrets, the token of an account, a ResourceClaim with device classes.',
  severity: 'warning',
  hint: 'reference an existing one, or declare one that is created elsewhere as external',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/',
  refused: [
    deployment({}, {}, { serviceAccountName: 'shopp' }),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } },
  ],
  accepted: [
    deployment({}, {}, { serviceAccountName: 'shop' }),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } },
  ],
});

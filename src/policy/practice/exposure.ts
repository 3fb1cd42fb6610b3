import { appliedNamespaceOf, isKind, podTemplateOf } from '../../facts';
import { selectorMatches } from '../../values';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';
import { selectedByNetworkPlugin } from './other-policies';

const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'shop' },
  spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
};

/** A NodePort exposes a port on every node. */
export const nodePortExposed: PracticeRule = {
  id: 'node-port-exposed',
  message: 'Service {name} exposes a port on every node',
  why: 'A NodePort bypasses the Ingress: no TLS, no host names, no access log, and it is reachable on every node.',
  hint: 'use type ClusterIP behind an Ingress',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  refused: { ...SERVICE, spec: { ...SERVICE.spec, type: 'NodePort' } },
  accepted: SERVICE,
  check: ({ object }, report) => {
    if (isKind(object, 'Service') && object.spec?.type === 'NodePort') {
      report('spec.type', { name: object.metadata?.name });
    }
  },
};

/** Pods that no NetworkPolicy selects accept traffic from every pod of the cluster. */
export const networkPolicyMissing: PracticeRule = {
  id: 'network-policy-missing',
  message: 'no NetworkPolicy selects the pods of {kind} {name}',
  why: 'Without one, every pod in the cluster can connect to these pods, including a compromised one.',
  hint: 'add a NetworkPolicy that allows what is needed, or a default-deny policy for the namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  refused: deploymentWith({}),
  accepted: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop' } },
  check: ({ object, pod, objects }, report) => {
    if (pod === undefined || isKind(object, 'PodTemplate') || pod.spec.hostNetwork === true) {
      return;
    }
    const labels = podTemplateOf(object)?.metadata.labels ?? {};
    const selected = objects.some(
      (candidate) =>
        (isKind(candidate, 'networking.k8s.io/NetworkPolicy') &&
          appliedNamespaceOf(candidate) === appliedNamespaceOf(object) &&
          selectorMatches(candidate.spec?.podSelector ?? {}, labels)) ||
        selectedByNetworkPlugin(candidate, object, pod, objects),
    );
    if (!selected) {
      report('', { kind: object.kind, name: object.metadata?.name });
    }
  },
};

const INGRESS = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop' },
  spec: { defaultBackend: { service: { name: 'shop', port: { number: 80 } } } },
};

/** Without TLS passwords and sessions are sent in plain text. */
export const ingressWithoutTls: PracticeRule = {
  id: 'ingress-without-tls',
  message: 'Ingress {name} has no TLS',
  why: 'Without TLS passwords and sessions are readable on the network between the user and the cluster.',
  hint: 'add spec.tls with a certificate Secret',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  refused: INGRESS,
  accepted: { ...INGRESS, spec: { ...INGRESS.spec, tls: [{ secretName: 'shop-tls' }] } },
  check: ({ object }, report) => {
    if (isKind(object, 'networking.k8s.io/Ingress', 'extensions/Ingress') && !(object.spec?.tls?.length > 0)) {
      report('spec.tls', { name: object.metadata?.name });
    }
  },
};

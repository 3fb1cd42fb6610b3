import { containersOf } from '../facts';
import { didYouMean } from '../values';
import { namespaceOf } from './cluster';
import { deployment, ingress, service } from './examples';
import { type Dangling, inNamespace, missingName, type ReferenceRule } from './reference-rule';

const SERVICES = 'https://kubernetes.io/docs/concepts/services-networking/service/';

export const serviceSelector: ReferenceRule = {
  id: 'service-selects-nothing',
  message: 'no pods match the selector',
  why: 'A Service whose selector matches no pods has no endpoints, and connections to it are refused.',
  hint: 'use the labels of the pod template in the selector',
  source: SERVICES,
  refused: [deployment(), service({ selector: { app: 'shopp' } })],
  accepted: [deployment(), service()],
  on: '/Service',
  check: ({ object }, cluster) => {
    const { selector, type } = object.spec ?? {};
    if (selector === undefined || Object.keys(selector).length === 0 || type === 'ExternalName') {
      return [];
    }
    const namespace = namespaceOf(object);
    if (cluster.selected(namespace, { matchLabels: selector }).length > 0) {
      return [];
    }
    const near = cluster
      .workloadsIn(namespace)
      .find(({ pod }) => Object.keys(selector).every((key) => pod.metadata?.labels?.[key] !== undefined));
    const [key] = Object.keys(selector).filter((one) => near?.pod.metadata.labels[one] !== selector[one]);
    const hint =
      key === undefined ? undefined : didYouMean(String(selector[key]), [String(near?.pod.metadata.labels[key])]);
    return [
      {
        field: 'spec.selector',
        message: `no pods match the selector${inNamespace(object)}`,
        ...(hint === undefined ? {} : { hint }),
        certainty: hint === undefined ? 'external' : 'wrong',
      },
    ];
  },
};

export const serviceTargetPort: ReferenceRule = {
  id: 'service-port-unknown',
  message: 'no selected pod has a port with that name',
  why: 'A named target port is resolved in the containers of each pod; a pod without it gets no traffic.',
  hint: 'use the name of a container port, or its number',
  source: `${SERVICES}#field-spec-ports`,
  refused: [deployment(), service({ ports: [{ port: 80, targetPort: 'htpp' }] })],
  accepted: [deployment(), service()],
  on: '/Service',
  check: ({ object }, cluster) => {
    const selector = object.spec?.selector ?? {};
    const pods =
      Object.keys(selector).length === 0 ? [] : cluster.selected(namespaceOf(object), { matchLabels: selector });
    const names = pods.flatMap(({ pod }) =>
      containersOf(pod.spec).flatMap(({ container }) => (container.ports ?? []).map((port: any) => port?.name)),
    );
    return (object.spec?.ports ?? []).flatMap((port: any, index: number): Dangling[] => {
      const target = port?.targetPort;
      if (typeof target !== 'string' || pods.length === 0 || names.includes(target)) {
        return [];
      }
      const known = names.filter((name): name is string => typeof name === 'string');
      const hint = didYouMean(target, known) ?? (known.length === 0 ? undefined : `the pods have ${known.join(', ')}`);
      return [
        {
          field: `spec.ports[${index}].targetPort`,
          message: `no port named ${JSON.stringify(target)} in the selected pods`,
          ...(hint === undefined ? {} : { hint }),
          certainty: 'wrong',
        },
      ];
    });
  },
};

export const nodePortTwice: ReferenceRule = {
  id: 'node-port-twice',
  message: 'another Service uses the same node port',
  why: 'A node port can be used by one Service in the cluster only; the server rejects the second one.',
  hint: 'use another port, or omit it to have one allocated',
  source: `${SERVICES}#type-nodeport`,
  refused: [
    service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }, 'a'),
    service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }, 'b'),
    deployment(),
  ],
  accepted: [service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }), deployment()],
  on: '/Service',
  check: ({ object, document }, cluster) =>
    (object.spec?.ports ?? []).flatMap((port: any, index: number): Dangling[] => {
      if (!port?.nodePort) {
        return [];
      }
      const earlier = cluster
        .all('/Service')
        .find(
          (other) =>
            other.document < document &&
            (other.object.spec?.ports ?? []).some(
              (one: any) =>
                one?.nodePort === port?.nodePort &&
                (one?.protocol ?? 'TCP') === (port?.protocol ?? 'TCP') &&
                port?.nodePort,
            ),
        );
      return earlier === undefined
        ? []
        : [
            {
              field: `spec.ports[${index}].nodePort`,
              message: `node port ${port.nodePort} is already used by Service ${JSON.stringify(earlier.object.metadata?.name)}`,
              certainty: 'wrong',
            },
          ];
    }),
};

export const ingressBackend: ReferenceRule = {
  id: 'ingress-backend-unknown',
  message: 'the Ingress references a Service or port that does not exist',
  why: 'The controller responds to such requests with an error, without a reason.',
  hint: 'reference a Service in the same namespace and one of its ports',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  refused: [deployment(), service(), ingress('shopp')],
  accepted: [deployment(), service(), ingress('shop')],
  on: 'networking.k8s.io/Ingress',
  check: ({ object }, cluster) => {
    const backends = [
      { backend: object.spec?.defaultBackend, field: 'spec.defaultBackend' },
      ...(object.spec?.rules ?? []).flatMap((rule: any, r: number) =>
        (rule?.http?.paths ?? []).map((path: any, p: number) => ({
          backend: path?.backend,
          field: `spec.rules[${r}].http.paths[${p}].backend`,
        })),
      ),
    ];
    return backends.flatMap(({ backend, field }): Dangling[] => {
      const wanted = backend?.service;
      if (typeof wanted?.name !== 'string') {
        return [];
      }
      const found = cluster.find('/Service', namespaceOf(object), wanted.name);
      if (found === undefined) {
        const there = cluster.names('/Service', namespaceOf(object));
        return [missingName(`${field}.service.name`, 'Service', wanted.name, there, inNamespace(object))];
      }
      const ports: any[] = found.spec?.ports ?? [];
      const { name, number } = wanted.port ?? {};
      if (ports.some((port) => (name !== undefined ? port?.name === name : port?.port === number))) {
        return [];
      }
      const known = ports.map((port) => [port?.name, port?.port].filter((part) => part !== undefined).join(' '));
      return [
        {
          field: `${field}.service.port`,
          message: `Service ${JSON.stringify(wanted.name)} has no port ${JSON.stringify(name ?? number)}`,
          hint: `its ports are ${known.join(', ')}`,
          certainty: 'wrong',
        },
      ];
    });
  },
};

export const statefulSetService: ReferenceRule = {
  id: 'stateful-set-service',
  message: 'the governing Service does not exist, or is not headless',
  why: 'The stable DNS names of the pods depend on a headless Service; without it, db-0.db does not resolve.',
  hint: 'add a Service with that name and clusterIP None',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  refused: [{ ...deployment({ serviceName: 'shop' }), kind: 'StatefulSet' }, service()],
  accepted: [{ ...deployment({ serviceName: 'shop' }), kind: 'StatefulSet' }, service({ clusterIP: 'None' })],
  on: 'apps/StatefulSet',
  check: ({ object }, cluster) => {
    const name = object.spec?.serviceName;
    if (typeof name !== 'string' || name === '') {
      return [];
    }
    const found = cluster.find('/Service', namespaceOf(object), name);
    if (found === undefined) {
      return [
        missingName(
          'spec.serviceName',
          'Service',
          name,
          cluster.names('/Service', namespaceOf(object)),
          inNamespace(object),
        ),
      ];
    }
    const message = `Service ${JSON.stringify(name)} is not headless, so the pods have no DNS names`;
    return found.spec?.clusterIP === 'None' ? [] : [{ field: 'spec.serviceName', message, certainty: 'wrong' }];
  },
};

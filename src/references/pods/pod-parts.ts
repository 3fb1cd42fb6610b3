import { containersOf } from '../../facts';
import { didYouMean } from '../../values';
import type { Cluster } from '../input/cluster';
import { isInjectedContainer, mayBeInjected } from '../input/injected';
import { namespaceOf, type Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { isScaler, scaledPod } from '../scaling/autoscalers';
import { cleanPath } from './volume-files';

const limitOf = (containerName: string) =>
  deployment(
    {},
    { env: [{ name: 'LIMIT', valueFrom: { resourceFieldRef: { containerName, resource: 'limits.cpu' } } }] },
  );

export const unknownContainer: ReferenceRule = {
  id: 'container-unknown',
  message: 'the pod has no container "shopp"',
  why: 'The kubelet reads the resources of the container that is named. When the pod has no such container, the pod does not start.',
  hint: 'use the name of a container of the pod',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#downwardapi-resourceFieldRef',
  refused: [limitOf('shopp')],
  accepted: [limitOf('shop')],
  on: ['pod', 'keda.sh/ScaledObject'],
  check: (subject, cluster) => {
    const { object } = subject;
    if (isScaler(object)) {
      const target = scaledPod(object, cluster);
      const name = object.spec?.scaleTargetRef?.envSourceContainerName;
      const field = 'spec.scaleTargetRef.envSourceContainerName';
      return target === undefined ? [] : unknownNames([{ name, field }], target.spec, 'wrong');
    }
    const workload = subject as Workload;
    const { pod } = workload;
    const named = resourceFields(pod.spec)
      .filter(({ name }) => typeof name !== 'string' || !isInjectedContainer(name, workload, cluster))
      .map((one) => ({ ...one, field: `${pod.specPath}.${one.field}` }));
    const annotated = pod.metadata?.annotations?.[DEFAULT_CONTAINER];
    const name = isInjectedContainer(annotated, workload, cluster) ? undefined : annotated;
    const field = `${pod.path === '' ? '' : `${pod.path}.`}metadata.annotations[${DEFAULT_CONTAINER}]`;
    // kubectl takes the first container, with a warning; a sidecar may be injected.
    const certain = named.flatMap((one) =>
      unknownNames([one], pod.spec, mayBeInjected(workload, cluster, one.name) ? 'likely' : 'wrong'),
    );
    return [...certain, ...unknownNames([{ name, field }], pod.spec, 'likely')];
  },
};

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

export function unknownNames(
  named: readonly { readonly name: unknown; readonly field: string }[],
  spec: any,
  certainty: Dangling['certainty'],
  owner = 'the pod',
): Dangling[] {
  const names: string[] = containersOf(spec).map(({ container }) => String(container.name));
  return named.flatMap(({ name, field }): Dangling[] => {
    if (typeof name !== 'string' || name === '' || names.includes(name)) return [];
    const hint = didYouMean(name, names) ?? `its containers are ${names.join(', ')}`;
    return [{ field, message: `${owner} has no container ${JSON.stringify(name)}`, hint, certainty }];
  });
}

/** The containers that variables and files with resources name. */
function resourceFields(spec: any): { readonly name: unknown; readonly field: string }[] {
  const ofVariables = containersOf(spec).flatMap(({ container, field }) =>
    (container.env ?? []).map((variable: any, index: number) => ({
      name: variable?.valueFrom?.resourceFieldRef?.containerName,
      field: `${field}.env[${index}].valueFrom.resourceFieldRef.containerName`,
    })),
  );
  const volumes: any[] = spec.volumes ?? [];
  const ofFiles = volumes.flatMap((volume, index) => {
    const projected: any[] = volume?.projected?.sources ?? [];
    const sources = [
      { items: volume?.downwardAPI?.items, field: 'downwardAPI' },
      ...projected.map((source, at) => ({
        items: source?.downwardAPI?.items,
        field: `projected.sources[${at}].downwardAPI`,
      })),
    ];
    return sources.flatMap(({ items = [], field }) =>
      items.map((item: any, at: number) => ({
        name: item?.resourceFieldRef?.containerName,
        field: `volumes[${index}].${field}.items[${at}].resourceFieldRef.containerName`,
      })),
    );
  });
  return [...ofVariables, ...ofFiles];
}

const claimTemplate = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaimTemplate',
  metadata: { name: 'gpu' },
  spec: { spec: { devices: { requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu.example.com' } }] } } },
};
const requesting = (request: string) =>
  deployment(
    {},
    { resources: { claims: [{ name: 'gpu', request }] } },
    { resourceClaims: [{ name: 'gpu', resourceClaimTemplateName: 'gpu' }] },
  );

export const unknownClaimRequest: ReferenceRule = {
  id: 'claim-request-unknown',
  message: 'the claim "gpu" has no request "gpus"',
  why: 'A container gets the devices of one request of a claim. One that the claim does not have makes the pod fail to start.',
  hint: 'use the name of a request of the claim, or omit it for all of them',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/',
  refused: [claimTemplate, requesting('gpus')],
  accepted: [claimTemplate, requesting('gpu')],
  on: 'pod',
  check: (subject, cluster) => {
    const { object, pod } = subject as Workload;
    return containersOf(pod.spec).flatMap(({ container, field }) => {
      const used: any[] = container.resources?.claims ?? [];
      return used.flatMap(({ name, request }, index): Dangling[] => {
        const known = requestsOf(name, object, pod.spec, cluster);
        if (typeof request !== 'string' || known === undefined || known.includes(request)) return [];
        const message = `the claim ${JSON.stringify(name)} has no request ${JSON.stringify(request)}`;
        const hint = didYouMean(request, known) ?? `its requests are ${known.join(', ')}`;
        const at = `${pod.specPath}.${field}.resources.claims[${index}].request`;
        return [{ field: at, message, hint, certainty: 'wrong' }];
      });
    });
  },
};

/** Names of the requests of a claim of the pod; undefined for one that is not in the input. */
function requestsOf(name: unknown, object: any, spec: any, cluster: Cluster): string[] | undefined {
  const claim = (spec.resourceClaims ?? []).find((one: any) => one?.name === name);
  const namespace = namespaceOf(object);
  const template = cluster.find('resource.k8s.io/ResourceClaimTemplate', namespace, claim?.resourceClaimTemplateName);
  const found =
    template?.spec?.spec ?? cluster.find('resource.k8s.io/ResourceClaim', namespace, claim?.resourceClaimName)?.spec;
  const requests: any[] | undefined = found?.devices?.requests;
  return requests?.flatMap(({ name: ofRequest, firstAvailable = [] }) => [
    String(ofRequest),
    ...firstAvailable.map((one: any) => `${ofRequest}/${one?.name}`),
  ]);
}

const mounting = (second: string) =>
  deployment(
    {},
    {
      volumeMounts: [
        { name: 'a', mountPath: '/data' },
        { name: 'b', mountPath: second },
      ],
    },
    {
      volumes: [
        { name: 'a', emptyDir: {} },
        { name: 'b', emptyDir: {} },
      ],
    },
  );

export const mountHidden: ReferenceRule = {
  id: 'mount-twice',
  isConflict: true,
  message: 'another volume is mounted at the same path',
  why: 'Of two volumes at one path the container sees the later one only; a slash at the end makes no other path of it.',
  hint: 'mount each volume at a path of its own',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  refused: [mounting('/data/')],
  accepted: [mounting('/data/b')],
  on: 'pod',
  check: (subject) => {
    const { pod } = subject as Workload;
    return containersOf(pod.spec).flatMap(({ container, field }) => {
      const mounts: any[] = container.volumeMounts ?? [];
      const paths = mounts.map((mount) => cleanPath(mount?.mountPath));
      return mounts.flatMap((mount, index): Dangling[] => {
        const first = paths.indexOf(paths[index]!);
        // The server rejects paths that are written alike.
        if (first === index || mounts[first]?.mountPath === mount?.mountPath) return [];
        const message = `volume ${JSON.stringify(mounts[first]?.name)} is mounted at the same path`;
        return [{ field: `${pod.specPath}.${field}.volumeMounts[${index}].mountPath`, message, certainty: 'wrong' }];
      });
    });
  },
};

export const flowSchema = {
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
  kind: 'FlowSchema',
  metadata: { name: 'operators' },
  spec: {
    matchingPrecedence: 500,
    priorityLevelConfiguration: { name: 'workload-low' },
    distinguisherMethod: { type: 'ByUser' },
    rules: [
      {
        subjects: [{ kind: 'ServiceAccount', serviceAccount: { name: 'operator', namespace: 'default' } }],
        resourceRules: [{ verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'], namespaces: ['default'] }],
        nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/healthz'] }],
      },
    ],
  },
};

export const priorityLevel = {
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
  kind: 'PriorityLevelConfiguration',
  metadata: { name: 'operators' },
  spec: {
    type: 'Limited',
    limited: {
      nominalConcurrencyShares: 10,
      limitResponse: { type: 'Queue', queuing: { queues: 64, handSize: 6, queueLengthLimit: 50 } },
    },
  },
};

/** The definitions of a type in all the versions of the group. */
export const everyVersion = <Name extends string>(type: Name) =>
  (['v1beta2', 'v1beta3', 'v1'] as const).map((version) => `io.k8s.api.flowcontrol.${version}.${type}` as const);

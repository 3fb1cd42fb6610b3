/** A Pod that meets the Restricted level except for what the example adds to its spec and its container. */
export function podWith(spec: object, container: object = {}): object {
  const { securityContext: podContext, ...restOfSpec } = spec as { securityContext?: object };
  const { securityContext, ...restOfContainer } = container as { securityContext?: object };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'shop' },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' }, ...podContext },
      containers: [
        {
          name: 'shop',
          image: 'ghcr.io/acme/shop:1.4.2',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...securityContext },
          ...restOfContainer,
        },
      ],
      ...restOfSpec,
    },
  };
}

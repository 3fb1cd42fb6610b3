import type { Random } from '../../random';

export function validatingPolicy(random: Random, namespace: string, id: string): object[] {
  const validations = [
    {
      expression: 'object.spec.replicas <= 3',
      message: 'at most 3 replicas',
      resources: ['deployments'],
      group: 'apps',
    },
    { expression: "has(object.metadata.labels) && 'app' in object.metadata.labels", resources: ['*'], group: '' },
    {
      expression: "object.spec.template.spec.containers.all(c, c.image.contains(':'))",
      messageExpression: "'untagged image in ' + object.metadata.name",
      resources: ['deployments'],
      group: 'apps',
    },
    { expression: 'variables.containers.all(c, has(c.resources))', resources: ['pods'], group: '' },
    { expression: 'object.spec.type != "NodePort"', reason: 'Forbidden', resources: ['services'], group: '' },
    { expression: 'object.data.size() < 2', resources: ['configmaps'], group: '' },
    { expression: 'namespaceObject.metadata.labels.team == "a"', resources: ['pods', 'services'], group: '' },
    {
      expression: 'request.namespace.startsWith("stack-") && request.name != "object-3"',
      resources: ['*'],
      group: 'batch',
    },
    {
      expression: 'object.spec.replicas <= int(params.data.most)',
      messageExpression: "'at most ' + params.data.most + ' replicas'",
      resources: ['deployments'],
      group: 'apps',
    },
    { expression: 'has(object.spec.storageClassName)', resources: ['persistentvolumeclaims'], group: '' },
    {
      expression: "object.metadata.name.matches('^object-[0-4]$') || object.metadata.?labels.app.orValue('') == 'x'",
      message: 'needs the label app',
      resources: ['services', 'secrets', 'persistentvolumeclaims'],
      group: '',
    },
  ];
  const { resources, group, ...validation } = random.pick(validations);
  const name = `policy-${id}`;
  const hasParams = validation.expression.includes('params');
  const params = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'params', namespace }, data: { most: '2' } };
  return [
    ...(hasParams && random.chance(0.7) ? [params] : []),
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name },
      spec: {
        ...(hasParams && { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } }),
        failurePolicy: random.pick(['Fail', 'Ignore']),
        matchConstraints: {
          resourceRules: [
            {
              scope: 'Namespaced',
              apiGroups: [group],
              apiVersions: ['*'],
              operations: random.pick([['CREATE'], ['*'], ['UPDATE'], ['CREATE', 'UPDATE']]),
              resources,
            },
          ],
        },
        ...(random.chance(0.3) && {
          matchConditions: [{ name: 'not-two', expression: "object.metadata.name != 'object-2'" }],
        }),
        ...(validation.expression.includes('variables') && {
          variables: [{ name: 'containers', expression: 'object.spec.containers' }],
        }),
        validations: [validation],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name },
      spec: {
        policyName: name,
        ...(hasParams && { paramRef: { name: 'params', parameterNotFoundAction: random.pick(['Allow', 'Deny']) } }),
        validationActions: random.pick([['Deny'], ['Deny', 'Audit'], ['Warn'], ['Audit']]),
        matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
      },
    },
  ];
}

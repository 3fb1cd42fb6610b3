import { ADMISSION_RULES } from '../../../src/admission';
import type { Stack } from './stacks';

const NOT_OF_CREATE = ['admission-namespace', 'admission-policy-undecided', 'admission-not-judged', 'admission-owned'];

/** The examples of every rule that a create request can show, each in a namespace of its own. */
export function exampleStacks(): Stack[] {
  return (
    Object.values(ADMISSION_RULES)
      // A missing namespace is not in a namespace, the server knows the user whom an undecided policy asks for, and
      // webhooks and applying twice are nothing that a create request shows.
      .filter(({ id }) => !NOT_OF_CREATE.includes(id))
      .flatMap(({ id, refused, accepted }) => [
        inNamespace(`${id}-refused`, refused),
        inNamespace(`${id}-accepted`, accepted),
      ])
  );
}

/** Objects of the cluster get names of their own too, since all stacks are in one cluster. */
function inNamespace(namespace: string, example: readonly object[]): Stack {
  const objects = example.map((object: any) => {
    const own = structuredClone(object);
    const isOfNamespace = own.metadata.namespace !== undefined;
    if (isOfNamespace) own.metadata.namespace = namespace;
    else own.metadata.name = own.kind === 'Namespace' ? namespace : `${own.metadata.name}-${namespace}`;
    for (const field of ['priorityClassName', 'runtimeClassName']) {
      if (own.spec?.[field] !== undefined) own.spec[field] = `${own.spec[field]}-${namespace}`;
    }
    if (own.spec?.policyName !== undefined) {
      own.spec.policyName = `${own.spec.policyName}-${namespace}`;
      own.spec.matchResources = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } };
    }
    return own;
  });
  const hasNamespace = objects.some(({ kind }) => kind === 'Namespace');
  const added = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  return { namespace, objects: hasNamespace ? objects : [added, ...objects] };
}

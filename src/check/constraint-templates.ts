/** A label selector, and globs, in the match of a constraint. */
const selector = object({
  matchLabels: { type: 'object', additionalProperties: { type: 'string' } },
  matchExpressions: list({
    ...object({ key: { type: 'string' }, operator: { type: 'string' }, values: list({ type: 'string' }) }),
    required: ['key', 'operator'],
  }),
});
const glob = { type: 'string', pattern: '^\\*?[-:a-z0-9]*\\*?$' };
const names = list({ type: 'string' });

/** @see https://github.com/open-policy-agent/gatekeeper/blob/master/pkg/target/matchcrd_constant.go */
const MATCH = object({
  excludedNamespaces: list(glob),
  kinds: list(object({ apiGroups: names, kinds: names })),
  labelSelector: selector,
  name: glob,
  namespaceSelector: selector,
  namespaces: list(glob),
  scope: { type: 'string' },
  source: { type: 'string', enum: ['All', 'Generated', 'Original'] },
});
const ANY = { 'x-kubernetes-preserve-unknown-fields': true };

/**
 * The CustomResourceDefinition that Gatekeeper creates for a ConstraintTemplate; undefined for another object.
 *
 * @see https://github.com/open-policy-agent/frameworks/blob/master/constraint/pkg/client/crds/crds.go
 */
export function constraintDefinition(manifest: any): object | undefined {
  const { apiVersion, kind, spec } = manifest ?? {};
  const { names: named, validation } = spec?.crd?.spec ?? {};
  if (kind !== 'ConstraintTemplate' || !/^templates\.gatekeeper\.sh\//.test(apiVersion) || !named?.kind)
    return undefined;
  // Older versions take any parameters, unless they say otherwise.
  const isOpen = validation?.legacySchema ?? !String(apiVersion).endsWith('/v1');
  const parameters = isOpen ? ANY : validation?.openAPIV3Schema;
  const openAPIV3Schema = object({
    metadata: object({ name: { type: 'string', maxLength: 63 } }),
    spec: object({
      match: MATCH,
      enforcementAction: { type: 'string', default: 'deny' },
      scopedEnforcementActions: list(
        object({ action: { type: 'string' }, enforcementPoints: list(object({ name: { type: 'string' } })) }),
      ),
      ...(parameters && { parameters }),
    }),
    status: ANY,
  });
  const singular = String(named.kind).toLowerCase();
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${singular}.constraints.gatekeeper.sh` },
    spec: {
      group: 'constraints.gatekeeper.sh',
      names: { kind: named.kind, plural: singular, singular },
      scope: 'Cluster',
      versions: ['v1beta1', 'v1alpha1'].map((name) => ({
        name,
        served: true,
        storage: name === 'v1beta1',
        schema: { openAPIV3Schema },
        subresources: { status: {} },
      })),
    },
  };
}

function object(properties: object) {
  return { type: 'object', properties };
}

function list(items: object) {
  return { type: 'array', items };
}

import { checkManifests } from '../../src/check';

const template = (apiVersion: string, validation?: object) => ({
  apiVersion: `templates.gatekeeper.sh/${apiVersion}`,
  kind: 'ConstraintTemplate',
  metadata: { name: 'k8srequiredlabels' },
  spec: {
    crd: { spec: { names: { kind: 'K8sRequiredLabels' }, ...(validation && { validation }) } },
    targets: [{ target: 'admission.k8s.gatekeeper.sh', rego: 'package labels' }],
  },
});
const openAPIV3Schema = {
  type: 'object',
  properties: { labels: { type: 'array', items: { type: 'string' } } },
};
const constraint = (spec: object, more: object = {}) => ({
  apiVersion: 'constraints.gatekeeper.sh/v1beta1',
  kind: 'K8sRequiredLabels',
  metadata: { name: 'owner' },
  spec,
  ...more,
});
const match = { kinds: [{ apiGroups: [''], kinds: ['Namespace'] }], excludedNamespaces: ['kube-*'] };

function found(...objects: object[]): string[] {
  return checkManifests(objects, { allowKinds: ['ConstraintTemplate'] })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path}`);
}

// open-policy-agent/frameworks: constraint/pkg/client/crds/{crds,schema}.go, constraint/pkg/apis/templates/v1/conversion.go.
describe('constraints of Gatekeeper by the template of the input', () => {
  test('are known, with what they match and their parameters', () => {
    const known = template('v1', { openAPIV3Schema });
    expect(found(known, constraint({ match, enforcementAction: 'warn', parameters: { labels: ['owner'] } }))).toEqual(
      [],
    );
    expect(found(known, constraint({ match, parameters: { label: ['owner'] } }))).toEqual([
      'unknown-field spec.parameters.label',
    ]);
    expect(found(known, constraint({ match: { namespace: ['shop'] }, parameters: { labels: [] } }))).toEqual([
      'unknown-field spec.match.namespace',
    ]);
    expect(found(known, constraint({ parameters: { labels: 'owner' } }))).toHaveLength(1);
    expect(found(known, constraint({}, { kind: 'K8sRequiredLabel' }))).toEqual(['unknown-kind ']);
  });

  test('take any parameters of an older template, and none of one without a schema', () => {
    const some = constraint({ parameters: { label: ['owner'] } });
    expect(found(template('v1beta1', { openAPIV3Schema }), some)).toEqual([]);
    expect(found(template('v1', { legacySchema: true, openAPIV3Schema }), some)).toEqual([]);
    expect(found(template('v1beta1', { legacySchema: false, openAPIV3Schema }), some)).toHaveLength(1);
    expect(found(template('v1'), some)).toEqual(['unknown-field spec.parameters']);
    expect(found(template('v1'), constraint({ match }))).toEqual([]);
  });

  test('are not known by templates of other kinds, or without a name', () => {
    const other = { ...template('v1'), apiVersion: 'templates.example.com/v1' };
    expect(found({ ...template('v1'), spec: {} }, constraint({}))).toEqual(['unknown-kind ']);
    expect(found(other, constraint({}))).toEqual(['unknown-kind ']);
  });

  test('are reported with what would define them', () => {
    const hints = (...objects: object[]) =>
      checkManifests(objects, { allowKinds: ['ConstraintTemplate'] }).flatMap(({ rule, hint }) =>
        rule === 'unknown-kind' ? [hint] : [],
      );
    expect(hints(constraint({}))).toEqual([expect.stringMatching(/^add the ConstraintTemplate that defines the kind/)]);
    expect(hints(template('v1'), constraint({}, { kind: 'K8sRequiredLabel' }))).toEqual([
      'did you mean "K8sRequiredLabels"?',
    ]);
  });
});

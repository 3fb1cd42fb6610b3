import { checkRuntime, RUNTIME_RULES } from '../../src/runtime';

const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec });

afterEach(() => jest.restoreAllMocks());

test.each(['check', 'checkAll'] as const)(
  'a rule whose %s throws is a finding, and the others are checked',
  (method) => {
    const rule = RUNTIME_RULES.find((one) => one.id !== 'root-user-under-non-root' && one[method] !== undefined)!;
    jest.spyOn(rule as Required<typeof rule>, method).mockImplementation(() => {
      throw new TypeError('cannot read x');
    });
    const root = { runAsNonRoot: true, runAsUser: 0 };
    const found = checkRuntime([pod({ securityContext: root, containers: [{ name: 'a', image: 'example.com/a:1' }] })]);
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'internal-error',
        category: 'runtime',
        severity: 'error',
        message: `the rule ${rule.id} failed: TypeError: cannot read x`,
      }),
    );
    expect(found.map((finding) => finding.rule)).toContain('root-user-under-non-root');
  },
);

test('a user that containers inherit is reported once, with all of them', () => {
  const containers = ['a', 'b'].map((name) => ({ name, image: `example.com/${name}:1` }));
  const found = checkRuntime([pod({ securityContext: { runAsNonRoot: true, runAsUser: 0 }, containers })]);
  expect(found.filter(({ rule }) => rule === 'root-user-under-non-root')).toMatchObject([
    {
      path: 'spec.securityContext.runAsUser',
      message: "container's runAsUser breaks non-root policy (container: a, b)",
    },
  ]);
});

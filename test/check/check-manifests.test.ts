import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkManifests, NEWEST_VERSION, PropsError } from '../../src';
import { REFERENCE_RULES } from '../../src/references';

const configMap = (metadata: object, data: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
const pod = (container: object, metadata: object = { name: 'web' }) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: { containers: [{ name: 'web', image: 'web:1', ...container }] },
});
const rulesOf = (...input: Parameters<typeof checkManifests>) =>
  checkManifests(...input).map(({ rule, severity, path }) => `${severity} ${rule} ${path}`);

test.each([
  [{}, ['note image-tag-floating spec.containers[0].image']],
  [{ practices: true }, ['error image-latest spec.containers[0].image']],
])('an image without a tag is reported once, with the options %j', (options, expected) => {
  for (const one of [
    pod({ image: 'ghcr.io/acme/web' }),
    pod({ image: 'ghcr.io/acme/web', imagePullPolicy: 'Always' }),
  ]) {
    expect(rulesOf([one], options).filter((line) => line.endsWith('.image'))).toEqual(expected);
  }
});

// https://istio.io/latest/docs/setup/additional-setup/gateway/
test('the image of a gateway that Istio injects is not one of a registry', () => {
  const of = (annotations: object) =>
    rulesOf([pod({ image: 'auto' }, { name: 'gateway', annotations })]).filter((line) => line.endsWith('.image'));
  expect(of({ 'inject.istio.io/templates': 'gateway' })).toEqual([]);
  expect(of({})).toEqual(['note image-tag-floating spec.containers[0].image']);
});

test('what a namespace warns of is reported once: with the fields where the level is known, as the warning of the server otherwise', () => {
  const space = (mode: string, level = 'baseline') => ({
    ...{ apiVersion: 'v1', kind: 'Namespace' },
    metadata: { name: 'shop', labels: { [`pod-security.kubernetes.io/${mode}`]: level } },
  });
  const template = { metadata: { labels: { app: 'web' } }, spec: { ...pod({}).spec, hostNetwork: true } };
  const deployment = {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } },
    spec: { replicas: 0, selector: { matchLabels: { app: 'web' } }, template },
  };
  const found = (objects: object[], options: object = {}) =>
    rulesOf(objects, options).filter((one) => one.includes('pod-security'));
  const file = join(mkdtempSync(join(tmpdir(), 'cluster-')), 'shop.json');
  writeFileSync(file, JSON.stringify(space('warn')));
  const field = 'pod-security-host-namespaces spec.template.spec.hostNetwork';
  expect(found([space('warn'), deployment])).toEqual([`warning ${field}`]);
  expect(found([space('enforce'), deployment])).toEqual([`error ${field}`]);
  expect(found([deployment], { cluster: file })).toEqual(['warning admission-pod-security-warning ']);
  expect(found([deployment], { cluster: file, podSecurity: 'baseline' })).toEqual([`error ${field}`]);
  writeFileSync(file, JSON.stringify(space('warn', 'restricted')));
  expect(found([deployment], { cluster: file, podSecurity: 'baseline' })).toEqual([
    'warning admission-pod-security-warning ',
    `error ${field}`,
  ]);
});

test('classes that a new cluster does not have', () => {
  const claim = {
    ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' } },
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } },
  };
  const ingress = {
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web' } },
    spec: { ingressClassName: 'nginx', rules: [{ host: 'example.com' }] },
  };
  const running = (name: string, spec: object) => ({ ...pod({}, { name }), spec: { ...pod({}).spec, ...spec } });
  const objects = [
    claim,
    ingress,
    running('a', { priorityClassName: 'high' }),
    running('b', { runtimeClassName: 'gvisor' }),
  ];
  const missing = [
    'warning storage-unknown spec.storageClassName',
    'warning ingress-reference-unknown spec.ingressClassName',
    'error admission-priority spec.priorityClassName',
    'error admission-runtime-class spec.runtimeClassName',
  ];
  const found = (cluster: string | readonly string[], given = objects) =>
    rulesOf(given, { cluster }).filter((one) => /unknown|admission/.test(one));
  expect(found('empty')).toEqual(missing);
  const file = join(mkdtempSync(join(tmpdir(), 'cluster-')), 'platform.json');
  writeFileSync(file, JSON.stringify({ ...configMap({ name: 'mode', namespace: 'default' }) }));
  expect(found(['empty', file])).toEqual(missing);
  expect(found('assumed')).toEqual(['warning pod-reference-unknown spec.priorityClassName']);
  const classes = [
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'example.com/disk',
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'nginx' },
      spec: { controller: 'a.io/b' },
    },
  ];
  expect(found('empty', [...classes, claim, ingress] as never)).toEqual([]);
});

test('an acknowledged practice hides no finding of another rule', () => {
  const metadata = { name: 'web', annotations: { 'acknowledge.cdk8s-patterns.dev/image-latest': 'a mirror' } };
  const image = { image: 'ghcr.io/acme/web', imagePullPolicy: 'Never' };
  const found = rulesOf([pod(image, metadata)], { practices: true }).filter((line) => line.endsWith('.image'));
  expect(found).toEqual(['warning image-tag-floating spec.containers[0].image']);
});

describe('one object hides no other', () => {
  test('a label that is a number reaches no check of references', () => {
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'np' },
      spec: { podSelector: { matchLabels: { version: 2 } } },
    };
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web' },
      spec: { selector: { version: true }, ports: [{ port: 70000 }] },
    };
    expect(rulesOf([pod({}, { name: 'web', labels: { version: '1' } }), policy, service])).toEqual([
      'error wrong-type spec.podSelector.matchLabels.version',
      'note network-policy-selects-nothing spec.podSelector',
      'error wrong-type spec.selector.version',
      'note service-port-number spec.ports[0].port',
      // The server fills in the target port from the port.
      'note service-port-number spec.ports[0].targetPort',
      'note service-selects-nothing spec.selector',
    ]);
  });

  test.each<[string, unknown]>([
    ['a string', 'text'],
    ['a list', []],
    ['null', null],
    ['metadata that is text', { apiVersion: 'v1', kind: 'Pod', metadata: 'x', spec: 'y' }],
    ['labels that are a list', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: ['x'] }, spec: [] }],
    ['a kind that is a number', { apiVersion: 1, kind: 2, metadata: 3 }],
    ['a key of another kind', { apiVersion: 'x/v1', kind: 'Y', metadata: { name: 'a', namespace: {} } }],
  ])('%s', (_, object) => {
    const findings = checkManifests([object, configMap({ nmae: 'b' })], { practices: true, podSecurity: 'restricted' });
    expect(findings.filter(({ rule }) => rule === 'internal-error')).toEqual([]);
    expect(findings.some(({ document, severity }) => document === 0 && severity === 'error')).toBe(true);
    expect(findings.some(({ rule, document }) => rule === 'unknown-field' && document === 1)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['oneOf', {}],
    ['allOf', [null]],
    ['properties', { size: 'integer' }],
    ['required', 'size'],
    ['enum', 'small'],
    ['pattern', 7],
    ['pattern', '['],
    ['maximum', 'most'],
    ['items', []],
    ['x-kubernetes-list-map-keys', 'name'],
    ['x-kubernetes-validations', [{ rule: 7 }]],
  ])('a definition with %s: %j, of which the rest is used to check objects', (keyword, value) => {
    const spec = { type: 'object', properties: { size: { type: 'string', [keyword]: value } }, [keyword]: value };
    const schema = { openAPIV3Schema: { type: 'object', properties: { spec } } };
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        ...{ group: 'example.com', scope: 'Namespaced', names: { plural: 'widgets', kind: 'Widget' } },
        versions: [{ name: 'v1', served: true, storage: true, schema }],
      },
    };
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'wide' }, spec: { size: 'x' } };
    const findings = checkManifests([definition, widget, configMap({ nmae: 'b' })]);
    const of = (index: number) => findings.filter(({ document }) => document === index).map(({ rule }) => rule);
    expect(of(1)).toContain('apply-kind-not-established');
    expect(of(1)).not.toContain('internal-error');
    expect(of(2)).toEqual(['unknown-field', 'metadata-name-required']);
  });

  test('defaults of a definition never reach what all objects inherit', () => {
    const fields = JSON.parse(
      '{"__proto__": {"type": "object", "properties": {"size": {"type": "integer", "default": 1}}}}',
    );
    const schema = {
      openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: fields } } },
    };
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        ...{ group: 'example.com', scope: 'Namespaced', names: { plural: 'widgets', kind: 'Widget' } },
        versions: [{ name: 'v1', served: true, storage: true, schema }],
      },
    };
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'wide' }, spec: {} };
    const findings = checkManifests([definition, widget]);
    expect(({} as any).size).toBeUndefined();
    expect(findings.map(({ rule }) => rule)).toEqual(['apply-kind-not-established']);
  });

  test('a rule that throws is a finding of that object that requests a report', () => {
    const [rule] = REFERENCE_RULES.filter(({ on }) => on === 'pod');
    const failing = jest.spyOn(rule!, 'check').mockImplementation(() => {
      throw new TypeError('x is not a function');
    });
    try {
      const origin = { constructPath: 'shop/web', file: 'main.ts', line: 3, column: 5 };
      const findings = checkManifests([{ object: pod({}), origin }, pod({ imagee: 'x' }, { name: 'other' })]);
      expect(findings.map((finding) => finding.rule)).toEqual(['internal-error', 'unknown-field', 'internal-error']);
      expect(findings[0]).toMatchObject({
        category: 'reference',
        severity: 'error',
        message: `the rule ${rule!.id} failed: TypeError: x is not a function`,
        ...origin,
      });
      expect(findings[0]!.hint).toContain('report it');
    } finally {
      failing.mockRestore();
    }
  });

  test('a further check that throws is a finding', () => {
    const broken = () => {
      throw new Error('no rules');
    };
    expect(rulesOf([configMap({ name: 'a' })], { checks: [broken] })).toEqual(['error check-failed ']);
  });
});

describe('notes', () => {
  test('what comes after wrong types and unknown fields', () => {
    const container = { image: 7, ports: [{ containerPort: '70000' }, { containerPort: {} }], imagee: 'x', name: 'A' };
    expect(rulesOf([pod(container)])).toEqual([
      'error wrong-type spec.containers[0].image',
      'note wrong-type spec.containers[0].ports[0].containerPort',
      'note wrong-type spec.containers[0].ports[1].containerPort',
      'note unknown-field spec.containers[0].imagee',
      'note container-name-format spec.containers[0].name',
      'note port-range spec.containers[0].ports[0].containerPort',
    ]);
  });

  test('nothing is said about a field that is not right', () => {
    expect(rulesOf([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: {} } }])).toEqual([
      'error wrong-type spec.containers',
    ]);
  });
});

describe('kubectl apply', () => {
  // kubectl v1.36.3 against kube-apiserver v1.36.3: the largest value of data.a that client-side apply takes.
  test.each<[string, number, string, Record<string, string>]>([
    ['letters', 261_976, 'x', {}],
    ['with an annotation of its own', 261_957, 'x', { note: 'abc' }],
    ['< is written as six bytes', 43_662, '<', {}],
    ['letters of two bytes', 130_988, 'é', {}],
  ])('an object just fits into the annotation: %s', (_, count, letter, annotations) => {
    const metadata = { name: 'big', ...(Object.keys(annotations).length > 0 && { annotations }) };
    const object = (length: number) => configMap(metadata, { a: letter.repeat(length) });
    expect(rulesOf([object(count)])).toEqual([]);
    expect(rulesOf([object(count + 1)])).toEqual(['error apply-annotation-too-long metadata.annotations']);
    expect(rulesOf([object(count + 1)], { applyMode: 'server' })).toEqual([]);
  });

  test('a request of the largest size', () => {
    // kubectl v1.36.3 apply --server-side against kube-apiserver v1.36.3: one letter more is "Request entity too large".
    const object = (length: number) => configMap({ name: 'big' }, { a: 'x'.repeat(length) });
    const tooLarge = 'error apply-request-too-large ';
    expect(rulesOf([object(3_145_625)], { applyMode: 'server' })).not.toContain(tooLarge);
    expect(rulesOf([object(3_145_626)], { applyMode: 'server' })).toContain(tooLarge);
  });

  test('a generated name', () => {
    const [finding, ...others] = checkManifests([configMap({ generateName: 'a-' })]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'apply-generate-name',
      category: 'apply',
      severity: 'error',
      message: 'from a-: cannot use generate name with apply',
    });
    expect(rulesOf([configMap({ name: 'a', generateName: 'a-' })])).toEqual([]);
  });
});

describe('acknowledgements', () => {
  const acknowledged = (rule: string, reason: unknown = 'known') => ({
    name: 'web',
    annotations: { [`acknowledge.cdk8s-patterns.dev/${rule}`]: reason },
  });

  test('an annotation takes a finding out, on its own object only', () => {
    const metadata = { generateName: 'a-', annotations: acknowledged('apply-generate-name').annotations };
    expect(rulesOf([configMap(metadata), configMap({ generateName: 'b-' })])).toEqual([
      'error apply-generate-name metadata.name',
    ]);
  });

  test('one that nothing needs is a warning, unless its rule is left out', () => {
    const path = 'metadata.annotations[acknowledge.cdk8s-patterns.dev/image-latest]';
    expect(rulesOf([pod({}, acknowledged('image-latest'))])).toEqual([]);
    expect(rulesOf([pod({}, acknowledged('image-latest'))], { practices: true })).toContain(
      `warning unused-acknowledgement ${path}`,
    );
    expect(rulesOf([pod({ image: 'web' }, acknowledged('image-latest'))], { practices: true }).join()).not.toContain(
      'image-latest',
    );
  });

  describe('of a rule that does not exist', () => {
    const metadata = (rule: string) => acknowledged(rule);
    const told = (rule: string, options: object = {}) =>
      checkManifests([configMap(metadata(rule))], options).map(({ message, hint }) => `${message}; ${hint}`);
    const given = (rule: string) =>
      checkManifests([], { acknowledgements: [{ rule, reason: 'known' }] }).map(
        ({ message, hint }) => `${message}; ${hint}`,
      );
    const MISSPELLED = 'acknowledgement of "unknown-feld", but there is no such rule; did you mean "unknown-field"?';
    const UNLIKE = 'acknowledgement of "zzz", but there is no such rule; use the name between brackets in the report';

    test('in an annotation and in the options, the nearest name is given', () => {
      expect(told('unknown-feld')).toEqual([MISSPELLED]);
      expect(given('unknown-feld')).toEqual([MISSPELLED]);
      expect(told('zzz')).toEqual([UNLIKE]);
      expect(given('zzz')).toEqual([UNLIKE]);
    });

    test('one of a rule that exists is to be removed', () => {
      const unused = 'unused acknowledgement of "unknown-field": no violation found';
      expect(told('unknown-field')).toEqual([`${unused}; remove the annotation`]);
      expect(given('unknown-field')).toEqual([`${unused}; remove it from the acknowledgements`]);
    });

    test('further checks may have rules of other names', () => {
      const unused = (rule: string) => `unused acknowledgement of "${rule}": no violation found`;
      const checks = [() => []];
      expect(told('team-label', { checks })).toEqual([`${unused('team-label')}; remove the annotation`]);
      expect(told('unknown-feld', { checks })).toEqual([`${unused('unknown-feld')}; did you mean "unknown-field"?`]);
    });
  });

  test('one without a reason is refused and acknowledges nothing', () => {
    const metadata = { generateName: 'a-', annotations: acknowledged('apply-generate-name', ' ').annotations };
    expect(rulesOf([configMap(metadata)])).toEqual([
      'error apply-generate-name metadata.name',
      'error acknowledgement-without-reason metadata.annotations[acknowledge.cdk8s-patterns.dev/apply-generate-name]',
    ]);
  });
});

describe('options', () => {
  test('the newest version is the default, and a version given twice counts once', () => {
    const versions = (kubernetesVersion?: any) =>
      checkManifests([configMap({ nmae: 'a' })], { kubernetesVersion })[0]!.kubernetesVersions;
    expect(versions()).toEqual([NEWEST_VERSION]);
    expect(versions(['1.28', '1.36', '1.28'])).toEqual(['1.28', '1.36']);
  });

  test('unknown and wrong ones are refused with what is expected', () => {
    const refusal = (options: object) => () => checkManifests([], options);
    expect(refusal({ podsecurity: 'baseline' })).toThrow(PropsError);
    expect(refusal({ podsecurity: 'baseline' })).toThrow('podsecurity: unknown option (did you mean "podSecurity"?)');
    expect(refusal({ references: 'some' })).toThrow('references: expected true or false or "all", received "some"');
    expect(refusal({ kubernetesVersion: '1.99' })).toThrow(
      `unsupported Kubernetes version "1.99" (supported: 1.28-${NEWEST_VERSION})`,
    );
    expect(refusal({ warningsAsErrors: ['label-key', 'service-selects-nothin'] })).toThrow(
      'warningsAsErrors[1]: there is no rule "service-selects-nothin" (did you mean "service-selects-nothing"?)',
    );
    // A check of the user may have any rule.
    expect(refusal({ warningsAsErrors: ['team-label'], checks: [() => []] })).not.toThrow();
  });

  test('references to what may be in the cluster are warnings with "all", and nothing is with false', () => {
    const object = pod({ envFrom: [{ secretRef: { name: 'elsewhere' } }] });
    expect(rulesOf([object])).toEqual([]);
    expect(rulesOf([object], { references: 'all' })).toEqual([
      'warning configuration-unknown spec.containers[0].envFrom[0].secretRef.name',
    ]);
    expect(rulesOf([object], { references: false })).toEqual([]);
  });
});

test('the value of the field is named, at most 40 characters of it and never of a Secret', () => {
  const [finding] = checkManifests([pod({ imagee: 'x'.repeat(100) })]);
  expect(finding!.value).toBe(`${'x'.repeat(39)}…`);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { key: 'hunter2!' } };
  const found = checkManifests([secret]);
  expect(found).not.toEqual([]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test.each([-2147483649, 1.5, true, '1.5', 'many'])(
  'priority %p is one finding: what a repair tries is not reported',
  (priority) => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { priority, containers: [{ name: 'web', image: 'web:1' }] },
    };
    const found = checkManifests([pod], { kubernetesVersion: '1.36' });
    expect(found.map(({ rule, severity, path }) => [rule, severity, path])).toEqual([
      ['wrong-type', 'error', 'spec.priority'],
    ]);
  },
);

test.each([
  ['kind', { kind: true, plural: 'widgets' }],
  ['plural', { kind: 'Widget', plural: 7 }],
  ['singular', { kind: 'Widget', plural: 'widgets', singular: {} }],
])('a definition whose %s is not a string defines no kind, and other objects are checked', (_, names) => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names,
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
    },
  };
  const object = { apiVersion: 'example.com/v1', kind: 'Widgte', metadata: { name: 'a' } };
  const rules = checkManifests([definition, object]).map(({ rule, name }) => `${rule} ${name}`);
  expect(rules).toContain('unknown-kind a');
  expect(rules.filter((rule) => rule.startsWith('internal-error'))).toEqual([]);
});

test('a Namespace that is written with a namespace is there for its objects', () => {
  const objects = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', namespace: 'shop' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } },
  ];
  expect(checkManifests(objects, { cluster: 'empty' })).toEqual([]);
});

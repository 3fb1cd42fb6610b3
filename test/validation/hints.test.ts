import { validate } from '../../src/validation';

const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
const podWith = (container: object, spec: object = {}) =>
  pod({ containers: [{ name: 'web', image: 'web:1', ...container }], ...spec });
const hintsOf = (object: object) =>
  validate([object], { kubernetesVersion: '1.36' }).map(({ path, hint }) => `${path}: ${hint}`);

describe('modes of files without the zero that makes them octal', () => {
  const volume = (source: object) => podWith({}, { volumes: [{ name: 'a', ...source }] });
  const files = (fields: object) => volume({ configMap: { name: 'a', ...fields } });
  const DEFAULT_MODE = 'spec.volumes[0].configMap.defaultMode';

  test.each<[number, string]>([
    [644, '644 is decimal: write 0644 in YAML, or 420 in JSON'],
    [755, '755 is decimal: write 0755 in YAML, or 493 in JSON'],
    [777, '777 is decimal: write 0777 in YAML, or 511 in JSON'],
    [800, 'undefined'],
    [1000, 'undefined'],
    [-1, 'undefined'],
  ])('%d', (defaultMode, hint) => {
    expect(hintsOf(files({ defaultMode }))).toEqual([`${DEFAULT_MODE}: ${hint}`]);
  });

  test('of an item, and of other volumes', () => {
    const hint = '600 is decimal: write 0600 in YAML, or 384 in JSON';
    expect(hintsOf(files({ items: [{ key: 'a', path: 'a', mode: 600 }] }))).toEqual([
      `spec.volumes[0].configMap.items[0].mode: ${hint}`,
    ]);
    const secret = { secretName: 'a', defaultMode: 600 };
    expect(hintsOf(volume({ secret }))).toEqual([`spec.volumes[0].secret.defaultMode: ${hint}`]);
  });
});

describe('mounts of a volume that is not there', () => {
  const NAME = 'spec.containers[0].volumeMounts[0].name';
  const mounting = (name: string, names: readonly string[]) =>
    podWith(
      { volumeMounts: [{ name, mountPath: '/data' }] },
      { volumes: names.map((volume) => ({ name: volume, emptyDir: {} })) },
    );

  test.each<[string, string, string[], string]>([
    ['a misspelled name', 'date', ['cache', 'data'], 'did you mean "data"?'],
    ['another name', 'certificates', ['cache', 'data'], 'the pod has the volumes "cache", "data"'],
    ['no volumes', 'data', [], 'the pod has no volumes: add one of this name'],
    [
      'many volumes',
      'certificates',
      [...'abcdefghijkl'],
      `the pod has the volumes ${[...'abcdefghij'].map((name) => `"${name}"`).join(', ')}, …`,
    ],
  ])('%s', (_, name, names, hint) => {
    expect(hintsOf(mounting(name, names))).toEqual([`${NAME}: ${hint}`]);
  });

  test('a volume that is wrong itself is not to be replaced by another', () => {
    const volumes = [
      { name: 'data', configMap: {} },
      { name: 'data2', emptyDir: {} },
    ];
    expect(hintsOf(podWith({ volumeMounts: [{ name: 'data', mountPath: '/data' }] }, { volumes }))).toContain(
      `${NAME}: the volume "data" is not valid itself: correct it first`,
    );
  });

  test('a block device', () => {
    const volumes = [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }];
    expect(hintsOf(podWith({ volumeDevices: [{ name: 'disc', devicePath: '/dev/xvda' }] }, { volumes }))).toEqual([
      'spec.containers[0].volumeDevices[0].name: did you mean "disk"?',
    ]);
  });
});

test('a path of two mounts names the other one', () => {
  const volumes = ['a', 'b'].map((name) => ({ name, emptyDir: {} }));
  const volumeMounts = ['a', 'b'].map((name) => ({ name, mountPath: '/etc/a' }));
  expect(hintsOf(podWith({ volumeMounts }, { volumes }))).toEqual([
    'spec.containers[0].volumeMounts[1].mountPath: volumeMounts[0], of volume "a", has this path too; give each mount a path of its own, or put both into one projected volume',
  ]);
});

describe('fields of the other securityContext', () => {
  test.each([
    ['allowPrivilegeEscalation', false],
    ['capabilities', { drop: ['ALL'] }],
    ['privileged', true],
    ['procMount', 'Default'],
    ['readOnlyRootFilesystem', true],
  ])('%s of a pod', (field, value) => {
    expect(hintsOf(podWith({}, { securityContext: { [field]: value } }))).toEqual([
      `spec.securityContext.${field}: "${field}" belongs in the securityContext of a container`,
    ]);
  });

  test.each([
    ['fsGroup', 1000],
    ['fsGroupChangePolicy', 'Always'],
    ['supplementalGroups', [1000]],
    ['sysctls', []],
  ])('%s of a container', (field, value) => {
    expect(hintsOf(podWith({ securityContext: { [field]: value } }))).toEqual([
      `spec.containers[0].securityContext.${field}: "${field}" belongs in the securityContext of the pod`,
    ]);
  });

  test('a misspelled field is not one of the other', () => {
    expect(hintsOf(podWith({}, { securityContext: { runAsNonroot: true } }))).toEqual([
      'spec.securityContext.runAsNonroot: did you mean "runAsNonRoot"?',
    ]);
  });
});

test('a node port of a Service that has none', () => {
  const ports = [{ port: 80, nodePort: 30080 }];
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports } };
  expect(hintsOf(service)).toEqual(['spec.ports[0].nodePort: set type: NodePort, or remove nodePort']);
});

describe('a selector that the labels of the template do not match', () => {
  const deployment = (selector: object, labels?: object) => ({
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } },
    spec: { selector, template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } } },
  });
  const AT = 'spec.template.metadata.labels';

  test.each<[object, object | undefined, string]>([
    [{ matchLabels: { app: 'mailer' } }, { app: 'mail' }, 'the selector is app=mailer, and the labels are app=mail'],
    [
      { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] },
      { app: 'web', part: 'a' },
      'the selector is app=web,tier, and the labels are app=web,part=a',
    ],
    [{ matchLabels: { app: 'web' } }, undefined, 'the selector is app=web, and the template has no labels'],
  ])('%j and %j', (selector, labels, hint) => {
    expect(hintsOf(deployment(selector, labels))).toEqual([`${AT}: ${hint}`]);
  });
});

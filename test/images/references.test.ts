import { canonicalRepository, ImageCatalog, KNOWN_IMAGES, knownImages, parseImage } from '../../src/images';

const named = (reference: string) => {
  const image = knownImages().find(reference);
  return image && `${image.name} ${image.certainty}`;
};

test.each([
  ['nginx', 'docker.io/library/nginx'],
  ['library/nginx', 'docker.io/library/nginx'],
  ['docker.io/nginx', 'docker.io/library/nginx'],
  ['index.docker.io/library/nginx', 'docker.io/library/nginx'],
  ['prom/prometheus', 'docker.io/prom/prometheus'],
  ['ghcr.io/acme/shop', 'ghcr.io/acme/shop'],
  ['localhost/shop', 'localhost/shop'],
  ['registry:5000/shop', 'registry:5000/shop'],
])('the repository %s is %s', (repository, expected) => {
  expect(canonicalRepository(repository)).toBe(expected);
});

test.each([
  ['nginx', 'nginx same'],
  ['nginx:1.27.3', 'nginx same'],
  [`docker.io/library/nginx:1.27.3@sha256:${'0'.repeat(64)}`, 'nginx same'],
  [`nginx@sha256:${'0'.repeat(64)}`, 'nginx same'],
  ['registry.example.cn/mirror/library/nginx:1.27.3', 'nginx mirror'],
  ['registry.example.cn/mirror/nginx:1.27.3', 'nginx mirror'],
  ['m.example.io/docker.io/library/nginx:1.27.3', 'nginx mirror'],
  ['registry.example.com:5000/nginx', 'nginx likely'],
  ['registry.example.cn/mirror/prom/prometheus:v3.1.0', 'prom/prometheus mirror'],
  ['quay.io/prometheus/prometheus:v3.1.0', 'prom/prometheus same'],
  // Images of others that only have the same last name.
  ['bitnami/nginx:1.27', undefined],
  ['ghcr.io/acme/nginx:1', undefined],
  ['ghcr.io/nginx:1', undefined],
  ['registry.example.com/team/nginx:1', undefined],
  ['ghcr.io/acme/shop:1.4.2', undefined],
  ['Nginx:1', undefined],
])('%s is %s', (reference, expected) => {
  expect(named(reference)).toBe(expected);
});

test('the first row for the tag holds', () => {
  const uid = (reference: string) => knownImages().find(reference)?.facts.uid;
  expect([uid('httpd:2.4'), uid('httpd:2.4-alpine')]).toEqual([33, 82]);
  expect([uid('postgres:17'), uid('postgres:17-alpine'), uid('postgres:18-alpine')]).toEqual([999, 70, 70]);
  const data = (reference: string) => knownImages().find(reference)?.facts.data;
  expect([data('postgres:17.2'), data('postgres:18.1'), data('postgres')]).toEqual([
    '/var/lib/postgresql/data',
    '/var/lib/postgresql',
    '/var/lib/postgresql',
  ]);
});

test('a row for certain tags does not hold for a digest alone', () => {
  const catalog = new ImageCatalog([{ repositories: ['ghcr.io/acme/shop'], tags: ['1.*'], user: 1000 }]);
  expect(catalog.find('ghcr.io/acme/shop:1.2')?.facts.user).toBe(1000);
  expect(catalog.find(`ghcr.io/acme/shop@sha256:${'0'.repeat(64)}`)).toBeUndefined();
  expect(catalog.find('ghcr.io/acme/shop:2.1')).toBeUndefined();
});

test('own facts win over those of the package', () => {
  const catalog = knownImages().with([{ repositories: ['docker.io/library/nginx'], user: 1000 }]);
  expect(catalog.find('nginx:1.27.3')?.facts).toEqual({ repositories: ['docker.io/library/nginx'], user: 1000 });
});

test('every row names its source, repositories that exist, and absolute paths', () => {
  for (const facts of KNOWN_IMAGES) {
    const { repositories, source, writes = [], volumes = [], content = [], ...known } = facts;
    expect(repositories.every((repository) => parseImage(repository) !== undefined)).toBe(true);
    if (Object.keys(known).length > 1) expect(source).toMatch(/^https:\/\//);
    const paths = [...writes.map((one) => (typeof one === 'string' ? one : one.path)), ...volumes, ...content];
    expect(paths.filter((path) => !path.startsWith('/'))).toEqual([]);
  }
});

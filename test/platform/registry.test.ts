import { mirroredImage } from '../../src/platform/registry';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const MIRROR = 'registry.example.cn/mirror';

// Names are completed as github.com/distribution/reference does: a name without a registry is docker.io, one without a path is library.
test.each([
  ['nginx:1.27.3', `${MIRROR}/library/nginx:1.27.3`],
  ['nginx', `${MIRROR}/library/nginx`],
  ['library/nginx:1', `${MIRROR}/library/nginx:1`],
  ['docker.io/nginx:1', `${MIRROR}/library/nginx:1`],
  ['index.docker.io/library/nginx:1', `${MIRROR}/library/nginx:1`],
  ['prom/mysqld-exporter:v0.17.2', `${MIRROR}/prom/mysqld-exporter:v0.17.2`],
  ['ghcr.io/acme/shop:1.4.2', `${MIRROR}/acme/shop:1.4.2`],
  ['localhost:5000/shop:1', `${MIRROR}/shop:1`],
  [`nginx@${DIGEST}`, `${MIRROR}/library/nginx@${DIGEST}`],
  [`nginx:1.27.3@${DIGEST}`, `${MIRROR}/library/nginx:1.27.3@${DIGEST}`],
  ['registry.example.cn/team/shop:1', 'registry.example.cn/team/shop:1'],
  ['not an image', 'not an image'],
  ['', ''],
])('%s', (image, mirrored) => {
  expect(mirroredImage(image, MIRROR)).toBe(mirrored);
  expect(mirroredImage(mirrored, MIRROR)).toBe(mirrored);
});

test('keeps the host, leaves out what is excepted, and has a mirror for each registry', () => {
  const keepHost = { mirror: 'm.example.cn', keepHost: true };
  expect(mirroredImage('nginx:1', keepHost)).toBe('m.example.cn/docker.io/library/nginx:1');
  const except = { mirror: MIRROR, except: ['ghcr.io/acme', 'quay.io', 'busybox'] };
  expect(mirroredImage('ghcr.io/acme/shop:1', except)).toBe('ghcr.io/acme/shop:1');
  expect(mirroredImage('ghcr.io/acmeric/shop:1', except)).toBe(`${MIRROR}/acmeric/shop:1`);
  expect(mirroredImage('quay.io/a/b:1', except)).toBe('quay.io/a/b:1');
  expect(mirroredImage('busybox:1', except)).toBe('busybox:1');
  const byHost = { mirror: { 'docker.io': 'r.example.cn/hub', 'ghcr.io': 'r.example.cn/ghcr' } };
  expect(mirroredImage('redis:7', byHost)).toBe('r.example.cn/hub/library/redis:7');
  expect(mirroredImage('ghcr.io/acme/shop:1', byHost)).toBe('r.example.cn/ghcr/acme/shop:1');
  expect(mirroredImage('quay.io/a/b:1', byHost)).toBe('quay.io/a/b:1');
  expect(mirroredImage('redis:7', false)).toBe('redis:7');
});

import { App, Chart } from 'cdk8s';
import { RegistrySecret, Sensitive } from '../../../src';

/**
 * A server, an image that it is meant for, and whether the kubelet uses the credentials: Add and Lookup of
 * pkg/credentialprovider/keyring.go of Kubernetes 1.36.3, run with ParseNormalizedNamed of distribution/reference 0.6.0.
 */
const ANSWERS: readonly (readonly [server: string, image: string, isUsed: boolean])[] = [
  ['x y', 'x.y/z', false],
  ['', 'nginx', false],
  ['ghcr.io', 'ghcr.io/acme/shop:1', true],
  ['https://ghcr.io', 'ghcr.io/acme/shop:1', true],
  ['http://ghcr.io/', 'ghcr.io/acme/shop:1', true],
  ['docker://ghcr.io', 'ghcr.io/acme/shop:1', false],
  ['HTTPS://ghcr.io', 'ghcr.io/a/b', false],
  ['registry', 'registry/acme/shop:1', false],
  ['registry:5000', 'registry:5000/shop:1', true],
  ['localhost', 'localhost/shop:1', true],
  ['ghcr.io/acme/shop:1', 'ghcr.io/acme/shop:1', false],
  ['ghcr.io/acme', 'ghcr.io/acme/shop:1', true],
  ['ghcr.io/Acme', 'ghcr.io/acme/shop:1', false],
  ['ghcr.io/acme/*', 'ghcr.io/acme/shop', false],
  ['ghcr.io//a', 'ghcr.io/a/b', false],
  ['*.example.com', 'a.example.com/shop', true],
  ['*', 'localhost/a', true],
  ['my_registry.example.com', 'my_registry.example.com/shop', true],
  ['ghcr.io:port', 'ghcr.io/acme/shop', false],
  ['user@ghcr.io', 'ghcr.io/acme/shop', true],
  ['https://index.docker.io/v1/', 'nginx', true],
  ['docker.io', 'nginx', true],
  ['index.docker.io', 'nginx', true],
  [' ghcr.io', 'ghcr.io/a/b', false],
  ['https://ghcr.io/v2/', 'ghcr.io/a/b', true],
  ['ghcr.io/v2', 'ghcr.io/a/b', false],
  ['GHCR.io', 'GHCR.io/a/b', true],
  ['//ghcr.io', 'ghcr.io/a/b', false],
  ['.example.com', 'example.com/a', false],
  ['ghcr.io.', 'ghcr.io/a', false],
  ['ghcr.io/a b', 'ghcr.io/a/b', false],
  ['ghcr.io?x=1', 'ghcr.io/a/b', true],
  ['10.0.0.1:5000', '10.0.0.1:5000/a', true],
  ['[::1]:5000', '[::1]:5000/a', true],
];

function create(server: string): void {
  const chart = new Chart(new App(), 'c', { namespace: 'shop' });
  new RegistrySecret(chart, 'registry', { server, username: 'ci', password: Sensitive.text('s3cret') });
}

test.each(ANSWERS)('server %j, image %s: used %s', (server, _, isUsed) => {
  if (isUsed) expect(() => create(server)).not.toThrow();
  else expect(() => create(server)).toThrow(/server: (no image has the registry|must not be empty)/);
});

test.each([
  [' ghcr.io', 'use "ghcr.io"'],
  ['docker://ghcr.io/acme', 'use "ghcr.io/acme"'],
  ['registry', 'such as "registry:5000"'],
  ['ghcr.io/acme/shop:1', 'use "ghcr.io/acme/shop"'],
  ['ghcr.io/acme/*', 'use "ghcr.io/acme"'],
])('the hint for %j is a server that is used', (server, hint) => {
  expect(() => create(server)).toThrow(hint);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImage } from '../../src/images';
import { InitContainers, Sidecars } from '../../src/mixins';
import { Credentials, MetricsServer, MySql, Peer, WebApp, WordPress } from '../../src/patterns';
import { Probes, Qos, Volumes } from '../../src/pod';
import { rendered } from './render';

const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });
const image = (name: string) => `mirror.example.com/${name}:1`;

function imagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesIn(inner),
  );
}

test('every image that the package brings can come from a mirror', () => {
  const logs = Volumes.emptyDir('logs');
  const manifests = rendered((chart) => {
    const credentials = Credentials.fromSecret('auth', {
      rootPassword: 'a',
      username: 'b',
      password: 'c',
      exporterPassword: 'd',
      backupPassword: 'e',
    });
    const db = new MySql(chart, 'db', {
      database: 'shop',
      credentials,
      storage: { size: '1Gi' },
      qos,
      image: image('mysql'),
      backup: { schedule: '0 3 * * *', image: image('dump') },
      metrics: { from: Peer.pods(), image: image('exporter') },
    });
    new WordPress(chart, 'blog', {
      database: db,
      storage: { size: '1Gi' },
      qos,
      variant: 'fpm',
      image: image('wordpress'),
      nginxImage: image('nginx'),
      ingress: { host: 'blog.example.com' },
      cron: { image: image('curl') },
      install: { title: 'Blog', admin: 'admin', image: image('wp-cli'), waitImage: image('busybox') },
    });
    new MetricsServer(chart, 'metrics-server', { image: image('metrics-server') });
    new WebApp(chart, 'shop', { image: image('shop'), port: 8080, qos, probes: Probes.none() })
      .connectTo(db, { waitFor: { image: image('wait') } })
      .with(
        InitContainers.waitForHttp('http', { host: 'a', port: 80, image: image('wait-http') }),
        InitContainers.sysctl('sysctl', { values: { a: 1 }, image: image('sysctl') }),
        Sidecars.logShipper('ship', { qos, reads: logs.at('/logs'), image: image('fluent-bit') }),
        Sidecars.logRotator('rotate', {
          qos,
          writes: logs.at('/logs'),
          image: image('rotate'),
          security: { runAsUser: 1000 },
        }),
        Sidecars.configReloader('reload', {
          qos,
          watch: Volumes.configMap('c').at('/c'),
          url: 'http://localhost/',
          image: image('reload'),
        }),
      );
  });
  const images = new Set(imagesIn(manifests));
  expect([...images].filter((name) => !name.startsWith('mirror.example.com/'))).toEqual([]);
  expect(images).toContain(image('dump'));
  expect(images).toContain(image('busybox'));
  expect(images).toContain(image('curl'));
  expect(images.size).toBe(16);
});

/** The images that the sources of patterns and mixins name, outside of comments. */
function defaultImages(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return defaultImages(path);
    const code = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    return [...code.matchAll(/'([\w./-]+:[\w][\w.-]*)'/g)]
      .map(([, text]) => text!)
      .filter((text) => parseImage(text)?.tag !== undefined && /\d/.test(text.split(':')[1]!));
  });
}

test('docs/images.md lists every image that the package brings, and no other', () => {
  const src = join(__dirname, '..', '..', 'src');
  const used = [...defaultImages(join(src, 'mixins')), ...defaultImages(join(src, 'patterns'))];
  const page = readFileSync(join(src, '..', 'docs', 'images.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([^`]+:[^`]+)` \|/gm)].map(([, name]) => name!);
  expect([...new Set(used)].sort()).toEqual([...rows].sort());
});

import { checkReferences } from '../../../src';

const metadata = (name: string) => ({ name, namespace: 'db' });
const service = (name: string, port: number) => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: metadata(name) },
  spec: { selector: { app: 'postgres' }, ports: [{ port }] },
});
const set = {
  ...{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: metadata('postgres') },
  spec: {
    ...{ replicas: 3, serviceName: 'postgres-hl', selector: { matchLabels: { app: 'postgres' } } },
    template: {
      metadata: { labels: { app: 'postgres' } },
      spec: {
        containers: [{ name: 'postgres', image: 'postgres:16', command: ['sh', '/scripts/run.sh'] }],
        volumes: [{ name: 'scripts', configMap: { name: 'scripts' } }],
      },
    },
  },
};
const STACK = [set, service('postgres-hl', 5432), service('postgres', 5432), service('redis', 6379)];

/** What is found about addresses in a key of a ConfigMap that pods mount. */
function findings(text: string, key = 'run.sh', stack: readonly object[] = STACK): string[] {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('scripts'), data: { [key]: text } };
  return checkReferences([...stack, map])
    .filter(({ rule }) => rule.startsWith('service-address'))
    .map(({ kind, path, message }) => `${kind} ${path}: ${message}`);
}

const NO_NAMES = 'the pods of StatefulSet "postgres" have no names below Service "postgres"';

test.each([
  ['pg_basebackup -h postgres-0.postgres -D /data', NO_NAMES],
  ['[ "$I" = 0 ] || pg_basebackup --host=postgres-0.postgres -D /data', NO_NAMES],
  ['psql -h postgres-0.postgres.db.svc.cluster.local -U app', NO_NAMES],
  ['pg_isready -h postgres-7.postgres-hl', 'StatefulSet "postgres" has no pod "postgres-7"'],
  ['psql "host=postgres-0.postgres-nope.db.svc user=app"', 'no Service "postgres-nope" in namespace db'],
  ['curl -s http://metrics.db.svc:80/push', 'no Service "metrics" in namespace db'],
  ['nc -z postgres 5433', 'Service "postgres" has no port 5433'],
  ['psql -h postgres -p 5433', 'Service "postgres" has no port 5433'],
  ['redis-cli -h redis -p 6380 ping', 'Service "redis" has no port 6380'],
  ['until nc -z postgress 5432; do sleep 1; done', 'no Service "postgress" in namespace db'],
  ['until nc -z cache 11211; do sleep 1; done', 'no Service "cache" in namespace db'],
  ["PRIMARY='host=postgres port=5433'", 'Service "postgres" has no port 5433'],
  ['JAVA_OPTS="-Ddns.query=cache.db.svc"', 'no Service "cache" in namespace db'],
])('a script with %j', (text, message) => {
  for (const script of [`#!/bin/sh\n${text}\n`, `set -e\n# A comment about cache.db.svc\n${text}`])
    expect(findings(script)).toEqual([expect.stringContaining(`ConfigMap data[run.sh]: ${message}`)]);
  expect(findings(`#!/usr/bin/env bash\n${text}`, 'run')).toEqual([expect.stringContaining(message)]);
});

test.each([
  'pg_basebackup -h postgres-0.postgres-hl -D /data',
  'psql -h postgres-0.postgres-hl.db.svc "dbname=app"',
  'psql -h "$HOST" -p 5433; psql -h localhost; redis-cli -h 127.0.0.1',
  'nc -z postgres 5432 && redis-cli -h redis ping',
  'curl -s https://example.com/v1 | tar -x; tail -f postgres-0.log',
  'postgres-0.log postgres-1.log',
  '# psql -h postgres-0.postgres',
  'psql -h pg-0.postgres',
])('no wrong host in %j', (text) => {
  expect(findings(`#!/bin/sh\n${text}\n`)).toEqual([]);
});

test('a host that only the pod may resolve is not missing', () => {
  const wait = 'until nc -z nas 5432; do sleep 1; done';
  expect(findings(wait)).toEqual([expect.stringContaining('ConfigMap data[run.sh]: no Service "nas" in namespace db')]);
  const { template } = set.spec;
  const spec = { ...template.spec, dnsConfig: { searches: ['example.com'] } };
  const other = { ...set, spec: { ...set.spec, template: { ...template, spec } } };
  expect(findings(wait, 'run.sh', [other, ...STACK.slice(1)])).toEqual([]);
  // Which pods run it is not known.
  const { volumes: _, ...bare } = template.spec;
  const alone = { ...set, spec: { ...set.spec, template: { ...template, spec: bare } } };
  expect(findings(wait, 'run.sh', [alone, ...STACK.slice(1)])).toEqual([]);
});

test('names of pods in other files', () => {
  expect(findings('primary = postgres-0.postgres.db.svc:5432', 'pool.conf')).toEqual([
    expect.stringContaining(NO_NAMES),
  ]);
  expect(findings('see nc -z postgres 5433', 'notes.md')).toEqual([]);
});

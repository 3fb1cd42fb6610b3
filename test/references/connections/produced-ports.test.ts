import { checkReferences } from '../../../src';

const metadata = { name: 'events', namespace: 'shop' };
const listener = (name: string, port: number, type = 'internal') => ({ name, port, type, tls: false });
const kafka = (listeners: unknown) => ({
  ...{ apiVersion: 'kafka.strimzi.io/v1beta2', kind: 'Kafka', metadata },
  spec: { kafka: { listeners } },
});
const LISTENERS = [listener('plain', 9092), listener('tls', 9093), listener('public', 9094, 'cluster-ip')];
const EVENTS = kafka(LISTENERS);
const postgres = { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', metadata, spec: { instances: 3 } };
const spilo = { apiVersion: 'acid.zalan.do/v1', kind: 'postgresql', metadata, spec: { numberOfInstances: 2 } };
const rabbit = (spec: object = {}) => ({ apiVersion: 'rabbitmq.com/v1beta1', kind: 'RabbitmqCluster', metadata, spec });
const pod = (value: string) => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'client', namespace: 'shop' } },
  spec: { containers: [{ name: 'client', image: 'client:1', env: [{ name: 'ADDRESS', value }] }] },
});

const findings = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule.startsWith('service-address'))
    .map(({ severity, message, hint }) => `${severity} ${message}; ${hint}`);

test.each<[object, string, string, string]>([
  // 9091 is for replication: getServicePorts() in KafkaCluster.java of Strimzi.
  [EVENTS, 'events-kafka-bootstrap', '9094', '9091, 9092, 9093'],
  [EVENTS, 'events-kafka-public-bootstrap', '9092', '9094'],
  [kafka([listener('own', 9099)]), 'events-kafka-bootstrap', '9092', '9091, 9099'],
  [postgres, 'events-rw', '5433', '5432'],
  [postgres, 'events-ro', '6432', '5432'],
  [spilo, 'events', '5433', '5432'],
  [spilo, 'events-repl', '5433', '5432'],
  [rabbit(), 'events', '5671', '5672, 15672, 15692'],
])('%# a port that a created Service does not have', (owner, host, port, ports) => {
  const { kind } = owner as { kind: string };
  const message = `warning Service "${host}", which ${kind} "events" makes, has no port ${port}; its ports are ${ports}`;
  for (const name of [host, `${host}.shop.svc`, `${host}.shop.svc.cluster.local`])
    expect(findings(owner, pod(`${name}:${port}`))).toEqual([message]);
  for (const own of ports.split(', '))
    expect(findings(owner, pod(`${host}.shop.svc:${own},${host}:${own}`))).toEqual([]);
});

test.each([
  [kafka(undefined), 'events-kafka-bootstrap:9094'],
  [kafka({ plain: {} }), 'events-kafka-bootstrap:9094'],
  [EVENTS, 'events-kafka-brokers.shop.svc:9090'],
  [EVENTS, 'events-kafka-other-bootstrap:9094'],
  [rabbit({ tls: { secretName: 'tls' } }), 'events:5671'],
  [rabbit({ rabbitmq: { additionalPlugins: ['rabbitmq_mqtt'] } }), 'events.shop.svc:1883'],
  [rabbit({ override: { service: { spec: { ports: [{ port: 80 }] } } } }), 'events:80'],
])('%# ports that are not known', (owner, address) => {
  expect(findings(owner, pod(address))).toEqual([]);
});

test('an image with the name of what is created', () => {
  expect(findings(rabbit({ image: 'events:4', rabbitmq: { tag: 'events:4' } }))).toEqual([]);
  const other = { ...EVENTS, spec: { kafka: { image: 'events-kafka-bootstrap:4', listeners: LISTENERS } } };
  expect(findings(other)).toEqual([]);
});

test.each([
  ['KafkaConnect', (bootstrapServers: string) => ({ bootstrapServers })],
  ['KafkaBridge', (bootstrapServers: string) => ({ bootstrapServers })],
  ['KafkaMirrorMaker2', (bootstrapServers: string) => ({ clusters: [{ alias: 'a', bootstrapServers }] })],
])('servers of a %s', (kind, spec) => {
  const client = (servers: string) => ({
    ...{ apiVersion: 'kafka.strimzi.io/v1beta2', kind, metadata: { name: 'client', namespace: 'shop' } },
    spec: spec(servers),
  });
  expect(findings(EVENTS, client('events-kafka-bootstrap:9094'))).toHaveLength(1);
  expect(findings(EVENTS, client('events-kafka-bootstrap:9093'))).toEqual([]);
});

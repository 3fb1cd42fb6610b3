import { checkReferences } from '../../src/references';

const object = (apiVersion: string, kind: string, name: string, spec: object = {}) => ({
  ...{ apiVersion, kind, metadata: { name, namespace: 'shop' }, spec },
});
const reading = (name: string, key = 'a', env: object = { valueFrom: { secretKeyRef: { name, key } } }) =>
  object('v1', 'Pod', 'web', { containers: [{ name: 'web', image: 'web:1', env: [{ name: 'A', ...env }] }] });
const connecting = (value: string) => reading('', '', { value });
const found = (...objects: object[]) => checkReferences(objects).map(({ message, hint }) => `${message}: ${hint}`);
const ELSEWHERE = 'If the object is created elsewhere, declare it as external';

const pg = object('postgresql.cnpg.io/v1', 'Cluster', 'booking-pg', { instances: 3 });
const zalando = object('acid.zalan.do/v1', 'postgresql', 'acid-tickets', { users: { foo_owner: [], tickets: [] } });
const listeners = [{ name: 'plain', port: 9092, type: 'internal', tls: false }];
const kafka = object('kafka.strimzi.io/v1beta2', 'Kafka', 'logs', { kafka: { listeners } });
const CREDENTIALS = 'credentials.postgresql.acid.zalan.do';

describe('what an operator makes is named beside a name that nothing has', () => {
  // https://cloudnative-pg.io/documentation/current/applications/#secrets
  test('the Secret of CloudNativePG', () => {
    const [finding] = found(pg, reading('booking-db-app'));
    expect(finding).toMatch(
      /^no Secret "booking-db-app" in namespace shop; Cluster "booking-pg" makes "booking-pg-app"/,
    );
    expect(finding).toContain(`: did you mean "booking-pg-app"? ${ELSEWHERE}`);
  });

  // https://cloudnative-pg.io/documentation/current/service_management/
  test('the Services of CloudNativePG', () => {
    const made = 'Cluster "booking-pg" makes "booking-pg-rw", "booking-pg-ro", "booking-pg-r"';
    expect(found(pg, connecting('postgres://booking-pgrw.shop.svc:5432/a'))).toEqual([
      `no Service "booking-pgrw" in namespace shop; ${made}: did you mean "booking-pg-rw"? ${ELSEWHERE}`,
    ]);
    const [other] = found(pg, connecting('postgres://booking-pg-readwrite.shop.svc:5432/a'));
    expect(other).toMatch(/; Cluster "booking-pg" makes .*: use "booking-pg-/);
  });

  // https://postgres-operator.readthedocs.io/en/latest/user/#connect-to-postgresql
  test('the Secrets of the users of Zalando', () => {
    const [finding] = found(zalando, reading(`tickets.acid-ticket.${CREDENTIALS}`));
    expect(finding).toContain(`; postgresql "acid-tickets" makes "tickets.acid-tickets.${CREDENTIALS}"`);
    expect(finding).toContain(`: did you mean "tickets.acid-tickets.${CREDENTIALS}"?`);
    for (const user of ['foo-owner', 'postgres', 'standby', 'other'])
      expect(found(zalando, reading(`${user}.acid-tickets.${CREDENTIALS}`))).toEqual([]);
  });

  // https://strimzi.io/docs/operators/latest/deploying#deploy-examples-accessing
  test('the bootstrap Service of Strimzi', () => {
    expect(found(kafka, connecting('logs-bootstrap.shop.svc:9092'))).toEqual([
      `no Service "logs-bootstrap" in namespace shop; Kafka "logs" makes "logs-kafka-bootstrap": did you mean "logs-kafka-bootstrap"? ${ELSEWHERE}`,
    ]);
  });

  test('nothing is said of what has other names', () => {
    expect(found(pg, reading('login'))).toEqual([expect.not.stringContaining('makes')]);
    const [, , ...others] = found(pg, kafka, reading('mail'));
    expect(others).toEqual([]);
  });
});

describe('who makes an object is named where it has no such key', () => {
  const external = object('external-secrets.io/v1', 'ExternalSecret', 'loyalty', {
    target: { name: 'loyalty-db' },
    data: ['username', 'password'].map((secretKey) => ({ secretKey, remoteRef: { key: 'a' } })),
  });
  const sealed = object('bitnami.com/v1alpha1', 'SealedSecret', 'loyalty-db', { encryptedData: { password: 'A' } });
  const certificate = object('cert-manager.io/v1', 'Certificate', 'web', {
    secretName: 'loyalty-db',
    dnsNames: ['a.example.com'],
    issuerRef: { name: 'a', kind: 'ClusterIssuer' },
  });

  test.each([
    [external, 'ExternalSecret "loyalty"'],
    [sealed, 'SealedSecret "loyalty-db"'],
    [certificate, 'Certificate "web"'],
  ])('%#', (maker, shown) => {
    expect(found(maker, reading('loyalty-db', 'user'))).toEqual([
      expect.stringContaining(`Secret "loyalty-db", which ${shown} makes, has no key "user": `),
    ]);
  });

  test('not of a Secret of the input', () => {
    const secret = { ...object('v1', 'Secret', 'loyalty-db'), data: { a: 'YQ==' } };
    expect(found(secret, reading('loyalty-db', 'user'))).toEqual([
      'Secret "loyalty-db" has no key "user": its keys are a',
    ]);
  });
});

import type { Chart } from 'cdk8s';
import { Credentials, MariaDb, MySql, Peer, Qos } from '../../../src';
import { Client } from './client';
import { describeExample } from './describe-example';
import { apply, exec, list, succeed } from './kubectl';
import { leaksOf } from './leaks';
import { createNamespace, deleteNamespace } from './namespaces';
import { certificate } from './prerequisites';
import { run } from './program';
import { parseMetrics } from './prometheus-text';

/** Everything that a database can contain. */
const SCHEMA = `
CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(50), price DECIMAL(8,2), picture BLOB, total INT DEFAULT 0) CHARSET utf8mb4;
CREATE TRIGGER item_total BEFORE INSERT ON item FOR EACH ROW SET NEW.total = NEW.id * 10;
INSERT INTO item (id, name, price, picture) VALUES (1, 'caf\u00e9 \u2615', 1.50, x'00ff27225c0a'), (2, 'it''s "quoted" \\\\', 2, NULL);
CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 2;
CREATE PROCEDURE add_item(IN n INT) INSERT INTO item (id, name, price) VALUES (n, 'added', 9);
CREATE FUNCTION doubled(n INT) RETURNS INT DETERMINISTIC RETURN n * 2;
CREATE TABLE big (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, body LONGTEXT, size INT GENERATED ALWAYS AS (CHAR_LENGTH(body)) STORED, item INT, FOREIGN KEY (item) REFERENCES item (id)) CHARSET utf8mb4;
INSERT INTO big (doc, body, item) VALUES ('{"a": [1, null, "\\u00fc"]}', REPEAT('\u{1f30a} wave ', 60000), 1), (NULL, REPEAT('x', 900000), 2);
CREATE TABLE bytes (id INT PRIMARY KEY, raw VARBINARY(300), flag BIT(5), moment DATETIME(6));
INSERT INTO bytes VALUES (1, UNHEX(CONCAT('00', 'FF', '1A', '5C', '27', '22', '0A', '0D', '25')), b'10101', '2026-02-28 23:59:59.123456');
CREATE EVENT cleanup ON SCHEDULE EVERY 1 DAY DO DELETE FROM item WHERE price > 1000;
`;

/** What must be the same after a restore. */
const STATE = `
SELECT id, name, price, HEX(picture), total FROM item ORDER BY id; SELECT * FROM cheap; SELECT id, doc, SHA2(body, 256), size, item FROM big; SELECT id, HEX(raw), flag + 0, moment FROM bytes; SELECT doubled(21);
SELECT ROUTINE_TYPE, ROUTINE_NAME, ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'shop' ORDER BY 2;
SELECT TRIGGER_NAME, EVENT_MANIPULATION, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shop';
SELECT EVENT_NAME, INTERVAL_VALUE, INTERVAL_FIELD, EVENT_DEFINITION, STATUS FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'shop';
SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = 'shop';
SELECT user, host FROM mysql.user WHERE user IN ('root', 'shop', 'exporter', 'backup') ORDER BY 1, 2;
SHOW GRANTS FOR 'shop'@'%';
`;

/** Characters that shells, SQL and option files read in ways of their own. */
const PASSWORDS = {
  root: 'pw\'root"$HOME`x`\\ #end',
  pass: '$(pw)$app\'";--\\n%20',
  exporter: 'pw=exporter"\'$$ \\\\ \u00fc',
  backup: '!pw"backup\'\\$1 *',
};
/** Not what the examples call theirs. */
const NAME = 'ledger';

describeExample('mysql', (check) => {
  let prometheus: Client;
  let outsider: Client;
  afterAll(() => {
    prometheus?.remove();
    outsider?.remove();
  });

  check('the exporter is logged in over TLS, and answers Prometheus alone', async (example) => {
    prometheus = await Client.start('prometheus', { namespace: 'monitoring' });
    outsider = await Client.start('databases');
    const page = prometheus.get(`http://db-metrics.${example.namespace}:9104/metrics`).body;
    expect(parseMetrics(page).get('mysql_up')).toBe(1);
    const { ip } = example.pod('db');
    expect([9104, 3306].map((port) => outsider.connects(ip!, port))).toEqual([false, false]);
    expect(prometheus.connects(ip!, 3306)).toBe(false);
    expect(leaksOf(example.namespace)).toEqual([]);
  });
});

const ENGINES = [
  { name: 'mysql', Engine: MySql, client: 'MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql' },
  { name: 'mariadb', Engine: MariaDb, client: 'MYSQL_PWD="$MARIADB_ROOT_PASSWORD" mariadb' },
] as const;

describe.each(ENGINES)('$name', ({ name, Engine, client }) => {
  const namespace = `e2e-${name}`;

  beforeAll(async () => {
    await createNamespace(namespace, 'restricted');
    const secret = (id: string, stringData: object) => ({
      ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name: id } },
      stringData,
    });
    apply([secret('ledger-users', PASSWORDS), secret('ledger-cert', certificate(namespace, [NAME]))], namespace);
  }, 120_000);
  afterAll(() => deleteNamespace(namespace));

  const database = (chart: Chart) =>
    new Engine(chart, NAME, {
      database: 'shop',
      user: 'shop',
      credentials: Credentials.fromSecret('ledger-users', {
        ...{ rootPassword: 'root', password: 'pass', exporterPassword: 'exporter', backupPassword: 'backup' },
      }),
      storage: { size: '1Gi' },
      qos: Qos.guaranteed({ cpu: '500m', memory: '1Gi' }),
      tls: { secret: 'ledger-cert' },
      backup: { schedule: '0 3 * * *', storage: { size: '1Gi' } },
      metrics: { from: Peer.namespace('monitoring') },
    });
  const sql = (statements: string, options = '') => {
    const query = ['sh', '-c', `${client} -uroot --default-character-set=utf8mb4 ${options} shop -e "$0"`, statements];
    const { exitCode, stdout, stderr } = exec(namespace, `${NAME}-0`, query, 'server');
    if (exitCode !== 0) throw new Error(stderr);
    return stdout;
  };

  test('is Ready, with a user for each task, and none of the passwords is in a log', async () => {
    await run(namespace, database, 420);
    expect(sql('SELECT user, host FROM mysql.user', '-N')).toContain('backup\t%');
    expect(leaksOf(namespace)).toEqual([]);
  }, 450_000);

  test('a backup brings back rows, views, routines, triggers, events and users', async () => {
    sql(SCHEMA);
    const before = sql(STATE);
    succeed(['create', 'job', 'backup-now', `--from=cronjob/${NAME}-backup`, '-n', namespace]);
    succeed(['wait', '--for=condition=Complete', 'job/backup-now', '-n', namespace, '--timeout=180s']);
    sql('DROP DATABASE shop; CREATE DATABASE shop');
    await run(namespace, (chart) => {
      database(chart).backup!.restore(chart, 'restore-now');
    });
    expect(sql(STATE)).toBe(before);
    sql('CALL add_item(7)');
    expect(sql('SELECT total FROM item WHERE id = 7', '-N')).toBe('70\n');
    expect(leaksOf(namespace)).toEqual([]);
  }, 450_000);

  test('the data outlives the pod', async () => {
    succeed(['delete', 'pod', `${NAME}-0`, '-n', namespace]);
    await run(namespace, database);
    expect(sql('SELECT COUNT(*) FROM item', '-N')).toBe('3\n');
  }, 300_000);

  test('a backup brings the database back after its volume is lost', async () => {
    const before = sql(STATE);
    succeed(['create', 'job', 'backup-again', `--from=cronjob/${NAME}-backup`, '-n', namespace]);
    succeed(['wait', '--for=condition=Complete', 'job/backup-again', '-n', namespace, '--timeout=180s']);
    succeed(['delete', 'statefulset', NAME, '-n', namespace, '--cascade=foreground']);
    const claims = list('pvc', namespace).map(({ metadata }) => metadata.name);
    const lost = claims.filter((claim) => claim.endsWith(`${NAME}-0`));
    expect(lost).toHaveLength(1);
    succeed(['delete', 'pvc', '-n', namespace, ...lost]);
    await run(namespace, database, 420);
    expect(sql('SHOW TABLES', '-N')).toBe('');
    await run(namespace, (chart) => {
      database(chart).backup!.restore(chart, 'restore-again');
    });
    expect(sql(STATE)).toBe(before);
    expect(leaksOf(namespace)).toEqual([]);
  }, 600_000);
});

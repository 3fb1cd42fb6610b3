import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARIADB, MYSQL } from '../../../src/patterns/data/sql/engine';
import { myCnf } from '../../../src/patterns/data/sql/my-cnf';
import { backupScript, pingCommands, restoreScript, usersScript } from '../../../src/patterns/data/sql/scripts';
import { hasServer, isExpected, type LocalServer, startLocalServer } from './local-server';

if (!hasServer && !isExpected) {
  console.warn('left out: no mariadbd on this machine (apt-get install mariadb-server)');
}

/** What a password generator may well give, and more: the scripts have to take whatever the server takes. */
const BACKUP_PASSWORD = `b"ck\\up'#;$x`;
const DATABASE = 'blog_data';

/** The commands that probe MySQL, run with the client programs of this machine. */
const PING = { ...MYSQL, admin: 'mariadb-admin' };

/** The image's own client for first-start scripts, as far as they use it. */
const DOCKER_PROCESS_SQL = `docker_process_sql() { mariadb --no-defaults --socket="$SOCKET" -uroot "$@"; }`;

// On CI the server has to be there: the tests below then fail without one.
(hasServer || isExpected ? describe : describe.skip)('a real MariaDB server', () => {
  let server: LocalServer;
  let wasReady: { tcp: string; socket: string };
  const configuration = myCnf({
    port: 3306,
    characterSet: 'utf8mb4',
    collation: 'utf8mb4_unicode_ci',
    configuration: { mysqld: { max_connections: 77, 'init-connect': "SET @note = 'a # b'", skip_name_resolve: true } },
  });
  const succeeds = (command: readonly string[]) => {
    try {
      server.run(command);
      return true;
    } catch {
      return false;
    }
  };

  beforeAll(async () => {
    server = await startLocalServer(configuration, ({ sql, run, socket }) => {
      const ping = pingCommands(PING, 1, socket);
      const exitOf = (command: readonly string[]) => {
        try {
          run(command);
          return 'answers';
        } catch {
          return 'silent';
        }
      };
      wasReady = { tcp: exitOf(ping.startup), socket: exitOf(ping.running) };
      sql(
        `CREATE DATABASE ${DATABASE}; CREATE USER app@'%' IDENTIFIED BY 'app-pass'; GRANT ALL ON ${DATABASE}.* TO app@'%'`,
      );
      run(['bash', '-ec', `${DOCKER_PROCESS_SQL}\n${usersScript(MARIADB, DATABASE)}`], {
        SOCKET: socket,
        EXPORTER_PASSWORD: 'exporter-pass',
        BACKUP_PASSWORD,
      });
    });
  }, 120_000);

  afterAll(() => server?.stop());

  test('the set-up server is silent over TCP, so that the startup probe waits for the real one', () => {
    expect(wasReady).toEqual({ tcp: 'silent', socket: 'answers' });
  });

  test('the probes succeed without a password, and fail when the server does not respond', () => {
    const { startup, running } = pingCommands(PING, server.port, server.socket);
    expect([startup, running].map(succeeds)).toEqual([true, true]);
    const wrong = pingCommands(PING, 1, join(server.folder, 'nowhere.sock'));
    expect([wrong.startup, wrong.running].map(succeeds)).toEqual([false, false]);
  });

  test('the server takes every line of my.cnf', () => {
    const variables =
      'SELECT @@max_connections, @@character_set_server, @@collation_server, @@skip_name_resolve, @@init_connect';
    expect(server.sql(variables).trim().split('\t')).toEqual([
      '77',
      'utf8mb4',
      'utf8mb4_unicode_ci',
      '1',
      "SET @note = 'a # b'",
    ]);
  });

  test('the exporter sees how the server is doing and no data', () => {
    server.sql(`CREATE TABLE IF NOT EXISTS ${DATABASE}.secret (id INT)`);
    const as = (statement: string) => [
      ...['mariadb', '--no-defaults', '--protocol=tcp', '-h127.0.0.1', `-P${server.port}`],
      ...['-uexporter', '-pexporter-pass', '-e', statement],
    ];
    expect(succeeds(as('SHOW GLOBAL STATUS'))).toBe(true);
    expect(succeeds(as('SHOW SLAVE STATUS'))).toBe(true);
    expect(succeeds(as('SELECT * FROM information_schema.processlist'))).toBe(true);
    expect(succeeds(as(`SELECT * FROM ${DATABASE}.secret`))).toBe(false);
  });

  describe('backup and restore', () => {
    let env: Record<string, string>;
    const dumps = () => readdirSync(env.BACKUP_FOLDER!).sort();
    const backup = (extra = {}) => server.run(['bash', '-c', backupScript(MARIADB)], { ...env, ...extra });

    beforeAll(() => {
      const folder = join(server.folder, 'backup');
      mkdirSync(folder);
      chmodSync(folder, 0o777);
      env = {
        DATABASE_HOST: '127.0.0.1',
        DATABASE_PORT: String(server.port),
        DATABASE_NAME: DATABASE,
        DATABASE_USER: 'backup',
        DATABASE_PASSWORD: BACKUP_PASSWORD,
        BACKUP_FOLDER: folder,
        KEEP: '2',
      };
      server.sql(`USE ${DATABASE};
        CREATE TABLE post (id INT PRIMARY KEY, title VARCHAR(50), picture BLOB) CHARACTER SET utf8mb4;
        INSERT INTO post VALUES (1, 'olá 🌍', x'00FF27'), (2, 'it''s', NULL);
        CREATE VIEW titles AS SELECT title FROM post;
        CREATE TRIGGER shout BEFORE INSERT ON post FOR EACH ROW SET NEW.title = UPPER(NEW.title);
        CREATE FUNCTION double_of(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n;
        CREATE PROCEDURE count_posts() SELECT COUNT(*) FROM post;
        CREATE EVENT cleanup ON SCHEDULE EVERY 1 DAY DO DELETE FROM post WHERE id > 1000;`);
    });

    /** Everything in the schema besides rows, with its text: what a restore has to bring back. */
    const schemaObjects = () =>
      server.sql(
        [
          `SELECT ROUTINE_TYPE, ROUTINE_NAME, ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = '${DATABASE}' ORDER BY 1, 2`,
          `SELECT TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = '${DATABASE}' ORDER BY 1`,
          `SELECT EVENT_NAME, EVENT_DEFINITION FROM information_schema.EVENTS WHERE EVENT_SCHEMA = '${DATABASE}' ORDER BY 1`,
          `SELECT TABLE_TYPE, TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${DATABASE}' ORDER BY 1, 2`,
        ].join('; '),
      );

    test('a dump is complete, and only the newest are kept', () => {
      for (const old of ['20200101T000000Z', '20200102T000000Z', '20200103T000000Z']) {
        writeFileSync(join(env.BACKUP_FOLDER!, `${DATABASE}-${old}.sql.gz`), '');
      }
      writeFileSync(join(env.BACKUP_FOLDER!, `${DATABASE}-elsewhere.txt`), '');
      const output = backup();
      expect(output).toMatch(/wrote .*blog_data-\d{8}T\d{6}Z\.sql\.gz, [1-9]\d+ bytes/);
      const kept = dumps();
      expect(kept).toHaveLength(3);
      expect(kept[0]).toBe(`${DATABASE}-20200103T000000Z.sql.gz`);
      expect(kept[2]).toBe(`${DATABASE}-elsewhere.txt`);
    });

    test('a dump brings back rows, bytes, views, triggers, routines and events; the password comes from a file', () => {
      const before = schemaObjects();
      expect(before).toMatch(
        /FUNCTION\tdouble_of[\s\S]*PROCEDURE\tcount_posts[\s\S]*shout[\s\S]*cleanup[\s\S]*VIEW\ttitles/,
      );
      server.sql(`DROP DATABASE ${DATABASE}; CREATE DATABASE ${DATABASE}`);
      const file = join(server.tmp, 'password');
      writeFileSync(file, 'app-pass\n');
      const { DATABASE_PASSWORD: _, ...rest } = env;
      server.run(['bash', '-c', restoreScript(MARIADB)], {
        ...rest,
        DATABASE_USER: 'app',
        DATABASE_PASSWORD_FILE: file,
      });
      expect(server.sql(`SELECT id, title, HEX(picture) FROM ${DATABASE}.post`)).toBe(
        "1\tolá 🌍\t00FF27\n2\tit's\tNULL\n",
      );
      expect(schemaObjects()).toBe(before);
      const definers = `SELECT DISTINCT DEFINER FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = '${DATABASE}'`;
      expect(server.sql(definers)).toBe('app@%\n');
      expect(server.sql(`SELECT COUNT(*) FROM ${DATABASE}.titles`).trim()).toBe('2');
      server.sql(`INSERT INTO ${DATABASE}.post VALUES (3, 'loud', NULL)`);
      expect(server.sql(`SELECT title FROM ${DATABASE}.post WHERE id = 3`).trim()).toBe('LOUD');
    });

    test('a dump waits for a server that does not answer yet, and reports when it never does', () => {
      const wait = { WAIT_SECONDS: '0.05' };
      expect(() => backup({ ...wait, DATABASE_PORT: '1' })).toThrow(/no answer from 127\.0\.0\.1:1\n/);
      // Until the file is there, the client program fails as it does when nobody listens.
      const bin = join(server.folder, 'bin');
      mkdirSync(bin);
      writeFileSync(
        join(bin, MARIADB.admin),
        `#!/bin/sh\n[ -e "${bin}/ready" ] || { ( sleep 1; touch "${bin}/ready" ) & exit 1; }\nexec /usr/bin/${MARIADB.admin} "$@"\n`,
        { mode: 0o755 },
      );
      chmodSync(bin, 0o777);
      expect(backup({ ...wait, WAIT_SECONDS: '0.5', PATH: `${bin}:${process.env.PATH}` })).toContain('wrote ');
    });

    test('a dump that fails leaves nothing behind and removes nothing', () => {
      const before = dumps();
      expect(() => backup({ DATABASE_PASSWORD: 'wrong', KEEP: '1' })).toThrow(/Access denied/);
      expect(dumps()).toEqual(before);
      expect(readdirSync(server.tmp).filter((name) => name.startsWith('tmp.'))).toEqual([]);
    });
  });
});

import { myCnf } from '../../../../src/patterns/data/sql/my-cnf';

test('own options come first, sections are sorted, and values that would be read as something else are quoted', () => {
  const configuration = {
    mysqld: {
      max_connections: 200,
      skip_name_resolve: true,
      general_log: false,
      init_connect: 'SET @a = 1 # no comment',
    },
    client: { prompt: 'a\\b' },
  };
  expect(myCnf({ port: 3307, characterSet: 'utf8mb4', collation: 'utf8mb4_bin', configuration })).toBe(`[client]
port = 3307
prompt = "a\\\\b"

[mysqld]
port = 3307
character-set-server = utf8mb4
collation-server = utf8mb4_bin
max_connections = 200
skip_name_resolve
init_connect = "SET @a = 1 # no comment"
`);
});

test('defaults of the engine come after own options, and configuration wins over them', () => {
  const options = { port: 3306, characterSet: 'utf8mb4', defaults: { 'skip-log-bin': true } };
  expect(myCnf(options)).toBe('[mysqld]\nport = 3306\ncharacter-set-server = utf8mb4\nskip-log-bin\n');
  const binaryLog = { mysqld: { 'skip-log-bin': false, 'log-bin': 'binlog' } };
  expect(myCnf({ ...options, configuration: binaryLog })).toBe(
    '[mysqld]\nport = 3306\ncharacter-set-server = utf8mb4\nlog-bin = binlog\n',
  );
});

test('a certificate is demanded of clients, unless it is not', () => {
  const options = { port: 3306, characterSet: 'utf8mb4' };
  const tls = (required: boolean) => myCnf({ ...options, tls: { folder: '/tls', required } }).split('\n');
  expect(tls(true)).toEqual(expect.arrayContaining(['ssl-key = /tls/tls.key', 'require-secure-transport = ON']));
  expect(tls(false)).not.toContain('require-secure-transport = ON');
});

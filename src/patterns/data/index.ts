export * from './credentials';
export { ExternalDatabase, type ExternalDatabaseProps } from './external-database';
export { MariaDb, type MariaDbProps } from './maria-db';
export { MySql, type MySqlProps } from './my-sql';
export { DatabaseBackup, type DatabaseBackupProps } from './sql/backup';
export type { SqlEngine, SqlEngineId } from './sql/engine';
export type { ServerConfiguration } from './sql/my-cnf';
export type { ConnectionVariables, SqlDatabase } from './sql/sql-database';
export { SqlServer } from './sql/sql-server';
export type {
  BackupProps,
  BackupStorage,
  DatabaseMetricsProps,
  DatabaseStorage,
  DatabaseStorageProps,
  DatabaseTlsProps,
  DatabaseWorkloadProps,
  ExistingStorage,
  NewStorage,
  SqlServerProps,
} from './sql/sql-server-props';
export * from './wordpress';

import { type ApiObject, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { recommendedLabels } from '../../../manifest';
import { hostFor } from '../../../network';
import { RecordedConstruct } from '../../../origin';
import {
  type ContainerProps,
  checkOneOf,
  checkSize,
  checkWhole,
  type Mount,
  type ObjectReference,
  Qos,
  under,
  userOf,
  Volumes,
} from '../../../pod';
import { checked, checkProps, type ReportIssue } from '../../../props';
import { CronJob } from '../../cron-job';
import { Job } from '../../job';
import { makeClaim } from '../claim';
import type { Credential } from '../credentials/credential-keys';
import { ENGINES, MYSQL_ID, type SqlEngineId } from './engine';
import { backupScript, restoreScript } from './scripts';
import type { SqlDatabase } from './sql-database';
import type { BackupProps, BackupStorage } from './sql-server-props';

const FOLDER = '/backup';
const COMPONENT = 'backup';
const KEEP = 7;
const USUAL_SIZE = '10Gi';

/** Props of a DatabaseBackup. */
export interface DatabaseBackupProps extends BackupProps {
  readonly of: SqlDatabase;
  /** The engine whose dump program is used. */
  readonly engine: SqlEngineId;
  readonly imagePullPolicy?: ContainerProps['imagePullPolicy'];
  /** User and group ID that the Jobs run as, and that own the dumps. @default 999 */
  readonly userId?: number;
  /** @default the name of the database with `-backup` */
  readonly name?: string;
  /** Application that the database is part of. */
  readonly partOf?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Dumps a database to a claim on a schedule, and restores dumps. Dumps are created by the user `backup` if the
 * credentials have a `backupPassword`, otherwise by the application user.
 *
 * A dump on a volume of the same cluster does not protect against the loss of the cluster: also copy the claim elsewhere.
 *
 * A MySql or MariaDb creates one for the prop `backup`; use it directly for an external database.
 *
 * @example
 * new DatabaseBackup(chart, 'dumps', { of: externalDatabase, engine: 'mysql', schedule: '0 3 * * *', storage: { size: '20Gi' } });
 */
@checked('DatabaseBackup')
export class DatabaseBackup extends RecordedConstruct {
  public readonly job: CronJob;
  /** Claim with the dumps; undefined for an existing claim. */
  public readonly claim: ApiObject | undefined;
  private readonly storage: BackupStorage;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: DatabaseBackupProps,
  ) {
    super(scope, id);
    checkProps(this, (reportIssue) => checkBackup(props, reportIssue));
    const { of, keep = KEEP } = props;
    this.storage = props.storage ?? { size: USUAL_SIZE };
    const name = this.name;
    this.claim = this.makeClaim(name);
    this.job = new CronJob(this, 'Job', {
      ...this.podProps(name, backupScript(ENGINES[props.engine])),
      schedule: props.schedule,
      timeZone: props.timeZone,
      env: { ...this.env, KEEP: keep },
      backoffLimit: 2,
      startingDeadline: Duration.hours(1),
    });
    this.job.connectTo({ egress: of.connection.egress, allowClient: of.connection.allowClient });
  }

  /**
   * A Job that restores a dump; it runs as soon as it is applied. Stop the application first.
   *
   * @param id name of the Job: a different one for every restore, because Jobs are immutable.
   * @param options.file name of the dump. @default the newest
   */
  public restore(scope: Construct, id: string, options: { readonly file?: string } = {}): Job {
    const { of, engine } = this.props;
    checkProps(`${scope.node.path}/${id}`, (reportIssue) => {
      if (options.file !== undefined && !/^[\w$.-]+\.sql\.gz$/.test(options.file)) {
        reportIssue(
          'file',
          `must be the name of a dump, such as "blog-20250101T030000Z.sql.gz", got ${JSON.stringify(options.file)}`,
        );
      }
    });
    const credentials = this.credentialsOf(['username', 'password']);
    const job = new Job(scope, id, {
      ...this.podProps(id, restoreScript(ENGINES[engine])),
      ...credentials,
      mounts: [this.mount, ...credentials.mounts],
      env: { ...this.plainEnv(scope), ...credentials.env, ...(options.file && { RESTORE_FILE: options.file }) },
      backoffLimit: 0,
    });
    job.connectTo({ egress: of.connection.egress, allowClient: of.connection.allowClient });
    return job;
  }

  private get name(): string {
    return this.props.name ?? `${this.props.of.name}-backup`;
  }

  private podProps(name: string, script: string) {
    const { engine, image, imagePullPolicy, qos, userId = MYSQL_ID, partOf, labels } = this.props;
    return {
      name,
      component: COMPONENT,
      partOf,
      labels,
      image: image ?? ENGINES[engine].image,
      imagePullPolicy,
      qos: qos ?? Qos.guaranteed({ cpu: '100m', memory: '256Mi', ephemeralStorage: '256Mi' }),
      command: ['bash', '-c', script],
      containerName: 'dump',
      mounts: [this.mount, ...this.credentialsOf(this.ownUser).mounts],
      security: {
        runAsUser: userId,
        runAsGroup: userId,
        fsGroup: userId,
        fsGroupChangePolicy: 'OnRootMismatch' as const,
      },
      networkPolicy: {},
    };
  }

  private get mount(): Mount {
    const claim: ObjectReference = this.storage.claim ?? this.name;
    return Volumes.claim(claim, { name: 'backup' }).at(FOLDER);
  }

  private get ownUser(): Credential[] {
    return this.props.of.credentials.has('backupPassword') ? ['backupPassword'] : ['username', 'password'];
  }

  private get env() {
    const own = this.ownUser.includes('backupPassword') ? { DATABASE_USER: 'backup' } : {};
    return { ...this.plainEnv(this), ...this.credentialsOf(this.ownUser).env, ...own };
  }

  private plainEnv(client: Construct) {
    const { of } = this.props;
    const { database, port, host } = of;
    const own = hostFor(of.connection.address ?? { host }, userOf(client).namespace);
    return { DATABASE_HOST: own, DATABASE_PORT: port, DATABASE_NAME: database, BACKUP_FOLDER: FOLDER };
  }

  private credentialsOf(wanted: readonly Credential[]) {
    const { user, credentials } = this.props.of;
    const password = wanted.includes('backupPassword') ? 'backupPassword' : 'password';
    const needsName = wanted.includes('username') && user === undefined;
    const given = credentials.deliver({
      ...(needsName && { DATABASE_USER: 'username' as const }),
      DATABASE_PASSWORD: password,
    });
    const named = wanted.includes('username') && user !== undefined ? { DATABASE_USER: user } : {};
    return { env: { ...named, ...given.env }, mounts: given.mounts };
  }

  private makeClaim(name: string): ApiObject | undefined {
    const { storage } = this;
    const { partOf, labels } = this.props;
    if (storage.size === undefined) return undefined;
    const own = { name, labels: { ...recommendedLabels({ name, component: COMPONENT, partOf }), ...labels } };
    return makeClaim(this, 'Claim', own, storage);
  }
}

/** Reports invalid props. */
export function checkBackup({ keep, storage, engine }: DatabaseBackupProps, reportIssue: ReportIssue): void {
  checkWhole(reportIssue, 'keep', keep, { min: 1 });
  checkOneOf(reportIssue, 'engine', engine, Object.keys(ENGINES));
  if (storage === undefined) return;
  const own = under(reportIssue, 'storage');
  if ((storage.size === undefined) === (storage.claim === undefined)) {
    own('', `exactly one of size and claim is required, got ${storage.size === undefined ? 'neither' : 'both'}`);
  }
  checkSize(own, 'size', storage.size);
}

import type { Duration } from 'cdk8s';
import type { ServiceMonitorProps } from '../../../mixins';
import type { NetworkPeer } from '../../../network';
import type { ImageReference, ObjectReference, Projection, Qos } from '../../../pod';
import type { Content } from '../../configuration/content';
import type { StatefulAppProps } from '../../stateful-app';
import type { AccessMode } from '../../storage/access-mode';
import type { Credentials } from '../credentials/credentials';
import type { ServerConfiguration } from './my-cnf';

/** Storage of a database: a new claim or an existing one. */
export type DatabaseStorage = NewStorage | ExistingStorage;

/** What every storage of a database has. */
export interface DatabaseStorageProps {
  /**
   * Directory of the volume that contains the data; not the root, where file systems have a `lost+found` that the server
   * would treat as a database.
   *
   * @default 'mysql'
   */
  readonly subPath?: string;
}

/** A claim that the StatefulSet creates, and that is retained when the StatefulSet is deleted. */
export interface NewStorage extends DatabaseStorageProps {
  /** Size, such as `'20Gi'`. */
  readonly size: string;
  /** StorageClass. @default the default class of the cluster */
  readonly storageClassName?: ObjectReference;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly Extract<AccessMode, 'ReadWriteOnce' | 'ReadWriteOncePod'>[];
  /** What happens to the claim when the StatefulSet is deleted. @default 'Retain' */
  readonly whenDeleted?: 'Retain' | 'Delete';
  readonly claim?: undefined;
}

/** An existing PersistentVolumeClaim. */
export interface ExistingStorage extends DatabaseStorageProps {
  readonly claim: ObjectReference;
  readonly size?: undefined;
}

/** Storage of backups: a new claim or an existing one. */
export type BackupStorage =
  | { readonly size: string; readonly storageClassName?: ObjectReference; readonly claim?: undefined }
  | { readonly claim: ObjectReference; readonly size?: undefined };

/** Scheduled dumps of the database. */
export interface BackupProps {
  /** Minute, hour, day of month, month, day of week, as in `0 3 * * *`. */
  readonly schedule: string;
  /** IANA time zone of the schedule. @default the time zone of the controller, usually UTC */
  readonly timeZone?: string;
  /** Number of dumps to keep. @default 7 */
  readonly keep?: number;
  /**
   * Immutable, except that a claim can grow if its class has `allowVolumeExpansion`.
   *
   * @default a claim `<name>-backup` of the size of the data, or of 10Gi if that is unknown
   */
  readonly storage?: BackupStorage;
  /** Image with the dump program of the engine and bash. @default the image of the server */
  readonly image?: ImageReference;
  /** Resources of the dump. @default 100m CPU and 256Mi memory, guaranteed */
  readonly qos?: Qos;
}

/** Prometheus metrics from a mysqld_exporter sidecar. */
export interface DatabaseMetricsProps {
  /** Peers that can read them, such as `Peer.namespace('monitoring')`; all others are denied. */
  readonly from: NetworkPeer | readonly NetworkPeer[];
  /** @default 'prom/mysqld-exporter:v0.17.2' */
  readonly image?: ImageReference;
  /** @default 50m CPU and 64Mi memory, guaranteed */
  readonly qos?: Qos;
  /** @default 9104 */
  readonly port?: number;
  /** Also creates a ServiceMonitor, which requires the Prometheus Operator. @default false */
  readonly serviceMonitor?: boolean | ServiceMonitorProps;
}

/** TLS between clients and server. */
export interface DatabaseTlsProps {
  /**
   * Secret with `tls.crt`, `tls.key` and `ca.crt`, as cert-manager creates it. Clients that verify the name need these DNS names
   * in the certificate: the name of the database, which clients of its namespace use, and `NAME.NAMESPACE` for others.
   */
  readonly secret: ObjectReference;
  /** Whether unencrypted connections are rejected. @default true */
  readonly required?: boolean;
}

/** The workload props that databases share; probes, storage and network are configured by the database. */
export type DatabaseWorkloadProps = Pick<
  StatefulAppProps,
  | 'name'
  | 'appName'
  | 'instance'
  | 'component'
  | 'partOf'
  | 'version'
  | 'labels'
  | 'annotations'
  | 'podAnnotations'
  | 'podLabels'
  | 'env'
  | 'mounts'
  | 'volumes'
  | 'containers'
  | 'imagePullPolicy'
  | 'imagePullSecrets'
  | 'serviceAccount'
  | 'service'
  | 'nodeSelector'
  | 'tolerations'
  | 'priorityClassName'
  | 'terminationGracePeriod'
  | 'rollout'
>;

/** Props of a database server. */
export interface SqlServerProps extends DatabaseWorkloadProps {
  /** Database to create at the first start. Becomes `MYSQL_DATABASE` or `MARIADB_DATABASE`. */
  readonly database: string;
  /** Source of the passwords. */
  readonly credentials: Credentials;
  /**
   * Name of the application user, with all privileges on the database and none elsewhere. @default `username` of the
   * credentials.
   */
  readonly user?: string;
  /**
   * Storage of the data. Immutable, its size too: to grow it, change the claim `data-<name>-0` if its class has `allowVolumeExpansion`,
   * delete the StatefulSet with `--cascade=orphan`, and apply the new size.
   */
  readonly storage: DatabaseStorage;
  /** Resources of the server. `Qos.guaranteed` is recommended for databases. */
  readonly qos: Qos;
  /** Image with a digest or from a mirror. @default a long-term support release that this package is tested with; pin your own */
  readonly image?: ImageReference;
  /**
   * User and group ID that the server runs as, and that own the data. The images run as any user; for existing data it has
   * to be the owner.
   *
   * @default 999, `mysql` of the images
   */
  readonly userId?: number;
  /** @default 3306 */
  readonly port?: number;
  /** Host from which root can log in (`MYSQL_ROOT_HOST`). @default 'localhost': from inside the container only */
  readonly rootHost?: string;
  /** @default 'utf8mb4' */
  readonly characterSet?: string;
  /** @default the default collation of the character set */
  readonly collation?: string;
  /** Additional options of my.cnf, by section; a change triggers a rollout. */
  readonly configuration?: ServerConfiguration;
  /**
   * Initialization scripts, which run once, in the order of file names: `*.sql`, `*.sql.gz` and `*.sh`. Contents go
   * to a ConfigMap; use a Projection for scripts in an existing ConfigMap or Secret.
   */
  readonly initScripts?: readonly (Content | Projection)[];
  /** Maximum duration of the first start, including the scripts. @default 10 min */
  readonly startWithin?: Duration;
  /** Peers that can connect in addition to workloads that `connectTo` this database. @default none */
  readonly clients?: readonly NetworkPeer[];
  /** TLS between clients and server: the Secret with the certificates, or an object with it. @default no TLS */
  readonly tls?: ObjectReference | DatabaseTlsProps;
  readonly backup?: BackupProps;
  readonly metrics?: DatabaseMetricsProps;
  /** Starts the container without the server and probes, to inspect the data. @default false */
  readonly diagnosticMode?: boolean;
}

/** `tls` of a database in its long form. */
export function databaseTlsOf({ tls }: Pick<SqlServerProps, 'tls'>): DatabaseTlsProps | undefined {
  if (typeof tls !== 'object') return tls === undefined ? undefined : { secret: tls };
  return 'secret' in tls ? tls : { secret: tls };
}

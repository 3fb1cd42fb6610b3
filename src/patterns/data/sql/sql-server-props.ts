import type { Duration } from 'cdk8s';
import type { ImageReference, Named, Projection, Qos } from '../../../pod';
import type { Content } from '../../configuration/content';
import type { NetworkPeer } from '../../network/peer';
import type { StatefulServiceProps } from '../../stateful-service';
import type { AccessMode } from '../../storage/access-mode';
import type { Credentials } from '../credentials/credentials';
import type { ServerConfiguration } from './my-cnf';

/** Where a database keeps its data: on a claim of its own, or on one that is there already. */
export type DatabaseStorage = NewStorage | ExistingStorage;

interface AnyStorage {
  /**
   * Folder of the volume that holds the data; not the volume's root, where file systems have a `lost+found` that the server
   * would take for a database.
   *
   * @default 'mysql'
   */
  readonly subPath?: string;
}

/** A claim that the StatefulSet makes, and that stays when the StatefulSet is deleted. */
export interface NewStorage extends AnyStorage {
  /** Such as `'20Gi'`. Can grow later, where the class allows it, but never shrink. */
  readonly size: string;
  /** StorageClass. @default the cluster's default class */
  readonly className?: string;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly Extract<AccessMode, 'ReadWriteOnce' | 'ReadWriteOncePod'>[];
  /** What becomes of the claim when the StatefulSet is deleted. @default 'Retain' */
  readonly whenDeleted?: 'Retain' | 'Delete';
  readonly claim?: undefined;
}

/** A PersistentVolumeClaim that is there already. */
export interface ExistingStorage extends AnyStorage {
  readonly claim: Named;
  readonly size?: undefined;
}

/** Where backups go: on a claim of their own, or on one that is there already. */
export type BackupStorage =
  | { readonly size: string; readonly className?: string; readonly claim?: undefined }
  | { readonly claim: Named; readonly size?: undefined };

/** Regular dumps of the database. */
export interface BackupProps {
  /** Minute, hour, day of month, month, day of week, as in `0 3 * * *`. */
  readonly schedule: string;
  /** IANA time zone of the schedule. @default the controller's, mostly UTC */
  readonly timeZone?: string;
  /** Dumps that are kept. @default 7 */
  readonly keep?: number;
  /** @default a claim `<name>-backup` of the size of the data, or of 10Gi where that is not known */
  readonly storage?: BackupStorage;
  /** What the dump may use. @default 100m CPU and 256Mi memory, guaranteed */
  readonly qos?: Qos;
}

/** Metrics for Prometheus, by mysqld_exporter beside the server. */
export interface DatabaseMetricsProps {
  /** Who reads them, such as `Peer.namespace('monitoring')`; everybody else is kept out. */
  readonly from: NetworkPeer | readonly NetworkPeer[];
  /** @default 'prom/mysqld-exporter:v0.17.2' */
  readonly image?: ImageReference;
  /** @default 50m CPU and 64Mi memory, guaranteed */
  readonly qos?: Qos;
  /** @default 9104 */
  readonly port?: number;
  /** Also makes a ServiceMonitor, which needs the Prometheus operator. @default false */
  readonly serviceMonitor?:
    | boolean
    | { readonly labels?: Readonly<Record<string, string>>; readonly interval?: Duration };
}

/** TLS between clients and server. */
export interface DatabaseTlsProps {
  /** Secret with `tls.crt`, `tls.key` and `ca.crt`, as cert-manager makes it. */
  readonly secret: Named;
  /** Whether clients that do not encrypt are turned away. @default true */
  readonly required?: boolean;
}

/** What a database has in common with every workload; probes, storage and network are its own affair. */
type PodProps = Pick<
  StatefulServiceProps,
  | 'name'
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
  | 'updateOnDelete'
>;

/** Props of a database server. */
export interface SqlServerProps extends PodProps {
  /** Database that is made at the first start. Becomes `MYSQL_DATABASE` or `MARIADB_DATABASE`. */
  readonly database: string;
  /** Where the passwords come from. */
  readonly credentials: Credentials;
  /**
   * Name of the application's user, who has all rights on the database and none elsewhere; or `username` of the credentials
   * says it.
   */
  readonly user?: string;
  readonly storage: DatabaseStorage;
  /** What the server may use. A database is best `Qos.guaranteed`. */
  readonly qos: Qos;
  /** A digest or another mirror. @default the newest long-term release that this package was made with; pin your own */
  readonly image?: ImageReference;
  /**
   * User and group that the server runs as, and that own the data. The images run as any; of data that is there already it has
   * to be the owner.
   *
   * @default 999, `mysql` of the images
   */
  readonly userId?: number;
  /** @default 3306 */
  readonly port?: number;
  /** Host from which root may log in (`MYSQL_ROOT_HOST`). @default 'localhost': from inside the container alone */
  readonly rootHost?: string;
  /** @default 'utf8mb4' */
  readonly characterSet?: string;
  /** @default the server's for the character set */
  readonly collation?: string;
  /** Further options of my.cnf, by section; a change rolls the server out. */
  readonly configuration?: ServerConfiguration;
  /**
   * What runs once, in the order of the file names, when the data is first made: `*.sql`, `*.sql.gz` and `*.sh`. Contents go
   * into a ConfigMap; what stands in another ConfigMap or a Secret is a Projection.
   */
  readonly initScripts?: readonly (Content | Projection)[];
  /** Longest time of the first start, with the scripts. @default 10 min */
  readonly startWithin?: Duration;
  /** Who may connect besides those that `connectTo` this database. @default nobody */
  readonly clients?: readonly NetworkPeer[];
  readonly tls?: DatabaseTlsProps;
  readonly backup?: BackupProps;
  readonly metrics?: DatabaseMetricsProps;
  /** Starts the container without the server and without probes, to look at the data by hand. @default false */
  readonly diagnosticMode?: boolean;
}

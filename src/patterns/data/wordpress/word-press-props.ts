import type { Duration } from 'cdk8s';
import type { NetworkPeer } from '../../../network';
import type { ImageReference, ObjectReference, Qos } from '../../../pod';
import type { ServiceProps } from '../../exposure/service-props';
import type { WorkloadIngressProps } from '../../exposure/workload-ingress';
import type { EgressRule } from '../../network/policy-rules';
import type { DisruptionBudgetProps } from '../../scaling/disruption-budget';
import type { Scaling } from '../../scaling/scaling';
import type { Workload } from '../../workload/workload';
import type { WorkloadProps } from '../../workload/workload-props';
import type { SqlDatabase } from '../sql/sql-database';

/** Storage of uploads, plugins and themes. */
export type ContentStorage =
  | {
      /** Size, such as `'20Gi'`. */
      readonly size: string;
      /** StorageClass; must support ReadWriteMany for several pods. @default the default class of the cluster */
      readonly storageClassName?: ObjectReference;
      /** Access modes: `ReadWriteMany` for several pods. @default ['ReadWriteOnce'] */
      readonly accessModes?: readonly ContentAccessMode[];
      readonly claim?: undefined;
    }
  | {
      /** An existing PersistentVolumeClaim. */
      readonly claim: ObjectReference;
      /** Access modes of that claim. @default ['ReadWriteOnce'] */
      readonly accessModes?: readonly ContentAccessMode[];
      readonly size?: undefined;
    };

/** Access mode of the claim with the content: `ReadWriteOnce` for one pod, `ReadWriteMany` for several. */
export type ContentAccessMode = 'ReadWriteOnce' | 'ReadWriteMany';

/** An outgoing mail server. */
export interface SmtpProps {
  readonly host: string;
  /** @default 587 */
  readonly port?: number;
  /** @default 'tls' (STARTTLS); `ssl` encrypts from the start */
  readonly encryption?: 'tls' | 'ssl' | 'none';
  /** Secret with the keys `username` and `password`. @default no authentication */
  readonly secret?: ObjectReference;
  /** Sender of all mail. @default the default of WordPress, `wordpress@<host>` */
  readonly from?: string;
}

/** An object cache; the image must contain a plugin for it and the PHP extension. */
export interface CacheProps {
  readonly type: 'redis' | 'memcached';
  /** A workload of this program, to which egress is allowed, or a host name. */
  readonly host: string | Workload;
  /** @default 6379 for redis, 11211 for memcached */
  readonly port?: number;
  /** Secret with the key `password`, for redis. @default none */
  readonly secret?: ObjectReference;
}

/** Installs the site once with wp-cli, so that the public installer is never available. */
export interface InstallProps {
  /** Title of the site. */
  readonly title: string;
  /** Secret with the keys `username`, `password` and `email` of the administrator. */
  readonly admin: ObjectReference;
  /** Image with wp-cli and a shell. @default 'wordpress:cli-2.12.0-php8.3' */
  readonly image?: ImageReference;
  /** Image with the shell and `nc` of BusyBox, which waits for the database. @default 'busybox:1.37.0' */
  readonly waitImage?: ImageReference;
  /** Locale, such as `pt_PT`. @default 'en_US' */
  readonly locale?: string;
}

/** Runs the scheduled tasks of WordPress independently of visits. */
export interface CronProps {
  /** @default every 5 min */
  readonly schedule?: string;
  /** Image with `curl`. @default the image of the site */
  readonly image?: ImageReference;
  readonly qos?: Qos;
}

/** The workload props that WordPress has; its image, storage and network are configured by the pattern. */
export type WordPressWorkloadProps = Pick<
  WorkloadProps,
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
  | 'envFrom'
  | 'mounts'
  | 'volumes'
  | 'imagePullPolicy'
  | 'imagePullSecrets'
  | 'serviceAccount'
  | 'nodeSelector'
  | 'tolerations'
  | 'priorityClassName'
  | 'topologySpread'
>;

/** Props of a WordPress. */
export interface WordPressProps extends WordPressWorkloadProps {
  /** A MySql, MariaDb or ExternalDatabase. */
  readonly database: SqlDatabase;
  /**
   * Storage of uploads, plugins and themes. `'image'` stores nothing: all code is in the image, the admin pages cannot
   * change it, and a plugin in the image must store uploads elsewhere. The claim is immutable, except that it can grow if its class has
   * `allowVolumeExpansion`.
   */
  readonly storage: ContentStorage | 'image';
  /** Resources of the PHP container. */
  readonly qos: Qos;
  /** `apache` is one container; `fpm` is PHP-FPM behind nginx in one pod. @default 'apache' */
  readonly variant?: 'apache' | 'fpm';
  /** @default an official image of the variant that this package is tested with; pin your own */
  readonly image?: ImageReference;
  /** nginx of the variant `fpm`. @default 'nginxinc/nginx-unprivileged:1.27.5', which runs as UID 101 on port 8080 */
  readonly nginxImage?: ImageReference;
  /**
   * User and group ID that the pods run as, and that own the content. The images run as any user; for existing content it
   * has to be the owner.
   *
   * @default 33, `www-data` of the Debian images
   */
  readonly userId?: number;
  /** Number of pods. More than one requires `ReadWriteMany`, or storage `'image'`. @default one, or two with storage `'image'` */
  readonly scaling?: Scaling;
  /** @default one pod at a time, when there are two or more */
  readonly disruptionBudget?: DisruptionBudgetProps | false;
  readonly service?: ServiceProps;
  readonly ingress?: WorkloadIngressProps;
  /** URL of the site: `https://blog.example.com`. Becomes WP_HOME and WP_SITEURL. @default the first host of the Ingress */
  readonly url?: string;
  /**
   * Secret with the eight keys `AUTH_KEY`, `SECURE_AUTH_KEY`, `LOGGED_IN_KEY`, `NONCE_KEY` and the same with `_SALT`.
   *
   * @default generated by the image at the first start, in wp-config.php on the content volume
   */
  readonly salts?: ObjectReference;
  /** Prefix of all table names. @default 'wp_' */
  readonly tablePrefix?: string;
  /** Additional constants of wp-config.php, such as `{ WP_MEMORY_LIMIT: '256M', DISALLOW_FILE_EDIT: true }`. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** PHP code that wp-config.php runs after the constants. It must not contain passwords. */
  readonly configExtra?: string;
  /** Options of php.ini, such as `{ upload_max_filesize: '64M', post_max_size: '64M' }`; a change triggers a rollout. */
  readonly php?: Readonly<Record<string, string | number>>;
  /**
   * Largest file that visitors and editors may upload, such as `'256Mi'`. Becomes `upload_max_filesize` and `post_max_size` of PHP,
   * `client_max_body_size` of nginx, and for an Ingress with `className: 'nginx'` the annotation
   * `nginx.ingress.kubernetes.io/proxy-body-size`. Other controllers have settings of their own.
   *
   * @default '64Mi'
   */
  readonly maxUploadSize?: string;
  /** Additional configuration of Apache, or of the nginx server block. */
  readonly webServer?: string;
  readonly smtp?: SmtpProps;
  readonly cache?: CacheProps;
  readonly install?: InstallProps;
  /** `false` runs scheduled tasks on visits, the default of WordPress. @default a CronJob every 5 min */
  readonly cron?: CronProps | false;
  /** Maximum time to copy WordPress to the content volume. @default 10 min */
  readonly startWithin?: Duration;
  /** Peers that can connect in addition to the clients of the Ingress. @default none */
  readonly clients?: readonly NetworkPeer[];
  /** Additional egress of the pods. */
  readonly egress?: readonly EgressRule[];
  /** Allows the pods to connect to HTTP and HTTPS servers outside the cluster, for updates and plugins. @default true */
  readonly outgoingWeb?: boolean;
}

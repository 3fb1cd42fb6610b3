import type { Duration } from 'cdk8s';
import type { ImageReference, Named, Qos } from '../../../pod';
import type { IngressProps } from '../../exposure/ingress';
import type { ServiceProps } from '../../exposure/service-props';
import type { EgressRule, IngressRule } from '../../network/policy-rules';
import type { DisruptionBudgetProps } from '../../scaling/disruption-budget';
import type { Scaling } from '../../scaling/scaling';
import type { Workload } from '../../workload/workload';
import type { WorkloadProps } from '../../workload/workload-props';
import type { SqlDatabase } from '../sql/sql-database';

/** Where uploads, plugins and themes are. */
export type ContentStorage =
  | {
      /** Such as `'20Gi'`. */
      readonly size: string;
      /** StorageClass; one with ReadWriteMany for several pods. @default the cluster's default class */
      readonly className?: string;
      /** How many nodes may mount it: `ReadWriteMany` for several pods. @default 'ReadWriteOnce' */
      readonly accessMode?: ContentAccessMode;
      readonly claim?: undefined;
    }
  | {
      /** A PersistentVolumeClaim that is there already. */
      readonly claim: Named;
      /** What that claim has. @default 'ReadWriteOnce' */
      readonly accessMode?: ContentAccessMode;
      readonly size?: undefined;
    };

export type ContentAccessMode = 'ReadWriteOnce' | 'ReadWriteMany';

/** An outgoing mail server. */
export interface SmtpProps {
  readonly host: string;
  /** @default 587 */
  readonly port?: number;
  /** @default 'tls', which begins in plain text and then encrypts (STARTTLS); `ssl` encrypts from the start */
  readonly encryption?: 'tls' | 'ssl' | 'none';
  /** Secret with the keys `username` and `password`. @default the server wants none */
  readonly secret?: Named;
  /** Sender of all mails. @default WordPress' own, `wordpress@<host>` */
  readonly from?: string;
}

/** An object cache; it needs a plugin for it, and its PHP extension, in the image. */
export interface CacheProps {
  readonly type: 'redis' | 'memcached';
  /** A workload of this program, which is let through to, or a host name. */
  readonly host: string | Workload;
  /** @default 6379 for redis, 11211 for memcached */
  readonly port?: number;
  /** Secret with the key `password`, for redis. @default none */
  readonly secret?: Named;
}

/** Sets the site up once, with wp-cli, so that nobody else can. */
export interface InstallProps {
  /** Title of the site. */
  readonly title: string;
  /** Secret with the keys `username`, `password` and `email` of the administrator. */
  readonly admin: Named;
  /** wp-cli with its shell. @default 'wordpress:cli-2.12.0-php8.3' */
  readonly image?: ImageReference;
  /** Such as `pt_PT`. @default 'en_US' */
  readonly locale?: string;
}

/** Runs what WordPress has scheduled, instead of its visitors doing so. */
export interface CronProps {
  /** @default every 5 min */
  readonly schedule?: string;
  readonly qos?: Qos;
}

type PodProps = Pick<
  WorkloadProps,
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
  | 'envFrom'
  | 'mounts'
  | 'volumes'
  | 'imagePullPolicy'
  | 'imagePullSecrets'
  | 'serviceAccount'
  | 'nodeSelector'
  | 'tolerations'
  | 'priorityClassName'
  | 'spread'
>;

/** Props of a WordPress. */
export interface WordPressProps extends PodProps {
  /** A MySql, MariaDb or ExternalDatabase. */
  readonly database: SqlDatabase;
  /**
   * Where uploads, plugins and themes are kept. `'image'` keeps nothing: all code comes with the image, the admin pages cannot
   * change it, and a plugin in the image has to take uploads elsewhere.
   */
  readonly storage: ContentStorage | 'image';
  /** What the PHP container may use. */
  readonly qos: Qos;
  /** `apache` is one container; `fpm` is PHP-FPM behind nginx in one pod. @default 'apache' */
  readonly variant?: 'apache' | 'fpm';
  /** @default the official image of the variant that this package was made with; pin your own */
  readonly image?: ImageReference;
  /** nginx of the variant `fpm`. @default 'nginxinc/nginx-unprivileged:1.27.5', which runs as UID 101 on port 8080 */
  readonly nginxImage?: ImageReference;
  /**
   * User and group that the pods run as, and that own the content. The images run as any; of content that is there already it
   * has to be the owner.
   *
   * @default 33, `www-data` of the Debian images
   */
  readonly userId?: number;
  /** How many pods. More than one needs `ReadWriteMany`, or the storage `'image'`. @default one, or two with the storage `'image'` */
  readonly scaling?: Scaling;
  /** @default one pod at a time, when there are two or more */
  readonly disruptionBudget?: DisruptionBudgetProps | false;
  readonly service?: ServiceProps;
  readonly ingress?: IngressProps;
  /** Address of the site: `https://blog.example.com`. Becomes WP_HOME and WP_SITEURL. @default the first host of the Ingress */
  readonly url?: string;
  /**
   * Secret with the eight keys `AUTH_KEY`, `SECURE_AUTH_KEY`, `LOGGED_IN_KEY`, `NONCE_KEY` and the same with `_SALT`.
   *
   * @default the image makes some at the first start and keeps them in wp-config.php on the content volume
   */
  readonly salts?: Named;
  /** Beginning of the names of all tables. @default 'wp_' */
  readonly tablePrefix?: string;
  /** Further constants of wp-config.php, such as `{ WP_MEMORY_LIMIT: '256M', DISALLOW_FILE_EDIT: true }`. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** PHP that wp-config.php runs after the constants. Passwords do not belong here. */
  readonly configExtra?: string;
  /** Options of php.ini, such as `{ upload_max_filesize: '64M', post_max_size: '64M' }`; a change rolls the pods out. */
  readonly php?: Readonly<Record<string, string | number>>;
  /**
   * Largest file that visitors and editors may upload, such as `'256Mi'`. Becomes `upload_max_filesize` and `post_max_size` of PHP,
   * `client_max_body_size` of nginx, and for an Ingress with `className: 'nginx'` the annotation
   * `nginx.ingress.kubernetes.io/proxy-body-size`. Other controllers have settings of their own.
   *
   * @default '64Mi'
   */
  readonly maxUploadSize?: string;
  /** Further configuration of Apache, or of nginx' server block. */
  readonly webServer?: string;
  readonly smtp?: SmtpProps;
  readonly cache?: CacheProps;
  readonly install?: InstallProps;
  /** `false` leaves scheduled work to visitors, as WordPress does on its own. @default a CronJob every 5 min */
  readonly cron?: CronProps | false;
  /** Longest time that the copying of WordPress to the content volume may take. @default 10 min */
  readonly startWithin?: Duration;
  /** Who may connect besides the Ingress' clients. @default nobody */
  readonly clients?: readonly IngressRule[];
  /** Whom else the pods may connect to. */
  readonly egress?: readonly EgressRule[];
  /** Lets the pods reach HTTP and HTTPS servers outside of the cluster, for updates and plugins. @default true */
  readonly outgoingWeb?: boolean;
}

import type { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { parseImage } from '../../../images';
import { recommendedLabels } from '../../../manifest';
import { InitContainer } from '../../../mixins';
import { type NetworkPeer, Peer, type PodSelector } from '../../../network';
import { RecordedConstruct } from '../../../origin';
import { OVERLAY_TARGET } from '../../../overlay';
import { type EnvProps, userOf } from '../../../pod';
import { checked, checkProps, createdBy } from '../../../props';
import { type Connectable, type Connection, envFor } from '../../connection';
import type { CronJob } from '../../cron-job';
import { withIngressDefaults } from '../../exposure/workload-ingress';
import type { Job } from '../../job';
import { nameOfConstruct } from '../../naming';
import type { EgressRule, IngressRule } from '../../network/policy-rules';
import { Rollout } from '../../scaling/rollout';
import { WebApp } from '../../web-app';
import { makeClaim } from '../claim';
import { checkWordPress, isOnOneNode, scalingOf } from './check-word-press';
import { contentClaim, SITE_FOLDER, siteContainers, siteImage, siteUser } from './containers';
import { contentScript } from './content-script';
import { makeCron, makeInstall, type Site } from './site-jobs';
import { uploadLimit } from './upload-limit';
import type { WordPressProps } from './word-press-props';
import { CACHE_PORTS, wordPressEnv } from './wp-config';

const DEFAULT_MYSQL_PORT = 3306;
const COMPONENT = 'website';
/** Private address ranges, which the cluster or adjacent networks can use. */
const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/**
 * A WordPress site on the official image.
 *
 * Runs as non-root (UID 33, `www-data` of the image) with a read-only root file system. One pod that is stopped before the next one
 * starts, as a ReadWriteOnce volume requires; several pods with ReadWriteMany. Its NetworkPolicy allows ingress from the
 * clients of the Ingress, and egress to the database, the mail server, the cache and, for updates, the web.
 *
 * @see https://hub.docker.com/_/wordpress
 * @example
 * new WordPress(chart, 'blog', {
 *   database: db,
 *   storage: { size: '10Gi' },
 *   qos: Qos.burstable({ requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } }),
 *   ingress: { host: 'blog.example.com', className: 'nginx', tls: 'blog-tls' },
 * });
 */
@checked('WordPress')
export class WordPress extends RecordedConstruct implements Connectable, PodSelector {
  public readonly name: string;
  /** Deployment, Service, Ingress, NetworkPolicy and what scales with them. */
  public readonly workload: WebApp;
  /** Claim with the content; undefined for an existing claim, or without storage. */
  public readonly claim: ApiObject | undefined;
  /** Undefined when it is disabled. */
  public readonly cron: CronJob | undefined;
  /** Undefined when it is not configured. */
  public readonly install: Job | undefined;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: WordPressProps) {
    super(scope, id);
    checkProps(this, (reportIssue) => checkWordPress(props, reportIssue));
    const ingress = props.ingress && withIngressDefaults(scope, id, props.ingress, true);
    const own = { ...props, ...(ingress && { ingress }) };
    this.name = nameOfConstruct(this, own);
    const { storage, appName = this.name, instance = this.name, component = COMPONENT, partOf } = own;
    const labels = { ...recommendedLabels({ name: appName, instance, component, partOf }), ...own.labels };
    const database = databaseConnection(own);
    const { namespace } = userOf(this);
    const env: EnvProps = { ...envFor(database, namespace), ...wordPressEnv(own, namespace), ...own.env };
    const mounts = [...(database.mounts ?? []), ...(own.mounts ?? [])];
    if (storage !== 'image' && storage.size !== undefined) {
      this.claim = makeClaim(this, 'Content', { name: contentClaim(this.name), labels }, storage);
    }
    this.workload = this.makeWorkload(own, labels, env, mounts);
    this.workload.connectTo({ egress: database.egress, allowClient: database.allowClient });
    if (typeof own.cache?.host === 'object') {
      this.workload.connectTo({ allowClient: (client) => allowCache(own, client) });
    }
    const { connection } = this.workload;
    const site: Site = { name: this.name, props: own, env, mounts, database, connection };
    const { cron = {}, install } = own;
    this.cron = cron === false ? undefined : createdBy('cron', () => makeCron(this, site, cron));
    this.install = install && createdBy('install', () => makeInstall(this, site, install));
  }

  public get deployment(): kplus.Deployment {
    return this.workload.deployment;
  }

  /** Undefined for service type None. */
  public get service(): kplus.Service | undefined {
    return this.workload.service;
  }

  public get selectorLabels(): Readonly<Record<string, string>> {
    return this.workload.selectorLabels;
  }

  public get namespace(): string | undefined {
    return this.workload.namespace;
  }

  public get connection(): Connection {
    return this.workload.connection;
  }

  /** Allows peers, such as the pods of a gateway, to connect to the port that routes use. */
  public allowRoute(from: NetworkPeer | readonly NetworkPeer[]): this {
    this.workload.allowRoute(from);
    return this;
  }

  /** What `overlay(site, …)` changes: the Deployment. */
  public get [OVERLAY_TARGET]() {
    return this.workload[OVERLAY_TARGET];
  }

  private makeWorkload(
    props: WordPressProps,
    labels: Record<string, string>,
    env: EnvProps,
    mounts: Parameters<typeof siteContainers>[5],
  ): WebApp {
    const { main, others, sysctls, content } = siteContainers(this, this.name, labels, props, env, mounts);
    const scaling = scalingOf(props);
    const { component = COMPONENT, appName, instance, partOf, annotations, podAnnotations, podLabels } = props;
    const version = props.version ?? parseImage(String(siteImage(props)))?.tag;
    const { volumes, imagePullSecrets, serviceAccount, nodeSelector, tolerations, priorityClassName, topologySpread } =
      props;
    const site = new WebApp(this, 'Site', {
      ...{
        component,
        appName,
        instance,
        partOf,
        version,
        annotations,
        podAnnotations,
        podLabels,
        labels: props.labels,
      },
      ...{ volumes, imagePullSecrets, serviceAccount, nodeSelector, tolerations, priorityClassName, topologySpread },
      ...main,
      name: this.name,
      probes: main.probes!,
      containers: others,
      scaling,
      // The old pod uses the volume until it is deleted; a new one on another node would wait for it forever.
      rollout: isOnOneNode(props.storage) ? Rollout.recreate() : Rollout.rolling(),
      disruptionBudget: props.disruptionBudget ?? { maxUnavailable: 1 },
      security: {
        ...siteUser(props),
        fsGroupChangePolicy: 'OnRootMismatch',
        ...(Object.keys(sysctls).length > 0 && { sysctls }),
      },
      service: props.service,
      ingress: withUploadLimit(props),
      networkPolicy: {
        ingress: props.clients?.map((from) => ({ from, ports: ['http'] })),
        egress: [...ownEgress(props), ...(props.egress ?? [])],
      },
    });
    return site.with(
      new InitContainer('content', {
        image: siteImage(props),
        imagePullPolicy: props.imagePullPolicy,
        command: ['sh', '-c', contentScript()],
        workingDir: SITE_FOLDER,
        mounts: [content],
        app: 'wordpress',
      }),
    ) as WebApp;
  }
}

/** ingress-nginx refuses bodies over 1 MiB unless the Ingress says otherwise. */
function withUploadLimit(props: WordPressProps): WordPressProps['ingress'] {
  const { ingress } = props;
  if (ingress?.className !== 'nginx') return ingress;
  const limit = { 'nginx.ingress.kubernetes.io/proxy-body-size': `${uploadLimit(props)}m` };
  return { ...ingress, annotations: { ...limit, ...ingress.annotations } };
}

/** The connection to the database, with the variable names of the image. */
function databaseConnection({ database }: WordPressProps): Connection {
  const { host, port } = database;
  const connection = database.connectionAs({
    user: 'WORDPRESS_DB_USER',
    password: 'WORDPRESS_DB_PASSWORD',
    database: 'WORDPRESS_DB_NAME',
  });
  const address = port === DEFAULT_MYSQL_PORT ? host : `${host}:${port}`;
  return { ...connection, env: { WORDPRESS_DB_HOST: address, ...connection.env } };
}

function ownEgress({ smtp, cache, outgoingWeb = true }: WordPressProps): EgressRule[] {
  const rules: EgressRule[] = [];
  if (smtp !== undefined) rules.push({ to: Peer.anyone(), ports: [smtp.port ?? 587] });
  if (cache !== undefined) {
    const to = typeof cache.host === 'string' ? Peer.anyone() : cache.host;
    rules.push({ to, ports: [cache.port ?? CACHE_PORTS[cache.type]] });
  }
  if (outgoingWeb) rules.push({ to: Peer.cidr('0.0.0.0/0', { except: PRIVATE }), ports: [80, 443] });
  return rules;
}

function allowCache({ cache }: WordPressProps, client: PodSelector): void {
  const rule: IngressRule = { from: client, ports: [cache!.port ?? CACHE_PORTS[cache!.type]] };
  if (typeof cache?.host === 'object') cache.host.allowIngress(rule);
}

import { Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { recommendedLabels } from '../../../manifest';
import type { AdapterMetrics } from '../../../mixins';
import type { HostAndPort, PodSelector } from '../../../network';
import { RecordedConstruct } from '../../../origin';
import { OVERLAY_TARGET } from '../../../overlay';
import { type ContainerProps, type EnvProps, Probes } from '../../../pod';
import { checked, checkProps, createdBy } from '../../../props';
import type { Connection } from '../../connection';
import { nameOfConstruct } from '../../naming';
import type { IngressRule } from '../../network/policy-rules';
import { serviceAddress } from '../../service-connection';
import { StatefulApp, type StatefulAppProps } from '../../stateful-app';
import type { CredentialReferences } from '../credentials/credential-references';
import { DatabaseBackup } from './backup';
import { checkSqlServer } from './check-sql-server';
import { MYSQL_ID, SOCKET, type SqlEngine } from './engine';
import { addMetrics } from './metrics';
import type { ServerOptions } from './my-cnf';
import { pingCommands } from './scripts';
import { ServerFiles, TLS_FOLDER } from './server-files';
import { dataMounts, ownStorage } from './server-storage';
import { type ConnectionVariables, connectionTo, type SqlDatabase, usualVariables } from './sql-database';
import { databaseTlsOf, type SqlServerProps } from './sql-server-props';

const PORT_NAME = 'mysql';
const DEFAULT_PORT = 3306;
const START_WITHIN = Duration.minutes(10);
const STARTUP_PERIOD = Duration.seconds(5);
/** InnoDB flushes its memory before it stops. */
const GRACE_PERIOD = Duration.minutes(2);

/**
 * A single database server with its data: the base of `MySql` and `MariaDb`.
 *
 * It creates a StatefulSet with one pod, a headless Service and one for clients, a ServiceAccount without permissions, a NetworkPolicy
 * that allows declared clients only, a PodDisruptionBudget that never blocks a node drain, a ConfigMap with my.cnf,
 * and the objects for `credentials`, `backup` and `metrics`.
 */
@checked('SqlServer')
export abstract class SqlServer extends RecordedConstruct implements SqlDatabase, PodSelector {
  public readonly name: string;
  public readonly host: string;
  public readonly port: number;
  public readonly database: string;
  public readonly user: string | undefined;
  public readonly credentials: CredentialReferences;
  /** StatefulSet, Services, ServiceAccount, NetworkPolicy and PodDisruptionBudget. */
  public readonly workload: StatefulApp;
  /** Undefined when it is not configured. */
  public readonly backup: DatabaseBackup | undefined;
  /** Undefined when it is not configured. */
  public readonly metrics: AdapterMetrics | undefined;

  private readonly props: SqlServerProps;

  /** @throws PropsError that lists every invalid prop. */
  protected constructor(scope: Construct, id: string, props: SqlServerProps, engine: SqlEngine) {
    super(scope, id);
    this.props = props;
    const options = { ...optionsOf(props), defaults: engine.defaults };
    checkProps(this, (reportIssue) => checkSqlServer(props, options, engine, reportIssue));
    this.name = nameOfConstruct(this, props);
    this.port = options.port;
    this.database = props.database;
    this.user = props.user;
    const { component = 'database', appName = this.name, instance = this.name, partOf } = props;
    const labels = { ...recommendedLabels({ name: appName, instance, component, partOf }), ...props.labels };
    this.credentials = props.credentials.bind(this, { name: this.name, labels });
    const userId = props.userId ?? MYSQL_ID;
    const files = new ServerFiles(this, { ...props, name: this.name, labels, engine, options });
    this.workload = new StatefulApp(this, 'Server', {
      ...podPropsOf(props),
      name: this.name,
      image: props.image ?? engine.image,
      ports: [{ name: PORT_NAME, port: options.port }],
      ...this.containerProps(props, engine, files),
      ...ownStorage(props.storage),
      security: { runAsUser: userId, runAsGroup: userId, fsGroup: userId, fsGroupChangePolicy: 'OnRootMismatch' },
      terminationGracePeriod: props.terminationGracePeriod ?? GRACE_PERIOD,
      // Allows the eviction of the only pod: a budget that forbids it would block a drain of its node forever.
      disruptionBudget: { maxUnavailable: 1 },
      networkPolicy: { ingress: props.clients?.map((from) => ({ from, ports: [PORT_NAME] })), dns: false },
    });
    this.host = this.address.host;
    this.backup = props.backup && createdBy('backup', () => this.makeBackup(props, engine));
    this.metrics =
      props.metrics &&
      createdBy('metrics', () =>
        addMetrics(
          this,
          this.workload,
          this.credentials,
          { port: this.port, tls: props.tls !== undefined },
          props.metrics!,
          props.imagePullPolicy,
        ),
      );
  }

  /** Service for clients. */
  public get service(): kplus.Service {
    return this.workload.service!;
  }

  public get statefulSet(): kplus.StatefulSet {
    return this.workload.statefulSet;
  }

  public get selectorLabels(): Readonly<Record<string, string>> {
    return this.workload.selectorLabels;
  }

  public get namespace(): string | undefined {
    return this.workload.namespace;
  }

  public get tlsSecret() {
    return databaseTlsOf(this.props)?.secret;
  }

  public get connection(): Connection {
    return this.connectionAs(usualVariables(this.name));
  }

  public connectionAs(variables: ConnectionVariables): Connection {
    return connectionTo(this, variables, {
      address: this.address,
      egress: [{ to: this, ports: [PORT_NAME] }],
      allowClient: (client) => this.allowIngress({ from: client, ports: [PORT_NAME] }),
    });
  }

  /** Allows peers to connect to the server. */
  public allowIngress(rule: IngressRule): this {
    this.workload.allowIngress(rule);
    return this;
  }

  /** What `overlay(database, …)` changes: the StatefulSet. */
  public get [OVERLAY_TARGET]() {
    return this.workload[OVERLAY_TARGET];
  }

  private get address(): HostAndPort {
    return serviceAddress(this.name, this.workload.namespace, this.port);
  }

  private containerProps(props: SqlServerProps, engine: SqlEngine, files: ServerFiles) {
    const given = this.credentials.deliver({
      [`${engine.prefix}_ROOT_PASSWORD`]: 'rootPassword',
      [`${engine.prefix}_PASSWORD`]: 'password',
      ...(props.user === undefined && { [`${engine.prefix}_USER`]: 'username' as const }),
      ...files.userPasswords,
    });
    const env: EnvProps = {
      [`${engine.prefix}_DATABASE`]: props.database,
      [`${engine.prefix}_ROOT_HOST`]: props.rootHost ?? 'localhost',
      ...(props.user !== undefined && { [`${engine.prefix}_USER`]: props.user }),
      ...given.env,
      ...props.env,
    };
    const mounts = [...dataMounts(props.storage), ...files.mounts, ...given.mounts, ...(props.mounts ?? [])];
    return { containerName: 'server', env, mounts, ...running(props, engine, this.port) };
  }

  private makeBackup(props: SqlServerProps, engine: SqlEngine): DatabaseBackup {
    const { backup, storage, image, imagePullPolicy, userId, partOf, labels } = props;
    const own =
      storage.size === undefined ? undefined : { size: storage.size, storageClassName: storage.storageClassName };
    return new DatabaseBackup(this, 'Backup', {
      storage: own,
      ...backup!,
      of: this,
      engine: engine.id,
      image: backup!.image ?? image,
      imagePullPolicy,
      userId,
      partOf,
      labels,
    });
  }
}

function optionsOf(props: SqlServerProps): ServerOptions {
  const { port = DEFAULT_PORT, characterSet = 'utf8mb4', collation, configuration } = props;
  const tls = databaseTlsOf(props);
  return {
    ...{ port, characterSet, collation, configuration },
    tls: tls && { folder: TLS_FOLDER, required: tls.required ?? true },
  };
}

/** What the pod runs: the server with its probes, or nothing, to inspect the data. */
function running(
  props: SqlServerProps,
  engine: SqlEngine,
  port: number,
): Pick<ContainerProps, 'command' | 'lifecycle'> & Pick<StatefulAppProps, 'probes'> {
  if (props.diagnosticMode) return { command: ['sleep', 'infinity'], probes: Probes.none() };
  const ping = pingCommands(engine, port, SOCKET);
  const tries = Math.ceil((props.startWithin ?? START_WITHIN).toSeconds() / STARTUP_PERIOD.toSeconds());
  const timeout = Duration.seconds(5);
  return {
    probes: {
      startup: { exec: ping.startup, period: STARTUP_PERIOD, timeout, failureThreshold: tries },
      liveness: { exec: ping.running, timeout, failureThreshold: 6 },
      readiness: { exec: ping.startup, timeout },
    },
    // Time for clients of the Service to notice that the pod terminates.
    lifecycle: { preStop: { exec: ['sleep', '5'] } },
  };
}

/** The props that are passed to the StatefulApp unchanged. */
function podPropsOf(props: SqlServerProps) {
  const { component = 'database', version, appName, instance, partOf, labels, annotations } = props;
  const { podAnnotations, podLabels } = props;
  const { volumes, containers, imagePullPolicy, imagePullSecrets, serviceAccount, service, qos } = props;
  const { nodeSelector, tolerations, priorityClassName, rollout } = props;
  return {
    ...{ component, version, appName, instance, partOf, labels, annotations, podAnnotations, podLabels },
    ...{ volumes, containers, imagePullPolicy, imagePullSecrets, serviceAccount, service, qos },
    ...{ nodeSelector, tolerations, priorityClassName, rollout },
  };
}

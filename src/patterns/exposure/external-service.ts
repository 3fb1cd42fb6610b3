import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { RecordedConstruct } from '../../origin';
import { checkText, checkWhole } from '../../pod';
import { checked, checkProps } from '../../props';
import { dns1035Label, dns1123Subdomain, parseAddress } from '../../values';
import type { Connectable, Connection } from '../connection';
import { metadataOf, type NamingProps, namingOf } from '../naming';
import { connectionToService } from '../service-connection';

/** Props of an ExternalService. */
export interface ExternalServiceProps extends NamingProps {
  /** DNS name of the external host; IP addresses are not supported. */
  readonly host: string;
  /** Port of the external host, for constructs that use this one. @default none */
  readonly port?: number;
}

/**
 * A name in the cluster for an external host: a Service of type ExternalName.
 *
 * @example
 * new ExternalService(chart, 'database', { host: 'db.example.com' });
 */
@checked('ExternalService')
export class ExternalService extends RecordedConstruct implements Connectable {
  public readonly service: kplus.Service;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1035Label, reportIssue);
      checkWhole(reportIssue, 'port', props.port, { min: 1, max: 65535 });
      if (parseAddress(props.host) === undefined) checkText(reportIssue, 'host', props.host, dns1123Subdomain);
      else reportIssue('host', `must be a DNS name, not an IP address, got ${JSON.stringify(props.host)}`);
    });
    this.service = new kplus.Service(this, 'Service', {
      metadata: metadataOf(naming!),
      externalName: props.host,
      ports: props.port === undefined ? [] : [{ port: props.port }],
    });
  }

  /**
   * The connection of workloads to the host: `NAME_HOST` and `NAME_PORT`, and egress to that port of any address, since a
   * NetworkPolicy cannot name hosts.
   *
   * @throws PropsError without a port.
   */
  public get connection(): Connection {
    return connectionToService(this.service, this);
  }
}

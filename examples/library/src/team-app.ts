import { Probes, Qos, Scaling, WebApp } from 'cdk8s-patterns';
import type { Construct } from 'constructs';

/** What an application team of ours has to say; everything else is decided here. */
export interface TeamAppProps {
  /** Image with its version. */
  readonly image: string;
  /** Team that is called at night. */
  readonly team: string;
  /** Memory that the application gets, such as `256Mi`. */
  readonly memory: string;
}

/** A web application as our platform runs it: two to six copies, guaranteed resources, an Ingress below our domain. */
export class TeamApp extends WebApp {
  public constructor(scope: Construct, id: string, props: TeamAppProps) {
    super(scope, id, {
      image: props.image,
      port: 8080,
      qos: Qos.guaranteed({ cpu: '250m', memory: props.memory }),
      probes: Probes.http('/healthz'),
      scaling: Scaling.onCpu({ min: 2, max: 6, percent: 75 }),
      ingress: { host: `${id}.acme.example`, className: 'nginx', tls: 'acme-wildcard' },
      labels: { team: props.team },
    });
  }
}

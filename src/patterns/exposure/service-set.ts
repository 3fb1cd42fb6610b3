import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { recommendedLabels } from '../../manifest';
import type { PodSelector } from '../../network';
import { RecordedConstruct } from '../../origin';
import { checkText, type PortProps, under } from '../../pod';
import { checked, checkProps } from '../../props';
import { dns1035Label } from '../../values';
import type { IngressRule } from '../network/policy-rules';
import { exposedPorts } from './exposed-ports';
import { makeService, type ParsedService, parseService } from './service';
import type { ServiceProps } from './service-props';

/** Props of a ServiceSet. */
export interface ServiceSetProps {
  /** A workload, or labels of pods and their ports. */
  readonly pods: PodSelector & { readonly ports: readonly PortProps[] };
  /** Services by name. */
  readonly services: Readonly<Record<string, ServiceProps>>;
}

/**
 * Several Services for the same pods. The network policy of a workload allows anyone to connect to the ports of a NodePort or
 * LoadBalancer Service, as it does for the Service of the workload itself.
 *
 * @example
 * new ServiceSet(chart, 'services', {
 *   pods: web,
 *   services: {
 *     'web-internal': { type: 'ClusterIP', port: 5500 },
 *     'web-nodeport': { type: 'NodePort', port: 5500, nodePort: 31111 },
 *   },
 * });
 */
@checked('ServiceSet')
export class ServiceSet extends RecordedConstruct {
  /** The Services by name. */
  public readonly services: Readonly<Record<string, kplus.Service>>;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: ServiceSetProps) {
    super(scope, id);
    const { pods, services } = props;
    const parsed: (readonly [name: string, service: ParsedService])[] = [];
    checkProps(this, (reportIssue) => {
      if (Object.keys(services).length === 0) reportIssue('services', 'must not be empty');
      for (const [name, service] of Object.entries(services)) {
        checkText(reportIssue, 'services', name, dns1035Label);
        if (service.type === 'None') reportIssue(`services.${name}.type`, 'must not be "None"', 'omit it');
        const own = parseService(service, pods.ports, under(reportIssue, `services.${name}`));
        if (own !== undefined) parsed.push([name, own]);
      }
    });
    // Labels of pods have no policy.
    const workload = pods as { allowIngress?(rule: IngressRule): unknown };
    for (const [, service] of parsed) {
      for (const rule of exposedPorts(service)) workload.allowIngress?.(rule);
    }
    const inNamespace = pods.namespace === undefined ? {} : { namespace: pods.namespace };
    this.services = Object.fromEntries(
      parsed.map(([name, service]) => {
        const labels = recommendedLabels({ ...labelsOf(pods), name: labelsOf(pods).name ?? name });
        return [name, makeService(this, name, { name, labels, ...inNamespace }, pods.selectorLabels, service)];
      }),
    );
  }
}

/** Naming from the recommended labels that select the pods. */
function labelsOf({ selectorLabels }: PodSelector) {
  return {
    name: selectorLabels['app.kubernetes.io/name'],
    instance: selectorLabels['app.kubernetes.io/instance'],
    component: selectorLabels['app.kubernetes.io/component'],
  };
}

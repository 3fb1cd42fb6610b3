import { type App, Chart } from 'cdk8s';
import { external, MetalLbPool } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.object('v1', 'Namespace', 'metallb-system')];

/**
 * Addresses for LoadBalancer Services in a cluster without a cloud, advertised on the local network by MetalLB.
 *
 * Needs: Kubernetes 1.28 or later, and MetalLB with its namespace metallb-system (IPAddressPool, L2Advertisement).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'metallb', { namespace: 'metallb-system' });
  new MetalLbPool(chart, 'first-pool', { addresses: ['192.168.0.240-192.168.0.250', '10.10.0.0/28'] });
}

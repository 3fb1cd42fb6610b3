import { type App, Chart } from 'cdk8s';
import { MetalLbPool } from 'cdk8s-patterns';

/** A MetalLB address pool for LoadBalancer Services, advertised on the local network. */
export default function (app: App): void {
  const chart = new Chart(app, 'metallb', { namespace: 'metallb-system' });
  new MetalLbPool(chart, 'first-pool', { addresses: ['192.168.0.240-192.168.0.250', '10.10.0.0/28'] });
}

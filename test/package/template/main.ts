import { Chart, type ChartProps } from 'cdk8s';
import { CheckedApp, Probes, Qos, Scaling, WebApp } from 'cdk8s-patterns';
import type { Construct } from 'constructs';

export class MyChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    new WebApp(this, 'shop', {
      image: 'registry.example.com/shop:1.4.2',
      port: 8080,
      qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
      probes: Probes.http('/healthz'),
      scaling: Scaling.fixed(2),
    });
  }
}

const app = new CheckedApp({ kubernetesVersion: ['1.28', '1.36'] });
new MyChart(app, 'template');
app.synth();

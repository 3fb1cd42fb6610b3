import { Chart } from 'cdk8s';
import { CheckedApp, ConfigMap, Content } from '../../../src';

const app = new CheckedApp({ outdir: process.argv[2] });
new ConfigMap(new Chart(app, 'c', { namespace: 'shop' }), 'a', { from: [Content.literal('a', 'b')] });
app.synth();

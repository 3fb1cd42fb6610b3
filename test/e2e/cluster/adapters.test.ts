import { Client } from './client';
import { describeExample } from './describe-example';
import { until } from './kubectl';
import { parseMetrics } from './prometheus-text';

describeExample('adapter', (check) => {
  let client: Client;
  afterAll(() => client?.remove());

  check('requests to the web server are counted in the metrics', async (example) => {
    client = await Client.start('adapter');
    const { ip } = example.pod('catalog');
    expect(client.get(`http://${ip}:8080/`).isOk).toBe(true);
    const counted = () => {
      const metrics = parseMetrics(client.get(`http://catalog-metrics.${example.namespace}:4040/metrics`).body);
      return (metrics.get('nginx_http_response_count_total') ?? 0) > 0 ? true : undefined;
    };
    await until('a counted request', 30, counted);
  });
});

import { type App, Chart } from 'cdk8s';
import { Ambassador, AmbassadorEgress, Probes, Qos, WebApp } from 'cdk8s-patterns';

/**
 * The app connects to localhost, and an Envoy container beside it forwards to a Redis outside of the cluster over TLS.
 * ghcr.io/acme/cart and redis.example.com are placeholders for your image and your Redis: the pods are
 * Ready while they reach it.
 *
 * Needs: Kubernetes 1.28 or later, and a network plugin that enforces NetworkPolicy.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'ambassador');
  const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });
  const cart = new WebApp(chart, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    port: 8080,
    qos,
    probes: Probes.http('/healthz'),
  });
  const redis = new Ambassador('redis', {
    image: 'envoyproxy/envoy:v1.33.0',
    qos,
    port: 6379,
    upstream: 'redis.example.com:6380',
    tls: true,
    healthPort: 9902,
  });
  cart.with(redis); // the app has REDIS_ADDR=localhost:6379
  new AmbassadorEgress(chart, 'redis-egress', { of: cart, ambassador: redis });
}

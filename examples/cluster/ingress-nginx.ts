import { join } from 'node:path';
import { type App, Chart, Include } from 'cdk8s';
import { acknowledge, external, Overlay } from 'cdk8s-patterns';

export const expects = [external.secret('ingress-nginx-admission', { keys: ['cert', 'key'] })];

/**
 * The Ingress controller ingress-nginx from its release file, amended: two replicas on different nodes, the default Ingress class,
 * uploads up to 16 MB, Pod Security, a memory limit, and a webhook that does not stop Ingresses while no controller answers.
 *
 * The file is included as the project publishes it; for the next release, replace the file. Its Jobs create the Secret
 * `ingress-nginx-admission` (keys cert and key), for which the controller waits. Needs: Kubernetes 1.28 or later, and
 * an implementation of Services of type LoadBalancer, such as that of a cloud or MetalLB.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'ingress-nginx');
  const release = new Include(chart, 'release', { url: join(__dirname, 'files', 'ingress-nginx-1.15.1.yaml') });
  acknowledge(
    release,
    'role-without-effect',
    'a rule for Ingress classes in a Role of the release; its ClusterRole grants the same',
  );
  acknowledge(release, 'admission-not-judged', 'the webhook of the release refuses Ingresses that nginx cannot serve');
  const controller = { 'app.kubernetes.io/component': 'controller', 'app.kubernetes.io/instance': 'ingress-nginx' };
  release.with(
    new Overlay({ kind: 'Namespace', metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }),
    new Overlay({
      kind: 'IngressClass',
      metadata: { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    }),
    new Overlay({ kind: 'ConfigMap', data: { 'proxy-body-size': '16m' } }),
    new Overlay({
      kind: 'ValidatingWebhookConfiguration',
      webhooks: [{ name: 'validate.nginx.ingress.kubernetes.io', failurePolicy: 'Ignore', timeoutSeconds: 2 }],
    }),
    new Overlay({
      kind: 'Deployment',
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [{ name: 'controller', resources: { limits: { memory: '256Mi' } } }],
            topologySpreadConstraints: [
              {
                maxSkew: 1,
                topologyKey: 'kubernetes.io/hostname',
                whenUnsatisfiable: 'ScheduleAnyway',
                labelSelector: { matchLabels: controller },
              },
            ],
          },
        },
      },
    }),
  );
}

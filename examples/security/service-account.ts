import { type App, Chart } from 'cdk8s';
import { Env, Permissions, Probes, Qos, TenantNamespace, Worker } from 'cdk8s-patterns';

const CREDENTIALS = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Asks the API server for the pods of the namespace, with the token and the CA certificate that the kubelet mounts. */
const LIST_PODS = [
  `curl -sS --fail --cacert ${CREDENTIALS}/ca.crt -H "Authorization: Bearer $(cat ${CREDENTIALS}/token)"`,
  '"https://kubernetes.default.svc/api/v1/namespaces/$NAMESPACE/pods" | grep \'"kind"\'',
].join(' ');

/**
 * A program that lists pods through the API server, with its own ServiceAccount and a Role that allows no more.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'service-account', { namespace: 'service-account' });
  // The Role is granted to the ServiceAccount of this namespace, so the manifest has to name it.
  new TenantNamespace(chart, 'service-account', { network: 'open' });
  const client = new Worker(chart, 'in-cluster-client', {
    // For curl; a program of yours would use a client library.
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    command: ['sh', '-c', `while :; do ${LIST_PODS}; sleep 60; done`],
    env: { NAMESPACE: Env.field('metadata.namespace') },
    qos: Qos.guaranteed({ cpu: '50m', memory: '64Mi' }),
    probes: Probes.none(),
    automountServiceAccountToken: true,
  });
  new Permissions(chart, 'pod-reader', {
    to: client,
    rules: [{ resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  });
}

import { type App, Chart } from 'cdk8s';
import { Qos, StaticPod, Volumes } from 'cdk8s-patterns';

/** An API server as kubeadm runs it; the file goes to /etc/kubernetes/manifests/kube-apiserver.yaml. */
export default function (app: App): void {
  const chart = new Chart(app, 'static-pod', { namespace: 'kube-system' });
  const folder = (name: string, path: string) =>
    Volumes.hostPath(name, path, { type: 'DirectoryOrCreate' }).at(path, { readOnly: true });
  const https = { path: '/livez', port: 'https', scheme: 'HTTPS', host: '127.0.0.1' } as const;
  new StaticPod(chart, 'kube-apiserver', {
    image: 'registry.k8s.io/kube-apiserver:v1.36.3',
    command: ['kube-apiserver', '--etcd-servers=https://127.0.0.1:2379', '--service-cluster-ip-range=10.96.0.0/12'],
    ports: [{ name: 'https', port: 6443 }],
    qos: Qos.burstable({ requests: { cpu: '250m' } }),
    probes: { startup: { http: https, failureThreshold: 24 }, liveness: { http: https, failureThreshold: 8 } },
    hostNetwork: true,
    priorityClassName: 'system-cluster-critical',
    security: { runAsRoot: true, writableRootFilesystem: true },
    mounts: [folder('k8s-certs', '/etc/kubernetes/pki'), folder('ca-certs', '/etc/ssl/certs')],
  });
}

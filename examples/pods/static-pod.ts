import { type App, Chart } from 'cdk8s';
import { Qos, StaticPod, Volumes } from 'cdk8s-patterns';

const PKI = '/etc/kubernetes/pki';

/**
 * An API server as kubeadm runs it. It is not applied with kubectl: the kubelet of a control-plane node reads the file
 * from /etc/kubernetes/manifests/kube-apiserver.yaml.
 *
 * Needs: a control-plane node of Kubernetes 1.36 with etcd on 127.0.0.1:2379 and the certificates of kubeadm.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'static-pod', { namespace: 'kube-system' });
  const folder = (name: string, path: string) =>
    Volumes.hostPath(name, path, { type: 'DirectoryOrCreate' }).at(path, { readOnly: true });
  const https = { path: '/livez', port: 'https', scheme: 'HTTPS', host: '127.0.0.1' } as const;
  new StaticPod(chart, 'kube-apiserver', {
    image: 'registry.k8s.io/kube-apiserver:v1.36.3',
    command: [
      'kube-apiserver',
      '--authorization-mode=Node,RBAC',
      '--enable-admission-plugins=NodeRestriction',
      '--service-cluster-ip-range=10.96.0.0/12',
      '--etcd-servers=https://127.0.0.1:2379',
      `--etcd-cafile=${PKI}/etcd/ca.crt`,
      `--etcd-certfile=${PKI}/apiserver-etcd-client.crt`,
      `--etcd-keyfile=${PKI}/apiserver-etcd-client.key`,
      `--client-ca-file=${PKI}/ca.crt`,
      `--tls-cert-file=${PKI}/apiserver.crt`,
      `--tls-private-key-file=${PKI}/apiserver.key`,
      `--kubelet-client-certificate=${PKI}/apiserver-kubelet-client.crt`,
      `--kubelet-client-key=${PKI}/apiserver-kubelet-client.key`,
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${PKI}/sa.pub`,
      `--service-account-signing-key-file=${PKI}/sa.key`,
    ],
    ports: [{ name: 'https', port: 6443 }],
    qos: Qos.burstable({ requests: { cpu: '250m' } }),
    probes: { startup: { http: https, failureThreshold: 24 }, liveness: { http: https, failureThreshold: 8 } },
    hostNetwork: true,
    priorityClassName: 'system-cluster-critical',
    // The program has NET_BIND_SERVICE as a file capability, and does not start where it is dropped.
    security: { runAsRoot: true, writableRootFilesystem: true, addCapabilities: ['NET_BIND_SERVICE'] },
    mounts: [folder('k8s-certs', PKI), folder('ca-certs', '/etc/ssl/certs')],
  });
}

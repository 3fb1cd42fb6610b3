import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content } from 'cdk8s-patterns';

/** Names below these domains are resolved by name servers of the company. */
const STUB_DOMAINS: Readonly<Record<string, readonly string[]>> = {
  'corp.example.com': ['10.150.0.1', '10.150.0.2'],
  'consul.example.com': ['10.150.0.10:8600'],
};

/** All other names, as kubeadm configures it. */
const CLUSTER = `.:53 {
    errors
    health {
       lameduck 5s
    }
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
       pods insecure
       fallthrough in-addr.arpa ip6.arpa
       ttl 30
    }
    prometheus :9153
    forward . /etc/resolv.conf {
       max_concurrent 1000
    }
    cache 30
    loop
    reload
    loadbalance
}
`;

const stub = ([domain, servers]: [string, readonly string[]]) => `${domain}:53 {
    errors
    cache 30
    forward . ${servers.join(' ')}
}
`;

/**
 * Domains that CoreDNS asks other name servers for. The addresses are placeholders for your name servers.
 *
 * It replaces the configuration of the cluster's CoreDNS, which reads it within a minute: compare it with `kubectl -n kube-system get
 * configmap coredns -o yaml` first. Needs: Kubernetes 1.28 or later with CoreDNS as kubeadm, kind and minikube install it.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'stub-domains', { namespace: 'kube-system' });
  const corefile = [CLUSTER, ...Object.entries(STUB_DOMAINS).map(stub)].join('');
  new ConfigMap(chart, 'coredns', { from: [Content.literal('Corefile', corefile)] });
}

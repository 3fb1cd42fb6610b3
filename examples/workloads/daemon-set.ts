import { type App, Chart } from 'cdk8s';
import { NodeAgent, Qos, TenantNamespace, Volumes } from 'cdk8s-patterns';

/**
 * An agent on every node, including the control plane, that reads the logs of all containers of its node.
 *
 * BusyBox stands for the collector; it prints how many log files there are. Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'daemon-set', { namespace: 'logging' });
  new TenantNamespace(chart, 'logging', { podSecurity: 'privileged', network: 'open' });
  // The kubelet keeps the logs in /var/log/pods, whatever the container runtime.
  const logs = Volumes.hostPath('pod-logs', '/var/log/pods', { type: 'Directory' });
  new NodeAgent(chart, 'log-collector', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'while :; do find /var/log/pods -name "*.log" | wc -l; sleep 60; done'],
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } }),
    onControlPlane: true,
    // The logs belong to root.
    security: { runAsRoot: true },
    mounts: [logs.at('/var/log/pods', { readOnly: true })],
  });
}

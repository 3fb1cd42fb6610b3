import { type App, Chart } from 'cdk8s';
import { InitContainers, Pod, Qos, Volumes } from 'cdk8s-patterns';

/**
 * An init container copies a WAR file into the directory that Tomcat serves. registry.example.com/sample is a placeholder
 * for an image with your WAR file.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods (hostPort).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'war-tomcat');
  const pod = new Pod(chart, 'javaweb-2', {
    image: 'tomcat:10.1.34-jre21',
    containerName: 'tomcat',
    qos: Qos.burstable({ requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } }),
    ports: [{ name: 'http', port: 8080, hostPort: 8001 }],
    mounts: [
      Volumes.emptyDir('work').at('/usr/local/tomcat/work'),
      Volumes.emptyDir('logs').at('/usr/local/tomcat/logs'),
    ],
    security: { runAsUser: 10001 },
  });
  const webapps = Volumes.emptyDir('webapps').at('/usr/local/tomcat/webapps');
  pod.with(
    InitContainers.copyFiles('war', { image: 'registry.example.com/sample:v2', from: '/sample.war', into: webapps }),
  );
}

import { kindKey } from './placed';

/** Access, scaling, routes, policies, monitoring, and what applies manifests that are elsewhere. */
const ABOUT_OTHERS = new RegExp(
  [
    '^rbac\\.authorization\\.k8s\\.io/|^policy/|^autoscaling|^keda\\.sh/',
    '^networking\\.k8s\\.io/|^gateway\\.networking\\.k8s\\.io/|\\.istio\\.io/',
    '^(?:kustomize|helm)\\.toolkit\\.fluxcd\\.io/|^argoproj\\.io/Application',
    '^monitoring\\.coreos\\.com/(?:ServiceMonitor|PodMonitor|PrometheusRule|Probe)$',
  ].join('|'),
);

/** Whether an object is of a kind that is about objects which may all be applied by others. */
export function isAboutOthers(object: any): boolean {
  return ABOUT_OTHERS.test(kindKey(object?.apiVersion, object?.kind));
}

import { kindKey } from './placed';

/** Access, scaling, routes, policies and monitoring. */
const ABOUT_OTHERS = new RegExp(
  [
    '^rbac\\.authorization\\.k8s\\.io/|^policy/|^autoscaling|^keda\\.sh/',
    '^networking\\.k8s\\.io/|^gateway\\.networking\\.k8s\\.io/|\\.istio\\.io/',
    '^monitoring\\.coreos\\.com/(?:ServiceMonitor|PodMonitor|PrometheusRule|Probe)$',
  ].join('|'),
);

/** Whether an object is of a kind that is about objects which may all be applied by others. */
export function isAboutOthers(object: any): boolean {
  return ABOUT_OTHERS.test(kindKey(object?.apiVersion, object?.kind));
}

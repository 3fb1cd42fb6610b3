import { SUBJECTS_WITHOUT_OBJECTS } from '../../facts';
import { ownField, selectorMatches } from '../../values';

/** Objects that every cluster has, or that its controllers create in every namespace, by group and kind. */
const WELL_KNOWN: Readonly<Record<string, RegExp>> = {
  // Flux is installed before what it applies.
  '/Namespace': /^(?:default|kube-system|kube-public|kube-node-lease|flux-system)$/,
  '/ConfigMap':
    /^(?:kube-root-ca\.crt|istio-ca-root-cert|extension-apiserver-authentication|openshift-service-ca\.crt)$/,
  '/ServiceAccount': /^default$/,
  '/Service': /^(?:kubernetes|kube-dns)$/,
  'argoproj.io/AppProject': /^default$/,
  // Those of the repository itself, by `flux bootstrap` or a FluxInstance.
  'source.toolkit.fluxcd.io/GitRepository': /^flux-system$/,
  'source.toolkit.fluxcd.io/OCIRepository': /^flux-system$/,
  'source.toolkit.fluxcd.io/Bucket': /^flux-system$/,
  'kustomize.toolkit.fluxcd.io/Kustomization': /^flux-system$/,
  // Of EKS, kOps, GKE, AKS and other clouds, of OpenShift, clusters of one machine, and installers of storage.
  'storage.k8s.io/StorageClass':
    /^(?:default|gp2|ebs-csi-default-sc|kops-.*|(?:standard|premium|enterprise|enterprise-multishare|zonal|dynamic)-rw[ox]|(?:managed|azurefile)(?:-csi)?(?:-premium)?|standard|thin|(?:standard|thin|gp[23]|ssd)-csi|oci(?:-bv)?|(?:do|linode|vultr)-block-storage(?:-.*)?|hcloud-volumes|scw-bssd|civo-volume|csi-cinder-.*|local-path|(?:(?:microk8s|openebs)-)?hostpath|csi-hostpath-sc|openebs-single-replica|longhorn(?:-static)?|(?:rook-)?ceph-(?:block|filesystem|bucket)|rook-cephfs|nfs-client|ocs-storagecluster-.*|openshift-storage\.noobaa\.io)$/,
  // By their charts and controllers.
  'gateway.networking.k8s.io/GatewayClass': /^(?:cilium|istio|istio-remote|istio-waypoint)$/,
  // Injected into namespaces with its label.
  'eventing.knative.dev/Broker': /^default$/,
  // config/interceptors/core-interceptors.yaml of Tekton Triggers.
  'triggers.tekton.dev/ClusterInterceptor': /^(?:cel|bitbucket|github|gitlab|slack)$/,
  // Installed with KServe.
  'serving.kserve.io/ServingRuntime': /^kserve-/,
  'serving.kserve.io/ClusterServingRuntime': /^kserve-/,
  // Those of its other providers: `api@internal`, `auth@file`.
  'traefik.io/TraefikService': /@(?!kubernetescrd$)/,
  'traefik.io/Middleware': /@(?!kubernetescrd$)/,
  'traefik.io/MiddlewareTCP': /@(?!kubernetescrd$)/,
  'traefik.io/ServersTransport': /@(?!kubernetescrd$)/,
  'traefik.io/TLSOption': /@(?!kubernetescrd$)/,
  // pkg/apis/flowcontrol/bootstrap/default.go of the server.
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration':
    /^(?:exempt|catch-all|system|node-high|leader-election|workload-(?:high|low)|global-default)$/,
  'scheduling.k8s.io/PriorityClass': /^system-(?:cluster|node)-critical$/,
  'rbac.authorization.k8s.io/ClusterRole': /^(?:admin|edit|view|cluster-admin|system:.*)$/,
  'rbac.authorization.k8s.io/Role': /^(?:extension-apiserver-authentication-reader|system:.*)$/,
};

/** Every cluster has pods with this label for DNS. @see https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/ */
export function isDnsSelector(selector: any): boolean {
  return selector?.matchLabels?.['k8s-app'] === 'kube-dns';
}

/** Every cluster has a Service with these labels for its API server, in the default namespace. */
export function isApiServerSelector(selector: any): boolean {
  return selectorMatches(selector, { component: 'apiserver', provider: 'kubernetes' });
}

/** Namespace of the DNS server and of other pods of the cluster itself. */
export const SYSTEM_NAMESPACE = 'kube-system';

/** Namespace of Flux. */
const FLUX_NAMESPACE = 'flux-system';
/** Its bindings name the accounts of all controllers, of which few clusters have all. @see https://fluxcd.io/flux/installation/configuration/optional-components/ */
const FLUX_PARTS: Readonly<Record<string, RegExp>> = {
  // Created by `flux bootstrap`, for the GitRepository of that name.
  '/Secret': /^flux-system$/,
  '/Service': /^(?:notification-controller|source-controller|webhook-receiver)$/,
  '/ServiceAccount':
    /^(?:(?:source|kustomize|helm|notification|image-reflector|image-automation)-controller|source-watcher)$/,
};

/** Accounts that OpenShift creates in every namespace. */
export const OPENSHIFT_ACCOUNTS = /^(?:builder|deployer)$/;

/** Keys of the objects that every namespace has. */
export const WELL_KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kube-root-ca.crt': ['ca.crt'],
};

/** Whether a cluster has the object without anyone defining it. */
export function isWellKnown(kind: string, name: string, namespace: string | null): boolean {
  if (SUBJECTS_WITHOUT_OBJECTS.has(kind)) return true;
  if (namespace === FLUX_NAMESPACE && ownField(FLUX_PARTS, kind)?.test(name) === true) return true;
  // Those of the controllers of Kubernetes.
  if (kind === '/ServiceAccount' && namespace === SYSTEM_NAMESPACE) return true;
  return ownField(WELL_KNOWN, kind)?.test(name) === true;
}

// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as metaV1 from './meta-v1';

export interface AggregationRule {
  clusterRoleSelectors?: metaV1.LabelSelector[];
}

export interface ClusterRole {
  aggregationRule?: AggregationRule;
  apiVersion: 'rbac.authorization.k8s.io/v1';
  kind: 'ClusterRole';
  metadata?: metaV1.ObjectMeta;
  rules?: PolicyRule[];
}

export interface ClusterRoleBinding {
  apiVersion: 'rbac.authorization.k8s.io/v1';
  kind: 'ClusterRoleBinding';
  metadata?: metaV1.ObjectMeta;
  roleRef: RoleRef;
  subjects?: Subject[];
}

export interface ClusterRoleBindingList {
  apiVersion: 'rbac.authorization.k8s.io/v1';
  items: ClusterRoleBinding[];
  kind: 'ClusterRoleBindingList';
  metadata?: metaV1.ListMeta;
}

export interface ClusterRoleList {
  apiVersion: 'rbac.authorization.k8s.io/v1';
  items: ClusterRole[];
  kind: 'ClusterRoleList';
  metadata?: metaV1.ListMeta;
}

export interface PolicyRule {
  apiGroups?: string[];
  nonResourceURLs?: string[];
  resourceNames?: string[];
  resources?: string[];
  verbs: string[];
}

export interface Role {
  apiVersion: 'rbac.authorization.k8s.io/v1';
  kind: 'Role';
  metadata?: metaV1.ObjectMeta;
  rules?: PolicyRule[];
}

export interface RoleBinding {
  apiVersion: 'rbac.authorization.k8s.io/v1';
  kind: 'RoleBinding';
  metadata?: metaV1.ObjectMeta;
  roleRef: RoleRef;
  subjects?: Subject[];
}

export interface RoleBindingList {
  apiVersion: 'rbac.authorization.k8s.io/v1';
  items: RoleBinding[];
  kind: 'RoleBindingList';
  metadata?: metaV1.ListMeta;
}

export interface RoleList {
  apiVersion: 'rbac.authorization.k8s.io/v1';
  items: Role[];
  kind: 'RoleList';
  metadata?: metaV1.ListMeta;
}

export interface RoleRef {
  apiGroup?: string;
  kind: string;
  name: string;
}

export interface Subject {
  apiGroup?: string;
  kind: string;
  name: string;
  namespace?: string;
}

import { methodOf } from '../check/declarations';
import type { Library } from './library';

const PACKAGE = 'kubernetes.authorization';
export const AUTHORIZER = `${PACKAGE}.Authorizer`;
export const RESOURCE_CHECK = `${PACKAGE}.ResourceCheck`;
const DECISION = `${PACKAGE}.Decision`;

/** `k8s.io/apiserver/pkg/cel/library`: Authz. Only a running server can answer. */
export const authorization: Library = {
  introduced: 27,
  functions: [
    methodOf('authorizer_path', `path(${AUTHORIZER}, string): ${PACKAGE}.PathCheck`),
    methodOf('authorizer_group', `group(${AUTHORIZER}, string): ${PACKAGE}.GroupCheck`),
    methodOf('authorizer_serviceaccount', `serviceAccount(${AUTHORIZER}, string, string): ${AUTHORIZER}`),
    methodOf('groupcheck_resource', `resource(${PACKAGE}.GroupCheck, string): ${RESOURCE_CHECK}`),
    ...['subresource', 'namespace', 'name'].map((name) =>
      methodOf(`resourcecheck_${name}`, `${name}(${RESOURCE_CHECK}, string): ${RESOURCE_CHECK}`),
    ),
    methodOf('pathcheck_check', `check(${PACKAGE}.PathCheck, string): ${DECISION}`),
    methodOf('resourcecheck_check', `check(${RESOURCE_CHECK}, string): ${DECISION}`),
    methodOf('decision_errored', `errored(${DECISION}): bool`),
    methodOf('decision_error', `error(${DECISION}): string`),
    methodOf('decision_allowed', `allowed(${DECISION}): bool`),
    methodOf('decision_reason', `reason(${DECISION}): string`),
  ],
};

/** `k8s.io/apiserver/pkg/cel/library`: AuthzSelectors, of the feature AuthorizeWithSelectors. */
export const authorizationSelectors: Library = {
  introduced: 31,
  functions: [
    methodOf('authorizer_fieldselector', `fieldSelector(${RESOURCE_CHECK}, string): ${RESOURCE_CHECK}`),
    methodOf('authorizer_labelselector', `labelSelector(${RESOURCE_CHECK}, string): ${RESOURCE_CHECK}`),
  ],
};

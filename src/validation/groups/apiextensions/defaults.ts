import type { Changes } from '../../rule';

const PACKAGE = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1';

/** apiextensions-apiserver `pkg/apis/apiextensions/v1/defaults.go` */
export const apiextensionsDefaults: Changes = {
  [`${PACKAGE}.CustomResourceDefinitionSpec`]: (spec) => {
    spec.conversion ??= { strategy: 'None' };
  },
  [`${PACKAGE}.CustomResourceDefinitionNames`]: (names, node) => {
    // The status has names, too, which the server does not fill.
    if (node.field !== 'names') return;
    names.singular ||= (names.kind ?? '').toLowerCase();
    if ((names.kind ?? '') !== '') names.listKind ||= `${names.kind}List`;
  },
  [`${PACKAGE}.ServiceReference`]: (service) => {
    service.port ??= 443;
  },
};

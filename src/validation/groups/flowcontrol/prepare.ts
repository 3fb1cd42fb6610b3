import type { Change, Changes } from '../../rule';

const clearStatus: Change = (object) => {
  delete object.status;
};

/** The strategies of `pkg/registry/flowcontrol`. */
export const flowcontrolPreparations: Changes = Object.fromEntries(
  ['v1beta2', 'v1beta3', 'v1'].flatMap((version) =>
    ['FlowSchema', 'PriorityLevelConfiguration'].map((kind) => [
      `io.k8s.api.flowcontrol.${version}.${kind}`,
      clearStatus,
    ]),
  ),
);

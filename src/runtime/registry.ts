import { cpuOfNoNode, memoryLimitInBytes } from './rules/amounts';
import { imageArgumentMissing, imageArgumentRefused } from './rules/arguments';
import {
  capabilityUnknown,
  capabilityWithoutEffect,
  imageCapabilitiesDropped,
  rootWithoutCapabilities,
} from './rules/capabilities';
import { imageContentHidden, volumeOwnedByRoot } from './rules/content';
import { dataInVolumeRoot, dataOutsideVolume } from './rules/data-volumes';
import { envFromKey, subPathVariableMissing, variableUnresolved } from './rules/environment';
import { fileCapabilityDropped } from './rules/file-capabilities';
import { variableInHandler } from './rules/handler-variables';
import { imageReferenceInvalid, imageTagFloating, imageTagForm, imageTagMissingValue } from './rules/image-names';
import { memoryLimitTooSmall } from './rules/memory';
import { mountType } from './rules/mount-types';
import { commandNotExecutable, mountedFileUnreadable } from './rules/mounted-files';
import { hostPathDocker, hostPathType, osMismatch, profileOnNode, sysctlNotAllowed } from './rules/node';
import { podLargerThanNode, requestsExceedNodes } from './rules/node-sizes';
import { imagePathNotWritable } from './rules/paths';
import { portsCollide, servicePortNotServed } from './rules/port-conflicts';
import {
  imagePortNotServed,
  privilegedPort,
  probePathNotServed,
  probePortNotServed,
  probePortUndeclared,
  probeProtocol,
} from './rules/ports';
import { containerEnds, imageProgramMissing, initContainerNeverEnds, jobNeverCompletes } from './rules/programs';
import { imageFileMissing, imageVariableMissing, imageVariableRefused } from './rules/settings';
import { userNamespaceId, userNamespaceVolume } from './rules/user-namespaces';
import { imageRunsAsRoot, imageUserNotNumeric, imageUserUnknown, rootUserUnderNonRoot } from './rules/users';
import type { RuntimeRule } from './runtime-rule';

/** Every check of what the kubelet, the container runtime and the image do. */
export const RUNTIME_RULES: readonly RuntimeRule[] = [
  imageReferenceInvalid,
  imageTagMissingValue,
  imageTagForm,
  imageTagFloating,
  cpuOfNoNode,
  memoryLimitInBytes,
  memoryLimitTooSmall,
  imageRunsAsRoot,
  imageUserNotNumeric,
  rootUserUnderNonRoot,
  imageUserUnknown,
  imagePathNotWritable,
  imageContentHidden,
  mountType,
  dataOutsideVolume,
  dataInVolumeRoot,
  volumeOwnedByRoot,
  mountedFileUnreadable,
  commandNotExecutable,
  imageCapabilitiesDropped,
  rootWithoutCapabilities,
  capabilityWithoutEffect,
  fileCapabilityDropped,
  capabilityUnknown,
  imagePortNotServed,
  servicePortNotServed,
  portsCollide,
  privilegedPort,
  probePortUndeclared,
  probePortNotServed,
  probeProtocol,
  probePathNotServed,
  imageProgramMissing,
  imageVariableMissing,
  imageVariableRefused,
  imageFileMissing,
  imageArgumentMissing,
  imageArgumentRefused,
  containerEnds,
  initContainerNeverEnds,
  jobNeverCompletes,
  variableUnresolved,
  variableInHandler,
  subPathVariableMissing,
  envFromKey,
  sysctlNotAllowed,
  hostPathType,
  hostPathDocker,
  profileOnNode,
  userNamespaceId,
  userNamespaceVolume,
  osMismatch,
  podLargerThanNode,
  requestsExceedNodes,
];

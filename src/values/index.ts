export { canonicalCidr, canonicalIp, cidr, cidrWarnings, ip, ipWarnings, isStrictlyWithin } from './address-fields';
export {
  type Address,
  addressText,
  contains,
  hasLeadingZeros,
  isIpv4,
  isIpv6,
  isMapped,
  parseAddress,
  parseRange,
  type Range,
  rangeText,
} from './addresses';
export { requireArguments } from './arguments';
export { cronSchedule, neverRuns, SCHEDULE_DESCRIPTORS } from './cron-schedule';
export { parseFieldPath } from './field-path';
export { type GoUrl, parseGoUrl } from './go-url';
export { countIndexes } from './index-intervals';
export { countOrPercent, type IntOrString, isZeroOrZeroPercent, notMoreThan100Percent, podsOf } from './int-or-string';
export {
  cIdentifier,
  configMapKey,
  domainPrefixedPath,
  environmentVariableName,
  fullyQualifiedDomainName,
  fullyQualifiedName,
  httpHeaderName,
  inRange,
  portName,
  portNumber,
} from './keys';
export {
  isEmptySelector,
  isLabelSelector,
  type LabelSelector,
  labelSelectorProblems,
  labelsProblems,
  selectorMatches,
  selectorText,
} from './label-selector';
export { literalPattern } from './literal-pattern';
export { byteLength, MUST_NOT_BE_NEGATIVE } from './messages';
export {
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  dns1123SubdomainWithUnderscore,
  LABEL_LIMIT,
  labelValue,
  maskTrailingDash,
  pathSegmentName,
  pathSegmentPrefix,
  qualifiedName,
  SUBDOMAIN_LIMIT,
  wildcardDns1123Subdomain,
} from './names';
export { ownField, setOwnField } from './own-field';
export { plainCopy } from './plain-copy';
export { amountsOf, type PodAmountsOptions, podAmounts } from './pod-amounts';
export { qosClassOfPod } from './qos-class';
export {
  canonicalQuantity,
  compareQuantities,
  isWholeQuantity,
  parseQuantity,
  type Quantity,
  quantity,
  quantityText,
  scaledInt64,
  scaledUp,
  signOfQuantity,
} from './quantity';
export {
  addAmounts,
  addQuantities,
  countQuantity,
  largerAmounts,
  type ResourceAmounts,
  subtractAmounts,
  timesAmounts,
  ZERO,
} from './quantity-sums';
export {
  containerResourceName,
  isCountedResource,
  isExtendedResource,
  isHugePages,
  isOvercommitAllowed,
  isQuotaResource,
  quotaResourceName,
  quotaResourceNames,
  resourceName,
} from './resource-names';
export { copyOfPlain, isSamePlain } from './same-plain';
export { scheduleHint } from './schedule-hint';
export { endpointAddress } from './special-addresses';
export { fieldValue, type Step, stepsToField, valueAfter } from './steps-to-field';
export { begunName, didYouMean, differenceOf, nearestName, sameName, suggest } from './suggest';
export { isTimeZone, timeZones } from './time-zones';

import { hasChange } from '../../../facts';
import { byteLength, isExtendedResource, labelValue, qualifiedName } from '../../../values';
import { compile, deviceEnvironment, typeName } from '../../cel';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { driverName } from './device-names';
import { definition, deviceClass, resourceClaim, resourceSlice, SINCE } from './examples';

const EXPRESSION_LIMIT = 10 * 1024;
const PARAMETERS_LIMIT = 10 * 1024;
const LIMIT = 32;
/** Types of the result of a selector: an attribute may be a truth value. */
const RESULTS = ['bool', 'google.protobuf.Any'];
const EFFECTS = ['NoExecute', 'NoSchedule', 'None'];
const OPERATORS = ['Equal', 'Exists'];
const EXACTLY = 'spec.devices.requests[0].exactly';
const EXPRESSION = `${EXACTLY}.selectors[0].cel.expression`;
const OPAQUE = 'spec.devices.config[0].opaque';

const text = textsFor('validateCELSelector (pkg/apis/resource/validation)', resourceClaim);

export const deviceSelectorRules = rules(
  definition('DeviceSelector'),
  {
    'device-selector-required': text.required(
      '',
      'Devices are selected by an expression in CEL, which must be there.',
      { [`${EXACTLY}.selectors`]: [{}] },
      SINCE,
    ),
    'device-selector': text.invalid(
      '{detail}',
      'The expression must be CEL that compiles and says yes or no about `device`, with its driver, attributes and capacity.',
      { [EXPRESSION]: 'device.driver' },
      SINCE,
    ),
    'device-selector-too-long': text.tooLong(
      `may not be more than ${EXPRESSION_LIMIT} bytes`,
      'Long expressions take long to compute for each device, so 10 KiB is the limit.',
      { [EXPRESSION]: `'${'a'.repeat(EXPRESSION_LIMIT)}' == ''` },
      SINCE,
    ),
    'device-selector-undecided': text.warning(
      'the expression could not be checked here: it uses {detail}',
      'The CEL engine of this package does not support this part of the language, so only the server can check whether the expression compiles.',
      { [EXPRESSION]: 'google.protobuf.Value{} == null' },
      SINCE,
    ),
  },
  (node, report) => {
    const expression = node.value.cel?.expression ?? '';
    if (node.value.cel === undefined) report('device-selector-required', 'cel');
    else if (byteLength(expression) > EXPRESSION_LIMIT) report('device-selector-too-long', 'cel.expression');
    else {
      const compiled = compile(deviceEnvironment(node.minor), expression);
      if (compiled.outcome === 'refused') report('device-selector', 'cel.expression', { detail: compiled.message });
      else if (compiled.outcome === 'accepted' && !RESULTS.includes(typeName(compiled.type))) {
        const detail = `must evaluate to bool or the unknown type, not ${typeName(compiled.type)}`;
        report('device-selector', 'cel.expression', { detail });
      }
      if (compiled.outcome === 'undecided') {
        report('device-selector-undecided', 'cel.expression', { detail: compiled.reason });
      }
    }
  },
);

const config = textsFor('validateOpaqueConfiguration (pkg/apis/resource/validation)', resourceClaim);

export const deviceConfigurationRules = rules(
  [definition('DeviceClaimConfiguration'), definition('DeviceClassConfiguration')],
  {
    'device-config-required': config.required(
      '',
      'A configuration is for some driver, with an object that only the driver understands.',
      { [OPAQUE]: undefined },
      SINCE,
    ),
    'device-config-driver': config.invalid(
      '{detail}',
      'The name of a driver is a DNS subdomain, the same as in its ResourceSlices.',
      { [`${OPAQUE}.driver`]: 'gpu_example' },
      SINCE,
    ),
    'device-config-too-long': config.tooLong(
      '{detail}',
      'The name of a driver has 63 characters at most, and the object for it 10 KiB.',
      { [`${OPAQUE}.driver`]: 'a'.repeat(64) },
      SINCE,
    ),
    'device-config-parameters': config.invalid(
      'must be a valid JSON object',
      'The parameters for the driver are an object, not a string or an array.',
      { [`${OPAQUE}.parameters`]: ['fast'] },
      SINCE,
    ),
  },
  (node, report) => {
    const { opaque } = node.value;
    if (opaque === undefined) {
      report('device-config-required', 'opaque');
      return;
    }
    for (const { reason, message } of driverName(opaque.driver ?? '', node.minor)) {
      report(DRIVER_RULES[reason], 'opaque.driver', { detail: message });
    }
    const { parameters } = opaque;
    const length = parameters === undefined ? 0 : byteLength(JSON.stringify(parameters));
    if (parameters === undefined) report('device-config-required', 'opaque.parameters');
    else if (length > PARAMETERS_LIMIT) {
      const detail = `may not be more than ${PARAMETERS_LIMIT} bytes`;
      report('device-config-too-long', 'opaque.parameters', { detail });
    } else if (typeof parameters !== 'object' || Array.isArray(parameters)) {
      report('device-config-parameters', 'opaque.parameters', { value: '<value omitted>' });
    }
  },
);

const DRIVER_RULES = {
  FieldValueRequired: 'device-config-required',
  FieldValueInvalid: 'device-config-driver',
  FieldValueTooLong: 'device-config-too-long',
} as const;

const klass = textsFor('validateDeviceClassSpec (pkg/apis/resource/validation)', deviceClass);

export const deviceClassRules = rules(
  definition('DeviceClassSpec'),
  {
    'device-class-too-many': klass.tooMany(
      `must have at most ${LIMIT} items`,
      'A class has 32 selectors and 32 configurations at most.',
      { 'spec.selectors': Array.from({ length: LIMIT + 1 }, () => ({ cel: { expression: 'true' } })) },
      SINCE,
    ),
    'device-class-extended-resource': klass.invalid(
      'must be a valid extended resource name',
      'Containers can ask for devices of the class by this name, so it must be one of an extended resource, such as example.com/gpu.',
      { 'spec.extendedResourceName': 'gpu' },
      { since: '1.36' },
    ),
  },
  (node, report) => {
    const { extendedResourceName } = node.value;
    for (const field of ['selectors', 'config'] as const) {
      if ((node.value[field] ?? []).length <= LIMIT) continue;
      report('device-class-too-many', field);
      node.skip(field);
    }
    if (extendedResourceName !== undefined && !isExtendedResource(extendedResourceName)) {
      report('device-class-extended-resource', 'extendedResourceName');
    }
  },
);

const toleration = textsFor('validateDeviceToleration (pkg/apis/resource/validation)', resourceClaim);
const TOLERATION = `${EXACTLY}.tolerations[0]`;
const SINCE_TAINTS = { since: '1.34' } as const;
const taint = textsFor('validateDeviceTaint (pkg/apis/resource/validation)', resourceSlice);
const TAINT = { 'spec.devices[0].taints': [{ key: 'example.com/broken', effect: 'NoSchedule' }] };
const DEVICE_TAINT = definition('DeviceTaint');

export const deviceTaintRules = rules(
  [definition('DeviceToleration'), DEVICE_TAINT],
  {
    'device-taint-key': toleration.invalid(
      '{detail}',
      'Taints are identified by keys and values like those of labels.',
      { [`${TOLERATION}.key`]: 'a b' },
      SINCE_TAINTS,
    ),
    'device-taint-value': toleration.invalid(
      '{detail}',
      'The value is like that of a label, and empty when the mere existence of the taint is tolerated.',
      { [`${TOLERATION}.value`]: 'yes' },
      SINCE_TAINTS,
    ),
    'device-toleration-operator': toleration.notSupported(
      sortedValues(OPERATORS),
      'A toleration compares the value (Equal) or only requires that the taint exists (Exists).',
      { [`${TOLERATION}.operator`]: 'In' },
      SINCE_TAINTS,
    ),
    'device-taint-effect-required': taint.required(
      '',
      'A taint needs an effect: it keeps pods from being scheduled, evicts them, or is informational.',
      { 'spec.devices[0].taints[0].effect': '' },
      { ...SINCE_TAINTS, with: TAINT },
    ),
    'device-taint-effect': toleration.notSupported(
      sortedValues(EFFECTS),
      'A taint keeps pods from being scheduled (NoSchedule), evicts them (NoExecute), or is informational (None).',
      { [`${TOLERATION}.effect`]: 'PreferNoSchedule' },
      SINCE_TAINTS,
    ),
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { key = '', value = '', operator = '', effect = '' } = node.value;
    const isTaint = node.definition === DEVICE_TAINT;
    for (const detail of key === '' && !isTaint ? [] : qualifiedName(key))
      report('device-taint-key', 'key', { detail });
    if (isTaint || operator === 'Equal') {
      format('device-taint-value', 'value', value, labelValue);
    } else if (operator === 'Exists') {
      if (value !== '') report('device-taint-value', 'value', { detail: 'must be empty for operator `Exists`' });
    } else report('device-toleration-operator', 'operator', { value: operator });
    if (effect === '') {
      if (isTaint) report('device-taint-effect-required', 'effect');
    } else {
      const supported = hasChange(node.minor, 'DeviceTaintNone')
        ? EFFECTS
        : EFFECTS.filter((known) => known !== 'None');
      if (!supported.includes(effect)) report('device-taint-effect', 'effect', { value: effect, supported });
    }
  },
);

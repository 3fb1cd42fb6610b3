import { byteLength, qualifiedName } from '../../../values';
import { fieldChecks, type Report, rules } from '../../rule';
import { object } from './examples';

const V1 = 'io.k8s.api.core.v1.Event';
const LONGEST_WORD = 128;
const LONGEST_MESSAGE = 1024;

const event = (fields: object) =>
  object('Event', { involvedObject: { kind: 'Pod', name: 'web', namespace: 'default' }, ...fields });

const timed = (fields: object) =>
  event({
    eventTime: '2024-01-01T00:00:00.000000Z',
    action: 'Starting',
    reason: 'Started',
    reportingComponent: 'example.com/controller',
    reportingInstance: 'controller-1',
    ...fields,
  });

/** Events, which controllers write and manifests should not. */
export const eventRules = rules(
  [V1, 'io.k8s.api.events.v1.Event'],
  {
    'event-namespace': {
      reason: 'FieldValueInvalid',
      message: 'does not match event.namespace',
      why: 'An event is in the namespace of the object that it refers to.',
      source: 'legacyValidateEvent (pkg/apis/core/validation)',
      refused: event({ involvedObject: { kind: 'Pod', name: 'web', namespace: 'other' } }),
      accepted: event({}),
    },
    'event-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'An event with a time says who reports it, what was done and why.',
      source: 'legacyValidateEvent, ValidateEventCreate (pkg/apis/core/validation)',
      refused: timed({ action: '' }),
      accepted: timed({}),
    },
    'event-field': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Words of an event have at most 128 characters and its message 1024. The fields of the old API are left out in the new one.',
      source: 'legacyValidateEvent, ValidateEventCreate (pkg/apis/core/validation)',
      refused: timed({ reason: 'a'.repeat(LONGEST_WORD + 1) }),
      accepted: timed({ reason: 'a'.repeat(LONGEST_WORD) }),
    },
  },
  (node, report) => {
    const isOld = node.definition === V1;
    const { metadata, involvedObject, regarding, eventTime } = node.value;
    const namespace: string = metadata?.namespace ?? 'default';
    const about: string = (isOld ? involvedObject : regarding)?.namespace ?? '';
    const isTimed = eventTime !== undefined;
    const elsewhere = isTimed ? 'kube-system' : 'default';
    const fits = about === '' ? namespace === 'default' || namespace === elsewhere : isTimed || about === namespace;
    if (!fits) report('event-namespace', 'involvedObject.namespace', { value: about });
    if (isTimed) checkWords(node.value, isOld, report);
    if (!isOld) checkNew(node.value, report);
  },
);

function checkWords(value: any, isOld: boolean, report: Report): void {
  const { required, format } = fieldChecks(report);
  const controller = (isOld ? value.reportingComponent : value.reportingController) ?? '';
  const controllerField = isOld ? 'reportingComponent' : 'reportingController';
  required('event-required', controllerField, controller);
  format('event-field', controllerField, controller, qualifiedName);
  for (const field of ['reportingInstance', 'action', 'reason']) {
    const text = value[field] ?? '';
    required('event-required', field, text);
    if (byteLength(text) > LONGEST_WORD) {
      report('event-field', field, { detail: `can have at most ${LONGEST_WORD} characters`, value: '' });
    }
  }
  const message = (isOld ? value.message : value.note) ?? '';
  if (byteLength(message) > LONGEST_MESSAGE) {
    report('event-field', 'message', { detail: `can have at most ${LONGEST_MESSAGE} characters`, value: '' });
  }
}

function checkNew(value: any, report: Report): void {
  const { series, eventTime, type, deprecatedSource } = value;
  const wrong = (field: string, detail: string) => report('event-field', field, { detail, value: '' });
  if (series !== undefined) {
    if (!(series.count >= 2)) wrong('series.count', 'should be at least 2');
    if (series.lastObservedTime === undefined) report('event-required', 'series.lastObservedTime');
  }
  if (eventTime === undefined) report('event-required', 'eventTime');
  if (type !== 'Normal' && type !== 'Warning') wrong('type', `has invalid value: ${type ?? ''}`);
  if (value.deprecatedFirstTimestamp !== undefined) wrong('firstTimestamp', 'needs to be unset');
  if (value.deprecatedLastTimestamp !== undefined) wrong('lastTimestamp', 'needs to be unset');
  if (value.deprecatedCount) wrong('count', 'needs to be unset');
  if (deprecatedSource?.component || deprecatedSource?.host) wrong('source', 'needs to be unset');
}

import { minorOf, NEWEST_VERSION } from '../../facts';
import {
  fieldMessage,
  type Message,
  OMITTED,
  offendingValue,
  type Params,
  printedValue,
  type RawFinding,
  type Reason,
  type RuleText,
  renderMessage,
} from '../../findings';
import type { KubernetesDocument } from '../../schema';
import { didYouMean } from '../../values';
import { GoValue, printGoValue, printTyped, type TypedValue, valueAtField } from '../printing';
import type { FieldNode } from '../rule';
import { joinPath } from './walk-node';

/** What a check reported: where, and with which parameters. */
interface Reported {
  readonly node: FieldNode;
  readonly field: string;
  readonly params: Params | undefined;
}

/** The finding for a report: its message in the words of that version, its value, its parameters. */
export function reportedFinding(
  document: KubernetesDocument,
  rule: string,
  text: RuleText,
  reported: Reported,
): RawFinding {
  const { node, field, params = {} } = reported;
  const { minor } = node;
  const path = joinPath(node.path, field);
  const { value, printed } = isSecretData(node, path, params) ? HIDDEN : refusedValue(document, text.reason, reported);
  const supported = params.supported ?? text.supported;
  const detail = renderMessage(messageOf(text), { ...params, value, supported }, minor);
  const { value: _, hint, ...others } = params;
  return {
    rule,
    severity: text.severity ?? 'error',
    reason: text.reason,
    path,
    message: text.severity === 'warning' ? detail : fieldMessage(text.reason, printed, detail),
    hint: hint ?? (text.reason === 'FieldValueNotSupported' ? choiceHint(value, supported) : undefined),
    value: offendingValue(value),
    params:
      Object.keys(others).length === 0 && supported === undefined
        ? undefined
        : { ...others, ...(supported === undefined ? {} : { supported }) },
  };
}

function messageOf({ message, reason }: RuleText): Message {
  return message ?? (reason === 'FieldValueNotSupported' ? 'supported values: {supported}' : '');
}

const HIDDEN = { value: undefined, printed: undefined };

/** Data of a Secret is never shown; a key that is refused is part of the path anyway. */
function isSecretData(node: FieldNode, path: string, params: Params): boolean {
  if (node.root.value?.kind !== 'Secret' || !/^(?:data|stringData)\b/.test(path)) return false;
  return typeof params.value !== 'string' || !path.endsWith(`[${params.value}]`);
}

function refusedValue(
  document: KubernetesDocument,
  reason: Reason,
  { node, field, params }: Reported,
): { readonly value: unknown; readonly printed: string | undefined } {
  const { minor } = node;
  if (params !== undefined && Object.hasOwn(params, 'value')) {
    const { value } = params;
    if (value instanceof GoValue) {
      // What cannot be predicted, the address of a pointer, is shown as the newest version shows it: as the field holds it.
      const printed = printGoValue(value, minor) ?? printedValue(value.value, minorOf(NEWEST_VERSION));
      return { value: value.value, printed };
    }
    return value === OMITTED ? HIDDEN : { value, printed: printedValue(value, minor) };
  }
  const typed: TypedValue = valueAtField(document, node.definition, node.value, field);
  if (reason === 'FieldValueTooMany') return counted(typed.value);
  return { value: typed.value, printed: printTyped(typed, minor) };
}

/** The server shows how many there are, and not what they are. */
function counted(value: unknown): { readonly value: unknown; readonly printed: string | undefined } {
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
  return { value: count, printed: count === undefined ? undefined : String(count) };
}

/** `did you mean "ClusterIP"?` for a word that is not among those that the field takes. */
function choiceHint(value: unknown, supported: unknown): string | undefined {
  return typeof value === 'string' && Array.isArray(supported) ? didYouMean(value, supported) : undefined;
}

export { fieldMessage, reasonWords, showsValue, TOO_LONG, TOO_LONG_MAX_LENGTH } from './field-error';
export type { Category, Finding, Reason, Severity } from './finding';
export { goJson, goNumber, goQuote } from './go-text';
export { type InputObject, type InputOrigin, inputOf } from './input';
export { type Message, OMITTED, type Params, renderMessage } from './message';
export { offendingValue } from './offending-value';
export { FIRST_WITH_JSON, goSyntax, printedValue } from './printed-value';
export type { RawFinding } from './raw-finding';
export type { RuleText } from './rule-text';

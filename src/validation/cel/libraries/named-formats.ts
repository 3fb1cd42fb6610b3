import {
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  labelValue,
  maskTrailingDash,
  qualifiedName,
} from '../../../values';
import { hasFormat } from '../../schema-values';
import { functionOf, methodOf } from '../check/declarations';
import { ListValue, NONE, ObjectValue, OptionalValue } from '../values/values';
import type { Library } from './library';
import { requestUriProblem } from './urls';

type Validate = (text: string) => readonly string[];

export class FormatValue extends ObjectValue {
  public readonly typeName = 'kubernetes.NamedFormat';

  public constructor(
    private readonly name: string,
    public readonly validate: Validate,
  ) {
    super();
  }

  public override equals(other: FormatValue): boolean {
    return this.name === other.name;
  }
}

const prefix =
  (validate: Validate): Validate =>
  (text) =>
    validate(maskTrailingDash(text));

const schemaFormat =
  (format: string, message: string): Validate =>
  (text) =>
    hasFormat(format, text, 0) ? [] : [message];

const FORMATS: Readonly<Record<string, Validate>> = {
  dns1123Label,
  dns1123Subdomain,
  dns1035Label,
  qualifiedName,
  dns1123LabelPrefix: prefix(dns1123Label),
  dns1123SubdomainPrefix: prefix(dns1123Subdomain),
  dns1035LabelPrefix: prefix(dns1035Label),
  labelValue,
  uri: (text) => {
    const problem = requestUriProblem(text);
    return problem === undefined ? [] : [problem];
  },
  uuid: schemaFormat('uuid', 'does not match the UUID format'),
  byte: schemaFormat('byte', 'invalid base64'),
  date: schemaFormat('date', 'invalid date'),
  datetime: schemaFormat('datetime', 'invalid datetime'),
};

const values = new Map(Object.entries(FORMATS).map(([name, validate]) => [name, new FormatValue(name, validate)]));

function validate(format: FormatValue, text: string): OptionalValue {
  const problems = format.validate(text);
  return problems.length === 0 ? NONE : new OptionalValue(new ListValue(problems));
}

/** `k8s.io/apiserver/pkg/cel/library`: Format. */
export const namedFormats: Library = {
  introduced: 31,
  functions: [
    ...[...values].map(([name, value]) =>
      functionOf(`format.${name}`, `format.${name}(): kubernetes.NamedFormat`, () => value),
    ),
    functionOf('format-named', 'format.named(string): optional<kubernetes.NamedFormat>', (name: string) => {
      const value = values.get(name);
      return value === undefined ? NONE : new OptionalValue(value);
    }),
    methodOf('format-validate', 'validate(kubernetes.NamedFormat, string): optional<list<string>>', validate),
  ],
};

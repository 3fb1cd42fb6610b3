import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import { customList, kindKey } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { textsIn } from './expressions';

/** Kinds of External Secrets, and the field with what they read. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  'external-secrets.io/ExternalSecret': 'spec',
  'external-secrets.io/ClusterExternalSecret': 'spec.externalSecretSpec',
};

/** Actions of a template of Go, what in them is text, and those in which a dot is something else. */
const ACTIONS = /\{\{(?!-?\s*\/\*)(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`])*?\}\}/g;
const TEXTS = /"(?:[^"\\]|\\.)*"|`[^`]*`/g;
const SCOPES = /\{\{-?\s*(?:range|with|define|block|template)\b/;
/** `.name` of all values: not of another one, as in `$value.name` and `(fromJson .a).name`. */
const FIELD = /(?<![\w.)\]])\.([A-Za-z_]\w*)/g;

/**
 * Values that a template of an ExternalSecret names and nothing gives: `map has no entry for key`.
 *
 * @see https://github.com/external-secrets/external-secrets/blob/main/runtime/template/v2/template.go missingkey=error
 */
export function unknownInTemplate(object: any): Dangling[] {
  const path = TEMPLATES[kindKey(object?.apiVersion, object?.kind)];
  const [spec] = path === undefined ? [] : valuesAt(object, path);
  const { target, data, dataFrom } = spec?.value ?? {};
  const engine = target?.template?.engineVersion ?? 'v2';
  // What `dataFrom` reads is not known.
  if (engine !== 'v2' || customList(dataFrom).length > 0) return [];
  const names = customList(data).map((one) => String(one?.secretKey));
  const at = `${path}.target.template`;
  return ['data', 'metadata', 'templateFrom[].literal']
    .flatMap((field) => valuesAt(target?.template, field, at))
    .flatMap(({ value, field }) => textsIn(value, field))
    .flatMap(([text, field]): Dangling[] => {
      if (SCOPES.test(text)) return [];
      const used = [...text.matchAll(ACTIONS)].flatMap(([action]) => [
        ...action.replaceAll(TEXTS, '""').matchAll(FIELD),
      ]);
      const unknown = used.find(([, name]) => !names.includes(name!))?.[1];
      if (unknown === undefined) return [];
      const message = `the template names ${JSON.stringify(unknown)}, and no secretKey of data is called that`;
      return [
        {
          field,
          message,
          hint: didYouMean(unknown, names) ?? `its keys are ${names.join(', ') || 'none'}`,
          certainty: 'wrong',
        },
      ];
    });
}

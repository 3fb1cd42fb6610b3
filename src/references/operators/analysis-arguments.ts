import { didYouMean } from '../../values';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf } from '../input/placed';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const API = 'argoproj.io/v1alpha1';
const template = {
  apiVersion: API,
  kind: 'AnalysisTemplate',
  metadata: { name: 'errors' },
  spec: { args: [{ name: 'service-name' }], metrics: [] },
};
const rollout = (name: string) => ({
  apiVersion: API,
  kind: 'Rollout',
  metadata: { name: 'shop' },
  spec: {
    strategy: {
      canary: { steps: [{ analysis: { templates: [{ templateName: 'errors' }], args: [{ name, value: 'shop' }] } }] },
    },
  },
});

/** Arguments of templates that neither have a value nor get one. */
export const analysisArgument: ReferenceRule = {
  id: 'analysis-argument-missing',
  message: 'argument "service-name" of AnalysisTemplate "errors" has no value',
  why: 'Argo Rollouts does not start an analysis with an argument that has no value ("args.service-name was not resolved"): the Rollout becomes Degraded.',
  hint: 'pass the argument in args, or give it a value in the template',
  source: 'https://argo-rollouts.readthedocs.io/en/stable/features/analysis/#analysis-template-arguments',
  refused: [template, rollout('service')],
  accepted: [template, rollout('service-name')],
  on: ['argoproj.io/Rollout', 'argoproj.io/Experiment'],
  check: ({ object }, cluster) =>
    analysesOf(object).flatMap(({ analysis, field, references }): Dangling[] => {
      const templates = templatesOf(references, namespaceOf(object), cluster);
      if (templates === undefined) return [];
      const passed = customList(analysis.args);
      // A Rollout passes an argument without a value as an empty one.
      const given = object.kind === 'Rollout' ? passed : passed.filter(hasValue);
      const all = templates.flatMap((one) => customList(one.object.spec?.args).map((argument) => ({ argument, one })));
      const names = new Set(all.map(({ argument }) => argument?.name));
      return [...names].flatMap((name): Dangling[] => {
        const same = all.filter(({ argument }) => argument?.name === name);
        if (typeof name !== 'string' || same.some(({ argument }) => hasValue(argument))) return [];
        if (given.some((argument) => argument?.name === name)) return [];
        const { object: of, index } = same[0]!.one;
        const message = `argument ${JSON.stringify(name)} of ${of.kind} ${JSON.stringify(of.metadata.name)} has no value`;
        const unknown = passed.findIndex((argument) => !names.has(argument?.name) && isMeant(argument?.name, name));
        return unknown < 0
          ? [{ field: `${field}${references[index]!.field}`, message, certainty: 'wrong' }]
          : [
              {
                field: `${field}.args[${unknown}].name`,
                message: `${message}; ${JSON.stringify(passed[unknown].name)} is passed`,
                hint: `did you mean ${JSON.stringify(name)}?`,
                certainty: 'wrong',
              },
            ];
      });
    }),
};

const hasValue = (argument: any): boolean => (argument?.value ?? argument?.valueFrom ?? undefined) !== undefined;

/** `service` for `service-name`, or a slip. */
function isMeant(passed: unknown, name: string): boolean {
  if (typeof passed !== 'string' || passed === '') return false;
  return name.includes(passed) || passed.includes(name) || didYouMean(passed, [name]) !== undefined;
}

interface TemplateReference {
  readonly templateName?: unknown;
  readonly clusterScope?: unknown;
  readonly field: string;
}

interface Analysis {
  readonly analysis: any;
  readonly field: string;
  readonly references: readonly TemplateReference[];
}

/** What makes an analysis in a Rollout or Experiment, with the templates that are joined in it. */
function analysesOf({ kind, spec }: any): Analysis[] {
  const joined = (analysis: any, field: string): Analysis => ({
    analysis: analysis ?? {},
    field,
    references: customList(analysis?.templates).map((one, index) => ({
      ...one,
      field: `.templates[${index}].templateName`,
    })),
  });
  const single = (list: unknown, field: string): Analysis[] =>
    customList(list).map((analysis, index) => ({
      analysis: analysis ?? {},
      field: `${field}[${index}]`,
      references: [{ ...analysis, field: '.templateName' }],
    }));
  if (kind === 'Experiment') return single(spec?.analyses, 'spec.analyses');
  const { canary, blueGreen } = spec?.strategy ?? {};
  const at = 'spec.strategy';
  return [
    joined(canary?.analysis, `${at}.canary.analysis`),
    joined(blueGreen?.prePromotionAnalysis, `${at}.blueGreen.prePromotionAnalysis`),
    joined(blueGreen?.postPromotionAnalysis, `${at}.blueGreen.postPromotionAnalysis`),
    ...customList(canary?.steps).flatMap((step, index) => [
      joined(step?.analysis, `${at}.canary.steps[${index}].analysis`),
      ...single(step?.experiment?.analyses, `${at}.canary.steps[${index}].experiment.analyses`),
    ]),
  ];
}

/** The templates with those within them, and the number of the reference; undefined when one, which may have values, is not known. */
function templatesOf(
  references: readonly TemplateReference[],
  namespace: string,
  cluster: Cluster,
): { object: any; index: number }[] | undefined {
  const found = new Map<any, number>();
  const isKnown = (reference: any, index: number): boolean => {
    const object =
      reference?.clusterScope === true
        ? cluster.find('argoproj.io/ClusterAnalysisTemplate', null, reference.templateName)
        : cluster.find('argoproj.io/AnalysisTemplate', namespace, reference?.templateName);
    if (object === undefined || cluster.isExternal(object)) return false;
    if (found.has(object)) return true;
    found.set(object, index);
    return customList(object.spec?.templates).every((inner) => isKnown(inner, index));
  };
  return references.every(isKnown) ? [...found].map(([object, index]) => ({ object, index })) : undefined;
}

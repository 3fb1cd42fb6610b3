import { groupOf } from '../../facts';
import { customList } from './placed';

/** A chart that a controller of the cluster installs. */
export interface Release {
  readonly name: string;
  /** Undefined when it is not known. */
  readonly chart: string | undefined;
  readonly namespace: string | undefined;
  readonly values: unknown;
  /** Further values are read from ConfigMaps. */
  readonly hasMoreValues?: boolean;
}

const FLUX = 'helm.toolkit.fluxcd.io/HelmRelease';
const ARGO = 'argoproj.io/Application';
const K3S = 'helm.cattle.io/HelmChart';

/** Group and kind of the objects that install charts. */
export const RELEASE_KINDS: readonly string[] = [FLUX, ARGO, K3S];

/** The charts that an object installs, in the namespace where it installs them. */
export function releasesOf(object: any): readonly Release[] {
  const { spec, metadata } = object ?? {};
  const name = String(metadata?.name);
  switch (`${groupOf(String(object?.apiVersion ?? ''))}/${object?.kind}`) {
    case FLUX: {
      const chart = text(spec?.chart?.spec?.chart) ?? text(spec?.chartRef?.name);
      const namespace = text(spec?.targetNamespace) ?? text(metadata?.namespace);
      const hasMoreValues = customList(spec?.valuesFrom).some((one) => one?.kind === 'ConfigMap');
      const release = text(spec?.releaseName) ?? name;
      return [{ name: release, chart: lastPart(chart), namespace, values: spec?.values, hasMoreValues }];
    }
    case ARGO:
      return [spec?.source, ...customList(spec?.sources)].flatMap((source): Release[] => {
        const chart = text(source?.chart);
        if (chart === undefined) return [];
        const { releaseName, valuesObject: values } = source.helm ?? {};
        const namespace = text(spec?.destination?.namespace);
        return [{ name: text(releaseName) ?? name, chart: lastPart(chart), namespace, values }];
      });
    case K3S: {
      const namespace = text(spec?.targetNamespace) ?? text(metadata?.namespace);
      return [{ name, chart: lastPart(text(spec?.chart)), namespace, values: undefined }];
    }
    default:
      return [];
  }
}

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A chart may be a path or an address. */
export const lastPart = (chart: string | undefined): string | undefined => chart?.slice(chart.lastIndexOf('/') + 1);

/** What is there before a chart is installed. */
const BEFORE =
  /^(?:Namespace|AppProject|Application|HelmRelease|Kustomization|HelmChart|(?:Git|Helm|OCI)Repository|Bucket)$/;

/** Whether a chart may have objects of a kind. */
export function isOfCharts(kind: string): boolean {
  return !BEFORE.test(kind);
}

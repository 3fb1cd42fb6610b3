import type { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { checked, checkProps } from '../props';
import { definedFields, type ObjectReference, secondsOf } from './checks';
import { type DownwardFile, downwardItems, type FileOptions, filesOf } from './volume-files';

/** Minimum lifetime of a projected token: ten minutes. */
const SHORTEST_TOKEN_SECONDS = 600;

/**
 * A source of a projected volume, which combines several sources in one directory.
 *
 * @example
 * Volumes.projected('credentials', [Projection.secret('user'), Projection.secret('pass')])
 */
@checked('Projection')
export class Projection {
  /** Keys of a Secret as files. @default all keys */
  public static secret(secret: ObjectReference, options: FileOptions = {}): Projection {
    const files = withoutMode(filesOf('Projection.secret', secret, options));
    return new Projection({ secret: definedFields(files) }, secret);
  }

  /** Keys of a ConfigMap as files. @default all keys */
  public static configMap(configMap: ObjectReference, options: FileOptions = {}): Projection {
    const files = withoutMode(filesOf('Projection.configMap', configMap, options));
    return new Projection({ configMap: definedFields(files) }, configMap);
  }

  /** Fields of the pod as files: `{ labels: 'metadata.labels' }`. */
  public static downwardApi(files: Readonly<Record<string, DownwardFile>>): Projection {
    return new Projection({ downwardAPI: { items: downwardItems(files) } });
  }

  /** A token of the pod's service account, rotated before it expires. */
  public static serviceAccountToken(
    path: string,
    options: {
      /** Audience of the token. @default the API server */
      readonly audience?: string;
      /** Ten minutes or more. @default 1 h */
      readonly expiration?: Duration;
    } = {},
  ): Projection {
    let seconds: number | undefined;
    checkProps('Projection.serviceAccountToken', (reportIssue) => {
      seconds = secondsOf(reportIssue, 'expiration', options.expiration, SHORTEST_TOKEN_SECONDS);
    });
    return new Projection({
      serviceAccountToken: definedFields({ path, audience: options.audience, expirationSeconds: seconds }),
    });
  }

  private constructor(
    public readonly source: coreV1.VolumeProjection,
    /** The Secret or ConfigMap that was passed. */
    public readonly content?: ObjectReference,
  ) {}
}

function withoutMode<Files extends { defaultMode?: number }>({ defaultMode: _, ...files }: Files) {
  return files;
}

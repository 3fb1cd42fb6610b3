import { CommandError } from '../command-error';

const TIMEOUT_SECONDS = 60;

/** Body of a URL's answer. */
export async function download(url: string): Promise<Buffer> {
  if (!URL.canParse(url)) throw new CommandError(`${JSON.stringify(url)} is not a URL`);
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) });
  } catch (error) {
    throw new CommandError(`${url} cannot be reached: ${reasonOf(error)}`);
  }
  if (!response.ok) {
    throw new CommandError(`${url} answered ${response.status} ${response.statusText}${hintFor(response.status)}`);
  }
  try {
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new CommandError(`${url} ended in the middle of the download: ${reasonOf(error)}`);
  }
}

function hintFor(status: number): string {
  return status === 401 || status === 403 ? '; for a cluster that asks who you are, use --from cluster' : '';
}

/** Node wraps what went wrong; the innermost code or message is what people know. */
function reasonOf(error: unknown): string {
  if ((error as Error).name === 'TimeoutError') return `no answer within ${TIMEOUT_SECONDS} seconds`;
  const cause = (error as { cause?: unknown }).cause ?? error;
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  const { code, message } = first as NodeJS.ErrnoException;
  return oneLine(code ?? message);
}

function oneLine(text: string): string {
  return text.split('\n')[0]!.trim();
}

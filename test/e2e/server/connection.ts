import { Agent, type RequestOptions, request } from 'node:https';

/** Where a server listens and how to be let in. */
export interface Address {
  /** Such as `https://127.0.0.1:6443`. */
  readonly url: string;
  readonly token: string;
  /** File with the certificate of the server, PEM. */
  readonly certificate: string;
  readonly kubeconfig: string;
  /** Such as `1.36.3`. */
  readonly release: string;
}

export interface Answer {
  readonly code: number;
  readonly body: any;
  readonly warnings: readonly string[];
}

/** Keep-alive connections to one server. */
export class Connection {
  private readonly agent: Agent;

  constructor(
    readonly address: Address,
    connections = 8,
  ) {
    // The certificate is the server's own, made at start, on loopback: there is nobody to impersonate it.
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, rejectUnauthorized: false });
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: string): Promise<Answer> {
    return this.send('POST', path, body);
  }

  put(path: string, body: string): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  /** @param type Content type of the patch, such as `application/apply-patch+yaml`. */
  patch(path: string, body: string, type: string): Promise<Answer> {
    return this.send('PATCH', path, body, type);
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, body?: string, type = 'application/json'): Promise<Answer> {
    const options: RequestOptions = {
      method,
      agent: this.agent,
      headers: {
        authorization: `Bearer ${this.address.token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }),
      },
    };
    return new Promise((resolve, reject) => {
      const sent = request(this.address.url + path, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            code: response.statusCode ?? 0,
            body: parse(text),
            warnings: warningsOf(response.rawHeaders),
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `299 - "text with \"quotes\""` → the text; Node joins repeated headers with commas, so read them raw. */
function warningsOf(rawHeaders: readonly string[]): string[] {
  const warnings: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]!.toLowerCase() !== 'warning') continue;
    const quoted = /"((?:[^"\\]|\\.)*)"/.exec(rawHeaders[index + 1]!);
    if (quoted) warnings.push(quoted[1]!.replace(/\\(.)/g, '$1'));
  }
  return warnings;
}

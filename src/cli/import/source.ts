import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CommandError } from '../command-error';
import { askCluster } from './cluster';
import { download } from './download';

const unzip = promisify(gunzip);

/** Largest document that is taken, unpacked; the API documents of real servers have 2 to 5 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Reads one address on a server, such as `/openapi/v2`. */
export type Fetch = (address: string) => Promise<string>;

/** Text of a `--from` value: a file or a URL. */
export async function readSource(from: string): Promise<string> {
  return textOf(isUrl(from) ? await download(from) : await readLocalFile(from), from);
}

/** Reads addresses of the current kubeconfig's cluster. */
export const fetchFromCluster: Fetch = async (address) => textOf(await askCluster(address), `the cluster's ${address}`);

/** Reads addresses of the server that a URL belongs to. */
export function fetchBeside(url: string): Fetch {
  return (address) => readSource(new URL(address, url).href);
}

export function isUrl(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

async function readLocalFile(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).isDirectory()) throw new CommandError(`${file} is a directory; use a file`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new CommandError(code === 'ENOENT' ? `${file} does not exist` : `${file} cannot be read (${code})`);
  }
}

async function textOf(bytes: Buffer, from: string): Promise<string> {
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unpack(bytes, from) : bytes;
  const text = unpacked.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new CommandError(`${from} is empty`);
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(text)) {
    throw new CommandError(`${from} is an HTML or XML page (a login page, perhaps), not an API document`);
  }
  return text;
}

async function unpack(bytes: Buffer, from: string): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'Z_BUF_ERROR') throw new CommandError(`${from} is a truncated gzip file: download it again`);
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new CommandError(`${from} is larger than 256 MB when unpacked`);
    throw new CommandError(`${from} is a damaged gzip file: download it again`);
  }
}

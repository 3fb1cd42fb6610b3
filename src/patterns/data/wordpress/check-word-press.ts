import { checkOneOf, checkQuantity, checkSize, checkText, checkWhole, nameOf } from '../../../pod';
import type { ReportIssue } from '../../../props';
import { dns1123Subdomain } from '../../../values';
import { Scaling } from '../../scaling/scaling';
import { keysOf } from '../credentials/known-keys';
import { checkQos } from '../sql/check-sql-server';
import type { ContentStorage, WordPressProps } from './word-press-props';
import { SALT_NAMES, siteUrl } from './wp-config';

/** Default number of pods. */
export function scalingOf({ scaling, storage }: Pick<WordPressProps, 'scaling' | 'storage'>): Scaling {
  return scaling ?? Scaling.fixed(storage === 'image' ? 2 : 1);
}

/** Whether only the pods of one node can mount the content. */
export function isOnOneNode(storage: ContentStorage | 'image'): boolean {
  return storage !== 'image' && !storage.accessModes?.includes('ReadWriteMany');
}

/** Reports invalid props, except those that the workload checks. */
export function checkWordPress(props: WordPressProps, reportIssue: ReportIssue): void {
  if (typeof props.database?.connectionAs !== 'function') {
    reportIssue('database', 'expected a MySql, a MariaDb or an ExternalDatabase');
  }
  checkQos(props.qos, reportIssue);
  checkOneOf(reportIssue, 'variant', props.variant, ['apache', 'fpm']);
  checkWhole(reportIssue, 'userId', props.userId, { min: 1 });
  checkStorage(props, reportIssue);
  checkQuantity(reportIssue, 'maxUploadSize', props.maxUploadSize);
  checkText(reportIssue, 'tablePrefix', props.tablePrefix ?? 'wp_', (text) =>
    /^[A-Za-z0-9_]+$/.test(text) ? [] : ['must consist of letters, digits and underscores'],
  );
  checkSettings(props, reportIssue);
  if (props.salts !== undefined) checkSecret('salts', props.salts, SALT_NAMES, reportIssue);
  if (props.url !== undefined && !/^https?:\/\/[A-Za-z0-9.-]+(:\d+)?(\/[\w./-]*)?$/.test(props.url)) {
    reportIssue('url', `must be a URL, for example "https://blog.example.com", got ${JSON.stringify(props.url)}`);
  }
  if (props.nginxImage !== undefined && props.variant !== 'fpm')
    reportIssue('nginxImage', 'is only supported by the variant fpm');
  if (props.service?.type === 'None' && props.cron !== false) {
    reportIssue(
      'service',
      'must not be None, because the CronJob calls the site through the Service',
      'set cron: false',
    );
  }
  if (props.install !== undefined && siteUrl(props) === undefined) {
    reportIssue('install', 'requires the URL of the site', 'set url, or an ingress with a host');
  }
  checkNeighbors(props, reportIssue);
}

function checkStorage(props: WordPressProps, reportIssue: ReportIssue): void {
  const { storage, salts } = props;
  if (storage === 'image') {
    if (salts === undefined) {
      reportIssue(
        'salts',
        'is required with storage "image": otherwise each pod generates its own and logs out the users of other pods',
      );
    }
    return;
  }
  if (typeof storage !== 'object' || (storage.size === undefined) === (storage.claim === undefined)) {
    const found = typeof storage === 'object' && storage.size !== undefined ? 'both' : 'neither';
    reportIssue('storage', `exactly one of size and claim, or "image", is required, got ${found}`);
    return;
  }
  checkSize(reportIssue, 'storage.size', storage.size);
  if (storage.claim !== undefined) checkText(reportIssue, 'storage.claim', nameOf(storage.claim), dns1123Subdomain);
  if (storage.accessModes?.length === 0) reportIssue('storage.accessModes', 'must not be empty');
  for (const mode of storage.accessModes ?? []) {
    checkOneOf(reportIssue, 'storage.accessModes', mode, ['ReadWriteOnce', 'ReadWriteMany']);
  }
  const scaling = scalingOf(props);
  if (!isOnOneNode(storage) || scaling.maximum <= 1) return;
  const asked = scaling.isAutomatic ? `up to ${scaling.maximum} pods` : `${scaling.maximum} pods`;
  reportIssue(
    'scaling',
    `allows ${asked}, but the content is on a ReadWriteOnce volume, which pods on other nodes cannot mount`,
    'use a class with accessModes: ["ReadWriteMany"], or storage: "image"',
  );
}

function checkSettings({ constants = {}, php = {}, configExtra = '' }: WordPressProps, reportIssue: ReportIssue): void {
  for (const [name, value] of Object.entries(constants)) {
    if (!/^[A-Z_][A-Z0-9_]*$/.test(name))
      reportIssue('constants', `${JSON.stringify(name)} is not a name of a constant`);
    if (/PASSWORD|SECRET|(_|^)(KEY|SALT)$/.test(name)) {
      reportIssue(
        `constants.${name}`,
        'must not be set: the manifest must not contain secrets',
        'use a Secret and configExtra with getenv',
      );
    }
    if (typeof value === 'string' && /[\r\n]/.test(value)) reportIssue(`constants.${name}`, 'must be a single line');
  }
  for (const [name, value] of Object.entries(php)) {
    if (!/^[a-zA-Z][\w.]*$/.test(name)) reportIssue('php', `${JSON.stringify(name)} is not an option of php.ini`);
    if (/[\r\n]/.test(String(value))) reportIssue(`php.${name}`, 'must be a single line');
  }
  if (/(PASSWORD|SECRET)['"]\s*,\s*['"]/i.test(configExtra)) {
    reportIssue('configExtra', 'must not contain a password', 'read it from the environment with getenv');
  }
}

function checkNeighbors({ smtp, cache, install }: WordPressProps, reportIssue: ReportIssue): void {
  if (smtp !== undefined) {
    checkText(reportIssue, 'smtp.host', smtp.host, dns1123Subdomain);
    checkWhole(reportIssue, 'smtp.port', smtp.port, { min: 1, max: 65535 });
    checkOneOf(reportIssue, 'smtp.encryption', smtp.encryption, ['tls', 'ssl', 'none']);
    if (smtp.secret !== undefined) checkSecret('smtp.secret', smtp.secret, ['username', 'password'], reportIssue);
  }
  if (cache !== undefined) {
    checkOneOf(reportIssue, 'cache.type', cache.type, ['redis', 'memcached']);
    checkWhole(reportIssue, 'cache.port', cache.port, { min: 1, max: 65535 });
    if (typeof cache.host === 'string') checkText(reportIssue, 'cache.host', cache.host, dns1123Subdomain);
    if (cache.secret !== undefined) {
      if (cache.type === 'memcached') reportIssue('cache.secret', 'must not be set: memcached has no password');
      else checkSecret('cache.secret', cache.secret, ['password'], reportIssue);
    }
  }
  if (install !== undefined) {
    if (install.title === '') reportIssue('install.title', 'must not be empty');
    checkSecret('install.admin', install.admin, ['username', 'password', 'email'], reportIssue);
  }
}

/** Checks the name of a Secret, and its keys if this program creates it. */
function checkSecret(
  prop: string,
  secret: WordPressProps['salts'] & {},
  keys: readonly string[],
  reportIssue: ReportIssue,
): void {
  checkText(reportIssue, prop, nameOf(secret), dns1123Subdomain);
  const known = keysOf(secret);
  for (const key of known === undefined ? [] : keys) {
    if (!known!.includes(key))
      reportIssue(prop, `Secret ${JSON.stringify(nameOf(secret))} has no key ${JSON.stringify(key)}`);
  }
}

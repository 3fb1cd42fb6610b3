export { WordPress } from './word-press';
export type {
  CacheProps,
  ContentAccessMode,
  ContentStorage,
  CronProps,
  InstallProps,
  SmtpProps,
  WordPressProps,
  WordPressWorkloadProps,
} from './word-press-props';

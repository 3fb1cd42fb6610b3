export * from './validation/finding';

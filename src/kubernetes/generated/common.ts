// Generated from imports/ by "npm run imports:types"; do not edit.

export type Quantity = string | number;

export type RawExtension = { [key: string]: unknown };

export type IntOrString = number | string;

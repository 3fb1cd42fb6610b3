// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as coreV1 from './core-v1';
import type * as metaV1 from './meta-v1';

export interface Event {
  action?: string;
  apiVersion: 'events.k8s.io/v1';
  deprecatedCount?: number;
  deprecatedFirstTimestamp?: metaV1.Time;
  deprecatedLastTimestamp?: metaV1.Time;
  deprecatedSource?: coreV1.EventSource;
  eventTime: metaV1.MicroTime;
  kind: 'Event';
  metadata?: metaV1.ObjectMeta;
  note?: string;
  reason?: string;
  regarding?: coreV1.ObjectReference;
  related?: coreV1.ObjectReference;
  reportingController?: string;
  reportingInstance?: string;
  series?: EventSeries;
  type?: string;
}

export interface EventList {
  apiVersion: 'events.k8s.io/v1';
  items: Event[];
  kind: 'EventList';
  metadata?: metaV1.ListMeta;
}

export interface EventSeries {
  count: number;
  lastObservedTime: metaV1.MicroTime;
}

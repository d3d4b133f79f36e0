// Generated from types/analytics-sync-options.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `AnalyticsSyncOptions`. */
export const AnalyticsSyncOptionsSchema: SchemaObject = {
  type: 'object',
  properties: {
    includeDetailedMetrics: { type: 'boolean' },
    includeTrafficSources: { type: 'boolean' },
    includeSearchTerms: { type: 'boolean' },
  },
};

// Generated from types/analytics-sync-options.yaml of the message catalog. Change it there.
import type { Schema } from '../runtime/schema.js';

/** The JSON Schema of `AnalyticsSyncOptions`. */
export const AnalyticsSyncOptionsSchema: Schema = {
  type: 'object',
  properties: {
    includeDetailedMetrics: { type: 'boolean' },
    includeTrafficSources: { type: 'boolean' },
    includeSearchTerms: { type: 'boolean' },
  },
};

// Generated from types/listing-analytics.yaml of the message catalog. Change it there.
import type { SchemaObject } from '../runtime/schema.js';

/** The JSON Schema of `ListingAnalytics`. */
export const ListingAnalyticsSchema: SchemaObject = {
  type: 'object',
  properties: {
    views: { type: 'integer' },
    favorites: { type: 'integer' },
    sales: { type: 'integer' },
    revenue: { type: 'number' },
    conversionRate: { type: 'number' },
    averageOrderValue: { type: 'number' },
    topSearchTerms: { type: 'array', items: { type: 'string' } },
    trafficSources: { type: 'object', additionalProperties: {} },
    timeSeries: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          date: { type: 'string' },
          views: { type: 'integer' },
          sales: { type: 'integer' },
        },
      },
    },
  },
};

// Generated from messages/analytics/marketplace-intelligence-event.yaml of the message catalog. Change it there.
import type { MarketplaceIntelligenceEventMessage } from '../messages/marketplace-intelligence-event.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `MarketplaceIntelligenceEventMessage`. */
export const MarketplaceIntelligenceEventMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    marketplace: { type: 'string' },
    externalId: { type: 'string' },
    listing: {
      type: 'object',
      properties: {
        title: { type: 'string' },
        price: { type: 'number' },
        currency: { type: 'string' },
        url: { type: 'string' },
        thumbnailUrl: { type: 'string' },
      },
      required: ['title', 'price', 'currency', 'url', 'thumbnailUrl'],
    },
    metrics: {
      type: 'object',
      properties: {
        favorites: { type: 'integer' },
        reviewsCount: { type: 'integer' },
        averageRating: { type: 'number' },
        views: { type: 'integer' },
        salesCount: { type: 'integer' },
        salesVelocity: { type: 'number' },
        sentimentScore: { type: 'number' },
      },
    },
    metadata: {
      type: 'object',
      properties: {
        tags: { type: 'array', items: { type: 'string' } },
        materials: { type: 'array', items: { type: 'string' } },
        shopName: { type: 'string' },
        shopLocation: { type: 'string' },
        isDigital: { type: 'boolean' },
        isBestseller: { type: 'boolean' },
        isAd: { type: 'boolean' },
        isPopularNow: { type: 'boolean' },
        isStarSeller: { type: 'boolean' },
        hasFreeShipping: { type: 'boolean' },
        originalPrice: { type: 'number' },
        discountPercent: { type: 'number' },
        shopRating: { type: 'number' },
        shopReviewsCount: { type: 'integer' },
        reviews: { type: 'array', items: { type: 'string' } },
      },
    },
    queryContext: {
      type: 'object',
      properties: {
        searchQuery: { type: 'string' },
        pageNumber: { type: 'integer' },
        position: { type: 'integer' },
        filters: { type: 'object', additionalProperties: {} },
      },
    },
    collectedAt: { type: 'string', format: 'date-time' },
    collectorVersion: { type: 'string' },
    scrapingMethod: { type: 'string' },
  },
  required: ['marketplace', 'externalId', 'listing', 'collectedAt'],
};

/** Finds every problem of a payload of `marketplace-intelligence-event`. */
export const validateMarketplaceIntelligenceEvent: Validator<MarketplaceIntelligenceEventMessage> = compileValidator(MarketplaceIntelligenceEventMessageSchema);

/** Tells whether a value is a payload of `marketplace-intelligence-event`, typed as it is read. */
export const isMarketplaceIntelligenceEvent = validateMarketplaceIntelligenceEvent.accepts;

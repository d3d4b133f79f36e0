// Generated from messages/model/model-sellability-analysis-completed.yaml of the message catalog. Change it there.
import type { ModelSellabilityAnalysisCompletedMessage } from '../messages/model-sellability-analysis-completed.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';
import { ErrorDetailsSchema } from './types/error-details.js';

/** The JSON Schema of `ModelSellabilityAnalysisCompletedMessage`. */
export const ModelSellabilityAnalysisCompletedMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    metamodelId: { type: 'string', format: 'uuid' },
    ownerId: { type: 'string' },
    sellabilityScore: { type: 'number', minimum: 0, maximum: 100 },
    pricingRecommendations: {
      type: 'object',
      properties: {
        suggestedPrice: { type: 'number' },
        priceRange: {
          type: 'object',
          properties: {
            min: { type: 'number' },
            max: { type: 'number' },
            median: { type: 'number' },
          },
        },
        competitorAverage: { type: 'number' },
        materialPricing: { type: 'object', additionalProperties: {} },
        factors: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              factor: { type: 'string' },
              impact: { type: 'string' },
              description: { type: 'string' },
            },
          },
        },
      },
    },
    marketplaceRecommendations: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          marketplace: { type: 'string' },
          compatibilityScore: { type: 'number' },
          reasoning: { type: 'string' },
          estimatedReach: { type: 'number' },
          platformFee: { type: 'number' },
          etsySpecificData: {
            type: 'object',
            properties: {
              categoryFitScore: { type: 'number' },
              recommendedMaterials: { type: 'array', items: { type: 'string' } },
              estimatedTimeToFirstSale: { type: 'string' },
            },
          },
        },
      },
    },
    demandAnalysis: {
      type: 'object',
      properties: {
        categoryDemand: { type: 'string' },
        trendingScore: { type: 'number' },
        searchVolume: { type: 'integer' },
        competitionLevel: { type: 'string' },
        trendDirection: { type: 'string' },
      },
    },
    qualityFactors: {
      type: 'object',
      properties: {
        technicalQuality: { type: 'number' },
        printability: { type: 'number' },
        uniqueness: { type: 'number' },
        marketFit: { type: 'number' },
      },
    },
    recommendations: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          category: { type: 'string' },
          priority: { type: 'string' },
          title: { type: 'string' },
          description: { type: 'string' },
          expectedImpact: { type: 'string' },
        },
      },
    },
    analyzedAt: { type: 'string', format: 'date-time' },
    analysisVersion: { type: 'string' },
    error: { $ref: () => ErrorDetailsSchema },
  },
};

/** Finds every problem of a payload of `model-sellability-analysis-completed`. */
export const validateModelSellabilityAnalysisCompleted: Validator<ModelSellabilityAnalysisCompletedMessage> = compileValidator(ModelSellabilityAnalysisCompletedMessageSchema);

/** Tells whether a value is a payload of `model-sellability-analysis-completed`, typed as it is read. */
export const isModelSellabilityAnalysisCompleted = validateModelSellabilityAnalysisCompleted.accepts;

// Generated from messages/model/model-sellability-analysis-request.yaml of the message catalog. Change it there.
import type { ModelSellabilityAnalysisRequestMessage } from '../messages/model-sellability-analysis-request.js';
import { compileValidator, type Validator } from './runtime/compile-validator.js';
import type { SchemaObject } from './runtime/schema.js';

/** The JSON Schema of `ModelSellabilityAnalysisRequestMessage`. */
export const ModelSellabilityAnalysisRequestMessageSchema: SchemaObject = {
  type: 'object',
  properties: {
    metamodelId: { type: 'string', format: 'uuid' },
    ownerId: { type: 'string', format: 'uuid' },
    metamodelData: { type: 'object', additionalProperties: {} },
    manifestUrl: { type: 'string', format: 'uri' },
    analysisOptions: {
      type: 'object',
      properties: {
        targetMarketplaces: { type: 'array', items: { type: 'string' } },
        competitorAnalysis: { type: 'boolean' },
        demandAnalysis: { type: 'boolean' },
        includeChildModels: { type: 'boolean' },
        etsyAnalysisOptions: {
          type: 'object',
          properties: {
            analyzeMaterialSuitability: { type: 'boolean' },
            fetchEtsyTrends: { type: 'boolean' },
            competitorCount: { type: 'integer' },
          },
        },
      },
    },
  },
};

/** Finds every problem of a payload of `model-sellability-analysis-request`. */
export const validateModelSellabilityAnalysisRequest: Validator<ModelSellabilityAnalysisRequestMessage> = compileValidator(ModelSellabilityAnalysisRequestMessageSchema);

/** Tells whether a value is a payload of `model-sellability-analysis-request`, typed as it is read. */
export const isModelSellabilityAnalysisRequest = validateModelSellabilityAnalysisRequest.accepts;

// Generated from the message catalog. Change it there.
import type { MessageType } from './message-types.js';
import type { MessagePolicy } from './worker/message-policy.js';

/** What the catalog says of each message besides its payload: who sends it, what its job ends with, how it is attempted again. */
export const messagePolicies = {
  'analytics-collection-request': {
    domain: 'analytics',
    sentBy: 'callers',
    emits: ['marketplace-intelligence-event'],
  },
  'backend-logging-event': { domain: 'observability', sentBy: 'callers' },
  'ekg-edge-batch-create-completed': { domain: 'ekg', sentBy: 'workers' },
  'ekg-edge-batch-create-request': {
    domain: 'ekg',
    sentBy: 'callers',
    outcome: 'ekg-edge-batch-create-completed',
  },
  'etsy-analytics-sync-completed': { domain: 'etsy', sentBy: 'workers' },
  'etsy-analytics-sync-request': {
    domain: 'etsy',
    sentBy: 'callers',
    outcome: 'etsy-analytics-sync-completed',
  },
  'etsy-publish-listing-completed': { domain: 'etsy', sentBy: 'workers' },
  'etsy-publish-listing-request': {
    domain: 'etsy',
    sentBy: 'callers',
    outcome: 'etsy-publish-listing-completed',
  },
  'file-download-completed': { domain: 'file', sentBy: 'workers' },
  'file-download-request': {
    domain: 'file',
    sentBy: 'callers',
    outcome: 'file-download-completed',
    retry: {
      attempts: 5,
      backoff: { type: 'exponential', delay: 2000 },
      retryOn: [
        'STORAGE_TIMEOUT',
        'NETWORK_ERROR',
        'MINIO_UNAVAILABLE',
        'CONNECTION_REFUSED',
      ],
      neverOn: ['INVALID_CREDENTIALS', 'FILE_NOT_FOUND', 'PERMISSION_DENIED'],
    },
  },
  'file-vectorize-completed': { domain: 'file', sentBy: 'workers' },
  'file-vectorize-request': {
    domain: 'file',
    sentBy: 'callers',
    outcome: 'file-vectorize-completed',
  },
  'marketplace-analytics-sync-completed': { domain: 'marketplace', sentBy: 'workers' },
  'marketplace-analytics-sync-request': {
    domain: 'marketplace',
    sentBy: 'callers',
    outcome: 'marketplace-analytics-sync-completed',
  },
  'marketplace-connection-sync-completed': { domain: 'marketplace', sentBy: 'workers' },
  'marketplace-connection-sync-request': {
    domain: 'marketplace',
    sentBy: 'callers',
    outcome: 'marketplace-connection-sync-completed',
  },
  'marketplace-credential-rotation-completed': { domain: 'marketplace', sentBy: 'workers' },
  'marketplace-credential-rotation-request': {
    domain: 'marketplace',
    sentBy: 'callers',
    outcome: 'marketplace-credential-rotation-completed',
  },
  'marketplace-intelligence-event': { domain: 'analytics', sentBy: 'workers' },
  'marketplace-listing-description-generation-completed': { domain: 'listing-content', sentBy: 'workers' },
  'marketplace-listing-description-generation-request': {
    domain: 'listing-content',
    sentBy: 'callers',
    outcome: 'marketplace-listing-description-generation-completed',
  },
  'marketplace-listing-sync-completed': { domain: 'marketplace', sentBy: 'workers' },
  'marketplace-listing-sync-request': {
    domain: 'marketplace',
    sentBy: 'callers',
    outcome: 'marketplace-listing-sync-completed',
  },
  'marketplace-listing-tags-generation-completed': { domain: 'listing-content', sentBy: 'workers' },
  'marketplace-listing-tags-generation-request': {
    domain: 'listing-content',
    sentBy: 'callers',
    outcome: 'marketplace-listing-tags-generation-completed',
  },
  'marketplace-listing-title-generation-completed': { domain: 'listing-content', sentBy: 'workers' },
  'marketplace-listing-title-generation-request': {
    domain: 'listing-content',
    sentBy: 'callers',
    outcome: 'marketplace-listing-title-generation-completed',
  },
  'marketplace-listing-update-completed': { domain: 'marketplace', sentBy: 'workers' },
  'marketplace-listing-update-request': {
    domain: 'marketplace',
    sentBy: 'callers',
    outcome: 'marketplace-listing-update-completed',
  },
  'marketplace-publish-listing-completed': { domain: 'marketplace', sentBy: 'workers' },
  'marketplace-publish-listing-request': {
    domain: 'marketplace',
    sentBy: 'callers',
    outcome: 'marketplace-publish-listing-completed',
  },
  'media-batch-download-completed': { domain: 'file', sentBy: 'workers' },
  'media-batch-download-request': {
    domain: 'file',
    sentBy: 'callers',
    outcome: 'media-batch-download-completed',
  },
  'metamodel-metadata-generation-completed': { domain: 'metamodel', sentBy: 'workers' },
  'metamodel-metadata-generation-request': {
    domain: 'metamodel',
    sentBy: 'callers',
    outcome: 'metamodel-metadata-generation-completed',
  },
  'model-analytics-collection-request': {
    domain: 'analytics',
    sentBy: 'callers',
    emits: ['marketplace-intelligence-event'],
  },
  'model-discovery-folder-processed-event': { domain: 'discovery', sentBy: 'workers' },
  'model-discovery-scan-found-event': { domain: 'discovery', sentBy: 'workers' },
  'model-discovery-scan-progress-event': { domain: 'discovery', sentBy: 'workers' },
  'model-discovery-scan-request': {
    domain: 'discovery',
    sentBy: 'callers',
    emits: [
      'model-discovery-scan-progress-event',
      'model-discovery-scan-found-event',
      'model-discovery-folder-processed-event',
    ],
  },
  'model-finder-index-request': { domain: 'finder', sentBy: 'callers' },
  'model-finder-response': { domain: 'finder', sentBy: 'workers' },
  'model-finder-search-request': {
    domain: 'finder',
    sentBy: 'callers',
    outcome: 'model-finder-response',
  },
  'model-metadata-generation-completed': { domain: 'model', sentBy: 'workers' },
  'model-metadata-generation-request': {
    domain: 'model',
    sentBy: 'callers',
    outcome: 'model-metadata-generation-completed',
  },
  'model-metamodel-detection-found': { domain: 'metamodel', sentBy: 'workers' },
  'model-metamodel-detection-request': {
    domain: 'metamodel',
    sentBy: 'callers',
    emits: ['model-metamodel-detection-found'],
  },
  'model-sellability-analysis-completed': { domain: 'model', sentBy: 'workers' },
  'model-sellability-analysis-request': {
    domain: 'model',
    sentBy: 'callers',
    outcome: 'model-sellability-analysis-completed',
  },
  'model-semantic-analysis-completed': { domain: 'model', sentBy: 'workers' },
  'model-semantic-analysis-request': {
    domain: 'model',
    sentBy: 'callers',
    outcome: 'model-semantic-analysis-completed',
  },
  'model-technical-metadata-completed': { domain: 'model', sentBy: 'workers' },
  'model-technical-metadata-request': {
    domain: 'model',
    sentBy: 'callers',
    outcome: 'model-technical-metadata-completed',
  },
  'thumbnail-generation-completed': { domain: 'model', sentBy: 'workers' },
  'thumbnail-generation-request': {
    domain: 'model',
    sentBy: 'callers',
    outcome: 'thumbnail-generation-completed',
  },
  'user-engagement-event': { domain: 'observability', sentBy: 'callers' },
  'worker-analytics-event': { domain: 'observability', sentBy: 'workers' },
  'worker-metrics-enriched-event': { domain: 'observability', sentBy: 'workers' },
} as const satisfies Readonly<Record<MessageType, MessagePolicy>>;

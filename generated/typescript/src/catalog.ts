// Generated from the message catalog. Change it there.

/** What the client needs to know of its catalog to send messages. */
export const definition = {
  /** Name and version of this package, for the header `User-Agent`. */
  product: '@mesh-sync/worker-backend-client/4.1.0',
  environment: { baseUrl: 'WORKER_BACKEND_URL', apiKey: 'WORKER_BACKEND_API_KEY' },
  /** Payload fields that are never shown. */
  secretFields: [
    'accessKeyId',
    'accessToken',
    'access_token',
    'apiKey',
    'api_key',
    'api_secret',
    'clientSecret',
    'credentialUpdate',
    'credentials',
    'etsyCredentials',
    'marketplaceCredentials',
    'newAccessToken',
    'newRefreshToken',
    'password',
    'privateKey',
    'refreshToken',
    'refresh_token',
    'secretAccessKey',
  ],
};

/** The message that reports the end of a job, by message type. */
export const outcomes = {
  'ekg-edge-batch-create-request': 'ekg-edge-batch-create-completed',
  'etsy-analytics-sync-request': 'etsy-analytics-sync-completed',
  'etsy-publish-listing-request': 'etsy-publish-listing-completed',
  'file-download-request': 'file-download-completed',
  'file-vectorize-request': 'file-vectorize-completed',
  'marketplace-analytics-sync-request': 'marketplace-analytics-sync-completed',
  'marketplace-connection-sync-request': 'marketplace-connection-sync-completed',
  'marketplace-credential-rotation-request': 'marketplace-credential-rotation-completed',
  'marketplace-listing-description-generation-request': 'marketplace-listing-description-generation-completed',
  'marketplace-listing-sync-request': 'marketplace-listing-sync-completed',
  'marketplace-listing-tags-generation-request': 'marketplace-listing-tags-generation-completed',
  'marketplace-listing-title-generation-request': 'marketplace-listing-title-generation-completed',
  'marketplace-listing-update-request': 'marketplace-listing-update-completed',
  'marketplace-publish-listing-request': 'marketplace-publish-listing-completed',
  'media-batch-download-request': 'media-batch-download-completed',
  'metamodel-metadata-generation-request': 'metamodel-metadata-generation-completed',
  'model-finder-search-request': 'model-finder-response',
  'model-metadata-generation-request': 'model-metadata-generation-completed',
  'model-sellability-analysis-request': 'model-sellability-analysis-completed',
  'model-semantic-analysis-request': 'model-semantic-analysis-completed',
  'model-technical-metadata-request': 'model-technical-metadata-completed',
  'thumbnail-generation-request': 'thumbnail-generation-completed',
} as const;

// Generated from messages/observability/user-engagement-event.yaml of the message catalog. Change it there.

/**
 * Records one thing a user did, for product analytics.
 *
 * Send it when a user signs up, takes an onboarding step, uses a feature, manages models, works
 * with a marketplace or changes plan. It feeds onboarding funnels, feature adoption, retention, A/B
 * tests and personalization; no job result comes back.
 *
 * `eventType` is the broad category and `action` the precise step; `actionDetails` says what the
 * action was about. Fill in only the details that fit it.
 */
export interface UserEngagementEventMessage {
  /**
   * Category of the action, such as onboarding, feature usage or subscription; `action` is the
   * detail.
   */
  eventType: string;
  /** Exactly what the user did, within the category `eventType`. */
  action: string;
  /**
   * Time of the action, in ISO 8601. Format: date-time (RFC 3339), such as `2026-03-14T09:26:53Z`.
   */
  timestamp: string;
  /** User who acted. */
  userId: string;
  /** Hash of the user's e-mail address. Never send the address itself. */
  userEmail?: string | undefined;
  /** When the account was created, in ISO 8601. Groups users into cohorts. */
  userCreatedAt?: string | undefined;
  /** Subscription plan at the time. A change of plan is in `actionDetails`. */
  userPlanTier?: string | undefined;
  /** Session in which it happened. All actions of one visit share it. */
  sessionId?: string | undefined;
  /** Id of the API request behind it; the backend's logs have it too. */
  requestId?: string | undefined;
  /** What the action was about. Which of the fields make sense depends on `action`. */
  actionDetails?: {
    /** Step of the onboarding that the user took. */
    onboardingStep?: string | undefined;
    /** Model the user acted on. */
    modelId?: string | undefined;
    /** Status the model was in. */
    modelStatus?: string | undefined;
    /** How many models the action was about. Integer. */
    modelCount?: number | undefined;
    /** Marketplace the user worked with, such as `etsy` or `ebay`. */
    marketplace?: string | undefined;
    /** Listing on `marketplace` that the user acted on. */
    marketplaceListingId?: string | undefined;
    /** What the user did on `marketplace`, for instance publish a listing. */
    marketplaceAction?: string | undefined;
    /** Plan before a subscription change; goes with `newPlanTier`. */
    previousPlanTier?: string | undefined;
    /** Plan after a subscription change; goes with `previousPlanTier`. */
    newPlanTier?: string | undefined;
    /** Feature the user used. */
    featureName?: string | undefined;
    /** Group of features that `featureName` belongs to. */
    featureCategory?: string | undefined;
    /** Kind of storage the user worked with, such as Google Drive or SFTP. */
    storageProvider?: string | undefined;
    /** Setting the user changed. Its value is not recorded. */
    settingChanged?: string | undefined;
  } | undefined;
  /** Where the action came from, for instance the web application or an API client. */
  source?: string | undefined;
  /** Verb of the HTTP request, such as `POST`. */
  httpMethod?: string | undefined;
  /** Where in the API it was sent, such as `/api/listings/publish`. */
  httpUrl?: string | undefined;
  /** HTTP status of the answer, such as 201. Integer. */
  httpStatusCode?: number | undefined;
  /** How long the action took, in ms. */
  durationMs?: number | undefined;
  /** Experiment the user was part of, an A/B test for example. */
  experimentId?: string | undefined;
  /** Variant that the user saw, in the experiment `experimentId`. */
  experimentVariant?: string | undefined;
  /** Deployment in which it happened, such as `production`. Lets you filter out test traffic. */
  environment?: string | undefined;
  /** Software the user acted with. Anonymized, so it must not identify a person. */
  clientInfo?: {
    /** User-Agent header of the client. */
    userAgent?: string | undefined;
    /** Platform the client runs on, such as an operating system. */
    platform?: string | undefined;
    /** Name of the browser, without its version. */
    browser?: string | undefined;
    /** Release of `browser`, such as `135.0`. */
    browserVersion?: string | undefined;
  } | undefined;
}

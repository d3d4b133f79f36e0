// Generated from types/content-generation-metadata.yaml of the message catalog. Change it there.

/** How a generated text came about, to track its origin and to judge how far to trust it. */
export type ContentGenerationMetadata = {
  /** What produced the text, as a label. */
  source: string;
  /** Time at which the text was generated, in ISO 8601. */
  generatedAt: string;
  /** Name of the AI model that wrote the text. */
  aiModel: string;
  /** How sure the generator is that the text fits; the higher, the surer. */
  confidence: number;
};

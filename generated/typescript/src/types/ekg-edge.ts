// Generated from types/ekg-edge.yaml of the message catalog. Change it there.

/**
 * One edge of the EKG, the graph of what a metamodel is related to. It does not claim a relation
 * outright: a Dempster-Shafer mass function says how strongly the evidence speaks for and against
 * it.
 */
export type EkgEdge = {
  /** Metamodel that the edge starts from. */
  sourceMetamodelId: string;
  /** Node that the edge leads to; `targetType` says what kind of thing it is. */
  targetId?: string | undefined;
  /** Kind of thing that `targetId` identifies, for example a metamodel. */
  targetType?: string | undefined;
  /**
   * How the belief in the relation is distributed (Dempster-Shafer): each value is between 0 and 1,
   * and the three add up to 1.
   */
  massFunction: {
    /** Mass of the evidence that source and target are related. */
    related?: number | undefined;
    /** Mass of the evidence that source and target are not related. */
    unrelated?: number | undefined;
    /** Mass that the evidence leaves open, committed to neither of the two. */
    uncertainty?: number | undefined;
  };
  /** Heuristics that the mass function was combined from, to explain why the edge is there. */
  heuristicContributions?: Array<{
    /** Heuristic that contributed, for example `filename-similarity`. */
    name?: string | undefined;
    /** How strongly this heuristic alone believes that source and target are related. */
    belief?: number | undefined;
  }> | undefined;
  /**
   * What Louvain clustering found about the edge. Only for edges that were derived from clusters.
   */
  louvainMetadata?: {
    /** Community (cluster) that the edge was found in. */
    communityId?: string | undefined;
    /** Modularity of the clustering; the higher, the more clearly its communities are separated. */
    modularity?: number | undefined;
    /** Weight that the edge had in the clustered graph. */
    edgeWeight?: number | undefined;
  } | undefined;
};

/** What the services answer about how long things lay; see services/models/routes/get-heat.ts. */
/** Where the answer says `inSteps`, null is fewer than five. */
export type HeatFigures = { elementId: string; count: number | null; medianMs: number | null; p90Ms: number | null; open: number | null };

export type Heat = {
  from: string;
  to: string;
  section: string | null;
  version: number | null;
  inSteps: boolean;
  elements: HeatFigures[] | null;
};

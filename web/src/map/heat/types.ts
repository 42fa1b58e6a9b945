/** What the services answer about how long things lay; see services/models/routes/get-heat.ts. */
export type HeatFigures = { elementId: string; count: number; medianMs: number | null; p90Ms: number | null; open: number };

export type Heat = { from: string; to: string; section: string | null; version: number | null; elements: HeatFigures[] | null };

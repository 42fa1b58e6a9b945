/** What one process has said and been told while it was watched. */
export type Noted = {
  database: { roundTrips: number; writes: number; bytesOut: number; bytesIn: number };
  /** By method and path. */
  requests: Record<string, { count: number; roundTrips: number; bytesIn: number }>;
};

/** Addresses of the map's pages. */
export const mapPath = '/karte';
export const processPath = (id: string): string => `${mapPath}/${encodeURIComponent(id)}`;
export const decisionPath = (id: string): string => `${mapPath}/entscheidungen/${encodeURIComponent(id)}`;

import { searchOf } from '../api/client.ts';
import { decisionPath, processPath } from '../map/paths.ts';

/** Addresses of the norm pages, and of the places norms stand at. */
export const normsPath = '/normen';
export const searchPath = (query: string): string => `${normsPath}${searchOf({ suche: query })}`;
export const letterPath = (type: string): string => `${normsPath}/briefe/${encodeURIComponent(type)}`;
export const stepPath = (processId: string, elementId: string | null): string =>
  `${processPath(processId)}${searchOf({ schritt: elementId })}`;
export const rowPath = (decisionId: string, ruleId: string | null): string => `${decisionPath(decisionId)}${searchOf({ zeile: ruleId })}`;

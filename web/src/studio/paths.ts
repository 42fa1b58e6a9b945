import { searchOf } from '../api/client.ts';

/** Addresses of the studio's pages; those of the editor are in editor/paths.ts. */
export const studioPath = '/studio';
export const modelsPath = `${studioPath}/modelle`;
export const releasesPath = `${studioPath}/freigaben`;
export const driftPath = `${studioPath}/abgleich`;
export const changePath = (changeId: string): string => `${studioPath}/${changeId}`;
export const releasePath = (releaseNo: number): string => `${releasesPath}/${releaseNo}`;
export const newProcessPath = (known: { id?: string; section?: string } = {}): string =>
  `${studioPath}/neu${searchOf({ id: known.id, bereich: known.section })}`;

/** The routing table, and what opens it at a row that is not there yet. */
export const routingFile = 'decisions/routing.dmn';
export const newRow = 'neu';

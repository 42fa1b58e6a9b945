/** Addresses of cases and of what a case leads to. */
export const casesPath = '/vorgaenge';
export const casePath = (caseId: string): string => `${casesPath}/${caseId}`;
export const taskPath = (taskId: string): string => `/aufgaben/${taskId}`;
/** The letter as it goes on paper; rendered by the server. */
export const letterPath = (letterId: string): string => `/briefe/${letterId}/druck`;
/** Id of the list of what has been found while somebody types. */
export const SUGGESTIONS = 'vorgang-vorschlaege';

/** `?a=1&b=2` of what is set; empty without any. */
export const searchOf = (values: Record<string, string | number | undefined | null>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if ((value ?? '') !== '') params.set(name, String(value));
  return params.size > 0 ? `?${params}` : '';
};

/** An id as part of an address. The colon of `:id` may stand there as it is: app.tsx makes its routes with these functions, too. */
const part = (id: string): string => encodeURIComponent(id).replace('%3A', ':');

export const startPath = '/';
export const signedInPath = '/angemeldet';

export const deskPath = '/fragen';
export const tasksPath = '/aufgaben';
export const taskPath = (taskId: string): string => `${tasksPath}/${taskId}`;

export const casesPath = '/vorgaenge';
export const casePath = (caseId: string): string => `${casesPath}/${caseId}`;

export const mapPath = '/karte';
/** With an element: the process at that step. */
export const processPath = (id: string, elementId?: string | null): string => `${mapPath}/${part(id)}${searchOf({ schritt: elementId })}`;
/** With a rule: the table at that row. */
export const decisionPath = (id: string, ruleId?: string | null): string =>
  `${mapPath}/entscheidungen/${part(id)}${searchOf({ zeile: ruleId })}`;

export const knowledgePath = '/wissen';
export const newArticlePath = `${knowledgePath}/neu`;
export const articlePath = (articleId: string): string => `${knowledgePath}/${articleId}`;
export const editArticlePath = (articleId: string): string => `${articlePath(articleId)}/bearbeiten`;

export const normsPath = '/normen';
export const normSearchPath = (query: string): string => `${normsPath}${searchOf({ suche: query })}`;
export const templatePath = (type: string): string => `${normsPath}/briefe/${part(type)}`;

export const authoritiesPath = '/behoerden';
export const incidentsPath = '/stoerungen';
export const auditPath = '/protokoll';

export const studioPath = '/studio';
export const modelsPath = `${studioPath}/modelle`;
export const newProcessPath = (id?: string, section?: string): string => `${studioPath}/neu${searchOf({ id, bereich: section })}`;
export const releasesPath = `${studioPath}/freigaben`;
export const releasePath = (releaseNo: number | string): string => `${releasesPath}/${releaseNo}`;
export const driftPath = `${studioPath}/abgleich`;
export const rulesPath = `${studioPath}/regeln`;
/** What a rule for models asks, why, and how it looks right and wrong. */
export const rulePath = (rule: string): string => `${rulesPath}/${rule}`;
export const changePath = (changeId: string): string => `${studioPath}/${changeId}`;
/** Where one file of a change is edited; an element id opens the editor at that place. */
export const filePath = (changeId: string, path?: string, elementId?: string): string =>
  `${changePath(changeId)}/datei${searchOf({ pfad: path, element: elementId })}`;

/** Links to these are followed without loading the page; all others (portal, letters, sign-in, downloads) are the server's. */
export const ownPaths = new RegExp(
  `^(?:\\?|/(?:$|\\?|#)|${[tasksPath, deskPath, casesPath, mapPath, knowledgePath, normsPath, authoritiesPath, incidentsPath, auditPath, studioPath].join('|')})`,
);

/** Pages written by the server: the applicants' own, signing in (in the demo as somebody), and a letter as it goes on paper. */
export const portalPath = '/mein';
export const signInPath = (returnTo: string, account?: string): string => `/auth/login${searchOf({ account, returnTo })}`;
export const printPath = (letterId: string): string => `/briefe/${letterId}/druck`;

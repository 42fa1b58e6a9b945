/** What the services answer about articles and notes; shapes of services/knowledge. Days are JJJJ-MM-TT. */
export type Content = {
  title: string;
  body: string;
  process: string | null;
  elementId: string | null;
  norm: string[];
  stand: string;
  validUntil: string | null;
  section: string | null;
  owner: string;
};

export type Article = Content & {
  articleId: string;
  status: 'entwurf' | 'gueltig';
  version: number;
  /** Counts every change, of the draft, too. */
  revision: number;
  source: 'redaktion' | 'eskalation' | 'datei';
  changedAt: string;
  changedBy: string;
  expired: boolean;
  /** A change that does not hold yet; for editors. */
  draft: Content | null;
  /** Something does not hold yet: who wrote it, and whether I may publish it. */
  waiting: { authors: string[]; mayPublish: boolean } | null;
};

export type Feedback = {
  feedbackId: string;
  process: string;
  elementId: string;
  text: string;
  state: 'offen' | 'erledigt';
  givenBy: string;
  givenAt: string;
  settledBy: string | null;
  settledAt: string | null;
  answer: string | null;
};

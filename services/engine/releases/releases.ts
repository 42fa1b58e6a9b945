export type Kind = 'bpmn' | 'dmn' | 'form';

export type Release = {
  plainId: string;
  kind: Kind;
  /** Counts 1, 2, 3 per plain id: the "version" people see. */
  release: number;
  /** The id the engine knows: `plain--8hex`, or the plain one for processes with a message or timer start. */
  engineId: string;
  hash: string;
  releasedAt: string;
  releasedBy: string;
  current: boolean;
};

export type ReleaseContent = Release & { content: string; deployedContent: string; definitionKey: string };

/** What the model says about an element; of the release the instance runs on, which need not be the current one. */
export type ElementDescription = {
  id: string;
  type: string;
  name: string;
  documentation: string;
  /** Plain id of the linked form. */
  formId: string | null;
  formContent: Record<string, unknown> | null;
  /** zeebe:properties: norm, rechtsstand, skill, vierAugen … */
  properties: Record<string, string>;
  /** Whether the release it is described by is the one in force. */
  current: boolean;
};

export type Releases = {
  /** The current release, or undefined where there is no model (yet). */
  find: (plainId: string, kind?: Kind) => Promise<{ release: number; engineId: string } | undefined>;
  /** Content of one release (the current one by default), as written, with plain ids. */
  findContent: (plainId: string, kind: Kind, release?: number) => Promise<ReleaseContent | undefined>;
  /** Newest first. */
  list: (filter?: { plainId?: string; kind?: Kind; currentOnly?: boolean }) => Promise<Release[]>;
  plainIdOf: (engineId: string) => string;
  /** Give the definition key where you have it: processes that keep their id share it between releases. */
  findByEngineId: (engineId: string, definitionKey?: string) => Promise<Release | undefined>;
  describeElement: (engineProcessId: string, elementId: string, definitionKey?: string) => Promise<ElementDescription | undefined>;
  /**
   * True for an instance of a root (a process that keeps its id) which the engine has and the list of releases does not yet: it was taken in
   * between the last step of a release and its commit, or the release was cut off there and is about to be run again.
   */
  isAhead: (engineId: string, definitionKey: string) => Promise<boolean>;
  /** Reads the list again at the next question: whoever has just released need not wait until that is announced. */
  forget: () => void;
  stop: () => Promise<void>;
};

import { Group } from '@bpmn-io/properties-panel';
import type { Language } from '../../i18n/language.tsx';
import type { CatalogueHolder } from './catalogue.ts';
import { type Entry, officeEntries } from './office-entries.ts';
import { officeWords } from './office-words.ts';
import type { Element, Injector } from './types.ts';

type PanelGroup = { id: string; label: string; component?: unknown; entries?: Entry[] };
type Panel = { registerProvider: (priority: number, provider: OfficePanel) => void };

/** Engines newer than ours know these, or another program writes them; shown, they would only be in the way. */
const unused = new Set([
  'Zeebe__ExecutionListeners',
  'Zeebe__TaskListeners',
  'userTaskImplementation',
  'businessRuleImplementation',
  'headers',
]);
/** Single entries that the office's rules refuse: who does a task is nobody's fixed choice. */
const refused = /assignee|candidateUsers|followUp|versionTag|Binding$/i;
/** Said by the office's own group at the top, which offers what there is. */
const saidAbove: Record<string, string[]> = {
  'bpmn:UserTask': ['form'],
  'bpmn:CallActivity': ['calledElement'],
  'bpmn:BusinessRuleTask': [],
};

class OfficePanel {
  static $inject = ['propertiesPanel', 'injector', 'lotseCatalogue', 'lotseLanguage'];
  readonly #injector: Injector;
  readonly #holder: CatalogueHolder;
  readonly #t: (text: string) => string;

  constructor(panel: Panel, injector: Injector, holder: CatalogueHolder, language: Language) {
    this.#injector = injector;
    this.#holder = holder;
    this.#t = officeWords(language);
    panel.registerProvider(100, this);
  }

  getGroups(element: Element) {
    return (groups: PanelGroup[]): PanelGroup[] => {
      const entries = officeEntries({
        element,
        injector: this.#injector,
        catalogue: this.#holder.current,
        newForm: this.#holder.newForm,
        t: this.#t,
      });
      const hidden = entries.length > 0 ? (saidAbove[element.type] ?? []) : [];
      const rest = groups
        .filter(({ id }) => !unused.has(id) && !hidden.includes(id))
        .map((group) => (group.entries ? { ...group, entries: group.entries.filter(({ id }) => !refused.test(id)) } : group));
      if (entries.length === 0) return rest;
      const office = { id: 'amt', label: this.#t('Im Amt'), component: Group, entries, shouldOpen: true };
      const at = rest.findIndex(({ id }) => id === 'general') + 1;
      return [...rest.slice(0, at), office, ...rest.slice(at)];
    };
  }
}

export const officePanelModule = { __init__: ['lotsePanel'], lotsePanel: ['type', OfficePanel] };

import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import { CloudElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule } from 'bpmn-js-properties-panel';
import TokenSimulation from 'bpmn-js-token-simulation';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import BpmnModeler from 'bpmn-js/lib/Modeler.js';
import ZeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud/index.js';
import modelerModdle from 'modeler-moddle/resources/modeler.json' with { type: 'json' };
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { Language } from '../../i18n/language.tsx';
import '../diagram.css';
import { fitBox } from '../fit-box.ts';
import { inPlace } from '../german/in-place.ts';
import { wordsIn } from '../german/index.ts';
import { panelLeftovers } from '../german/panel-leftovers.ts';
import { templates } from '../templates/make-templates.ts';
import { keepWriting } from '../writing/keep-writing.ts';
import { type Catalogue, type CatalogueHolder, emptyCatalogue } from './catalogue.ts';
import { changeElement } from './change-element.ts';
import { insertStepModule } from './insert-step.ts';
import './modeler.css';
import { officeBehaviorModule } from './office-behavior.ts';
import { officeMenusModule } from './office-menus.ts';
import { officePanelModule } from './office-panel.ts';
import { type OutlineLine, readOutline } from './read-outline.ts';
import { simulationInGerman } from './simulation-words.ts';
import type { Canvas, CommandStack, EventBus, Injector, Overlays, Registry, Selection } from './types.ts';

export type Mark = { elementId: string; severity: 'error' | 'warning'; count: number; title: string };
export type ModelerState = { canUndo: boolean; canRedo: boolean; selected: string | null; outline: OutlineLine[]; playing: boolean };

export type ModelerOptions = {
  container: HTMLElement;
  panel: HTMLElement;
  language: Language;
  label: string;
  /** The drawing has been changed by the person; `read` gives its text. */
  onChange: () => void;
  onState: (state: ModelerState) => void;
  onNewForm: (task: { id: string; name: string }) => void;
};

export type ModelerEditor = {
  /** Shows a text; gives what could not be read of it. */
  open: (xml: string) => Promise<string[]>;
  read: () => Promise<string>;
  undo: () => void;
  redo: () => void;
  /** Chooses an element and brings it into view. */
  select: (elementId: string) => boolean;
  mark: (marks: readonly Mark[]) => void;
  offer: (catalogue: Catalogue) => void;
  /** A task asks for this form from now on. */
  linkForm: (elementId: string, formId: string) => void;
  play: (on: boolean) => void;
  zoom: (step: 1 | -1) => void;
  fit: () => void;
  destroy: () => void;
};

/** Below this a label can no longer be read. */
const readable = 0.8;
const whole = 0.05;
/** Pixels of the canvas that something lies over: the palette on the left, the zoom buttons on the right. */
const palette = 120;
const buttons = 48;
const badge = 'lotse-finding';

export const createModeler = ({ container, panel, language, label, onChange, onState, onNewForm }: ModelerOptions): ModelerEditor => {
  const holder: CatalogueHolder = { current: emptyCatalogue, newForm: onNewForm };
  const modeler = new BpmnModeler({
    container,
    propertiesPanel: { parent: panel },
    moddleExtensions: { zeebe: zeebeModdle, modeler: modelerModdle },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      CloudElementTemplatesPropertiesProviderModule,
      CreateAppendAnythingModule,
      CreateAppendElementTemplatesModule,
      ZeebeBehaviors,
      TokenSimulation,
      officeBehaviorModule,
      officePanelModule,
      officeMenusModule,
      insertStepModule,
      { lotseCatalogue: ['value', holder], lotseLanguage: ['value', language] },
      wordsIn(language),
    ],
  });
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<Registry>('elementRegistry');
  const selection = modeler.get<Selection>('selection');
  const stack = modeler.get<CommandStack>('commandStack');
  const overlays = modeler.get<Overlays>('overlays');
  const bus = modeler.get<EventBus>('eventBus');
  let playing = false;
  let opening = false;
  let opened = '';
  let outline: OutlineLine[] = [];
  const stops = language === 'de' ? [simulationInGerman(container), inPlace(panel, panelLeftovers, '*')] : [];

  const tell = (): void =>
    onState({
      canUndo: stack.canUndo() && !playing,
      canRedo: stack.canRedo() && !playing,
      selected: selection.get()[0]?.id ?? null,
      outline,
      playing,
    });

  /** At its beginning, as large as it can be read; or all of it, however small (`whole`). Clear of palette and buttons either way. */
  const show = (smallest: number): void => {
    const { inner, outer } = canvas.viewbox();
    if (outer.width === 0 || outer.height === 0 || inner.width === 0) return;
    const free = { width: outer.width - palette - buttons, height: outer.height };
    const box = fitBox(inner, free, smallest);
    const zoom = free.width / box.width;
    canvas.viewbox({ ...box, x: box.x - palette / zoom, width: outer.width / zoom });
  };

  modeler.on('commandStack.changed', () => {
    if (opening) return;
    outline = readOutline(registry, canvas);
    tell();
    onChange();
  });
  modeler.on('selection.changed', tell);
  modeler.on('root.set', () => {
    if (opening) return;
    outline = readOutline(registry, canvas);
    tell();
  });
  bus.on<{ active: boolean }>('tokenSimulation.toggleMode', ({ active }) => {
    playing = active;
    tell();
  });

  const observer = new ResizeObserver(() => canvas.resized());
  observer.observe(container);
  const zoom = (step: 1 | -1): void => modeler.get<{ stepZoom: (step: number) => void }>('zoomScroll').stepZoom(step);
  const keys: Record<string, () => void> = { '+': () => zoom(1), '=': () => zoom(1), '-': () => zoom(-1), '0': () => show(whole) };
  const onKey = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
    const act = typing || event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  container.addEventListener('keydown', onKey);

  return {
    open: async (xml) => {
      opening = true;
      opened = xml;
      try {
        await document.fonts.load('12px "Fira Sans"').catch(() => undefined);
        const { warnings } = await modeler.importXML(xml);
        modeler.get<{ setTemplates: (all: unknown) => void }>('elementTemplatesLoader').setTemplates(templates);
        const svg = container.querySelector('.djs-container > svg, .djs-container svg');
        svg?.setAttribute('aria-label', label);
        svg?.setAttribute('role', 'application');
        canvas.resized();
        show(readable);
        return warnings.map(({ message }) => message);
      } finally {
        opening = false;
        outline = readOutline(registry, canvas);
        tell();
      }
    },
    read: async () => keepWriting(opened, (await modeler.saveXML({ format: true })).xml ?? ''),
    undo: () => stack.undo(),
    redo: () => stack.redo(),
    select: (elementId) => {
      const element = registry.get(elementId);
      if (!element) return false;
      selection.select(element);
      if (element !== canvas.getRootElement()) canvas.scrollToElement(element, 130);
      return true;
    },
    mark: (marks) => {
      overlays.remove({ type: badge });
      for (const { elementId, severity, count, title } of marks) {
        const element = registry.get(elementId);
        if (!element || element === canvas.getRootElement()) continue;
        const html = document.createElement('span');
        html.className = `lotse-badge lotse-badge--${severity === 'error' ? 'incident' : 'note'}`;
        html.textContent = `! ${count}`;
        html.title = title;
        html.addEventListener('click', () => selection.select(element));
        overlays.add(elementId, badge, { position: { top: -12, right: 14 }, html, scale: { min: 0.8, max: 1.1 } });
      }
    },
    offer: (catalogue) => {
      holder.current = catalogue;
      const chosen = selection.get()[0] ?? canvas.getRootElement();
      if (chosen) bus.fire('elements.changed', { elements: [chosen] });
    },
    linkForm: (elementId, formId) => {
      const element = registry.get(elementId);
      if (!element) return;
      const change = changeElement(element, modeler.get<Injector>('injector'));
      change.extension('zeebe:FormDefinition', { formId });
      change.commit();
    },
    play: (on) => {
      modeler.get<{ toggleMode: (active: boolean) => void }>('toggleMode').toggleMode(on);
      if (on) canvas.focus();
    },
    zoom,
    fit: () => show(whole),
    destroy: () => {
      observer.disconnect();
      container.removeEventListener('keydown', onKey);
      for (const stop of stops) stop();
      modeler.destroy();
    },
  };
};
